import { ref } from '../../model/intrinsics.ts';
import { carry } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isNothing, isString, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { WebsocketContext } from './index.ts';

const ReservedStage = message(
  'wrong-value',
  'error',
  () => "The stage of a WebSocket API cannot be called '$default'; leave 'StageName' out for a stage called 'default'.",
);

const defaultStage = 'default';

/** The name of the API's one stage. */
export const stageNameOf = (cx: WebsocketContext): Json =>
  isNothing(cx.props.StageName) ? defaultStage : cx.props.StageName;

/** The logical id of the stage: a name that is only known at deployment has no part in it. */
export const stageIdOf = (cx: WebsocketContext): string => {
  const name = stageNameOf(cx);
  if (name === defaultStage) return `${cx.id}DefaultStage`;
  return `${cx.id}${isString(name) ? name : ''}Stage`;
};

/** Emits the stage. With settings for single routes it has to wait for these routes. */
export const emitStage = (cx: WebsocketContext, id: string, tags: JsonMap, routeIds: readonly string[]): void => {
  if (cx.props.StageName === '$default') cx.report(ReservedStage(), cx.at('StageName'));
  const properties = newMap();
  properties['ApiId'] = ref(cx.id);
  properties['StageName'] = defaultStage;
  for (const name of ['StageName', 'StageVariables', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings']) {
    carry(cx.properties, name, properties);
  }
  properties['Tags'] = tags;
  properties['AutoDeploy'] = true;
  const waits = isTruthy(cx.props.RouteSettings) && routeIds.length > 0;
  const attributes = waits ? { DependsOn: [...routeIds] } : {};
  const cause = cx.at('StageName');
  cx.emit({ id, type: 'AWS::ApiGatewayV2::Stage', properties, attributes, cause });
  cx.refer('Stage', id);
};
