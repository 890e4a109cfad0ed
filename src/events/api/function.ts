import { restFunctionNames, restOperations } from '../../model/channel.ts';
import { idSuffix } from '../../model/hash.ts';
import { sub } from '../../model/intrinsics.ts';
import { isAlphanumeric } from '../../model/logical-id.ts';
import { type AnyEventContext, defineEvent } from '../../model/plugin.ts';
import { get, isMap, isString, isTruthy } from '../../model/tree.ts';
import { hostCondition } from '../host-condition.ts';
import { permitInvocation } from '../permission.ts';
import { checkAuth } from './auth.ts';
import { functionApiProperties } from './properties.ts';
import { requestModelOf } from './request-model.ts';
import { requestParametersOf } from './request-parameters.ts';
import { type TargetApi, targetApi } from './target.ts';

/** A method of a REST API that calls the function. */
export const functionApi = defineEvent({
  type: 'Api',
  hosts: ['function'],
  properties: functionApiProperties,
  attach(cx) {
    const { Path: path, Method: method } = cx.props;
    const api = targetApi(cx);
    if (!api) return;
    const built = api.managed || api.merges;
    permit(cx, api, path, method, stageSuffix(api));
    const operation = {
      path,
      method,
      integration: integrationOf(cx, get(cx.properties, 'ResponseTransferMode') === 'RESPONSE_STREAM'),
      condition: hostCondition(cx.host),
      stage: undefined,
      event: cx.properties,
      overridesAuth: checkAuth(cx, api),
      model: built ? requestModelOf(cx, api) : undefined,
      parameters: built ? requestParametersOf(cx) : [],
    };
    cx.contribute(restOperations, api.id, operation, cx.cause);
    const name = cx.resolve(get(cx.host.properties, 'FunctionName') ?? null);
    if (isTruthy(name)) cx.contribute(restFunctionNames, api.id, name, cx.cause);
  },
});

/** What tells the permission's logical id apart: the name of the stage where it is known. */
const stageSuffix = ({ properties }: TargetApi): string => {
  const stage = get(properties, 'StageName');
  return isString(stage) ? stage : 'Stage';
};

/** API Gateway drops a slash at the end, and parameters of the path are wildcards in an ARN. */
const arnPath = (path: string): string => path.replace(/^(.+)\/$/, '$1').replace(/\{(?:[a-zA-Z0-9._-]+\+?)\}/g, '*');

const permit = (cx: AnyEventContext, api: TargetApi, path: string, method: string, suffix: string): void => {
  const verb = method.toLowerCase() === 'any' ? '*' : method.toUpperCase();
  const resource = `\${__ApiId__}/\${__Stage__}/${verb}${arnPath(path)}`;
  const arn = sub(`arn:${cx.partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:${resource}`, {
    __ApiId__: api.reference,
    __Stage__: '*',
  });
  const id = `${cx.id}Permission${isAlphanumeric(suffix) ? suffix : idSuffix(suffix)}`;
  permitInvocation(cx, 'apigateway.amazonaws.com', { SourceArn: arn }, id);
};

const integrationOf = (cx: AnyEventContext, streams: boolean) => {
  const { arn, targetId } = cx.host;
  const direct = isMap(arn) && Object.hasOwn(arn, 'Fn::GetAtt');
  const [version, call] = streams ? ['2021-11-15', 'response-streaming-invocations'] : ['2015-03-31', 'invocations'];
  const target = direct ? `\${${targetId}.Arn}` : `\${${targetId}}`;
  const uri = `arn:${cx.partition}:apigateway:\${AWS::Region}:lambda:path/${version}/functions/${target}/${call}`;
  return { kind: 'function', uri, direct } as const;
};
