import { restOperations } from '../../model/channel.ts';
import { sub } from '../../model/intrinsics.ts';
import { defineEvent } from '../../model/plugin.ts';
import { isMap, type JsonMap } from '../../model/tree.ts';
import { hostCondition } from '../host-condition.ts';
import { startExecutionRole } from '../service-role.ts';
import { checkAuth } from './auth.ts';
import { stateMachineApiProperties } from './properties.ts';
import { targetApi } from './target.ts';

/** A method of a REST API that starts the state machine. */
export const stateMachineApi = defineEvent({
  type: 'Api',
  hosts: ['stateMachine'],
  properties: stateMachineApiProperties,
  attach(cx) {
    const { Path: path, Method: method, Stage, UnescapeMappingTemplate } = cx.props;
    const api = targetApi(cx);
    if (!api) return;
    checkAuth(cx, api);
    const credentials = startExecutionRole(cx, 'apigateway.amazonaws.com');
    cx.contribute(
      restOperations,
      api.id,
      {
        path,
        method,
        integration: {
          kind: 'stateMachine',
          credentials: isMap(credentials) ? credentials : {},
          template: { 'application/json': requestTemplate(cx.host.targetId, UnescapeMappingTemplate === true) },
        },
        condition: hostCondition(cx.host),
        stage: Stage ?? null,
        event: cx.properties,
        overridesAuth: false,
        model: undefined,
        parameters: [],
      },
      cx.cause,
    );
  },
});

/** The body of the request becomes the input of the execution. */
const requestTemplate = (id: string, takeBack: boolean): JsonMap => {
  const input = "$util.escapeJavaScript($input.json('$'))";
  const unescaped = takeBack ? `${input}.replaceAll("\\\\'","'")` : input;
  return sub(`{"input": "${unescaped}", "stateMachineArn": "\${${id}}"}`);
};
