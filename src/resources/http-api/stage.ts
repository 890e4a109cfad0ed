import { idSuffix } from '../../model/hash.ts';
import { ref } from '../../model/intrinsics.ts';
import { isAlphanumeric } from '../../model/logical-id.ts';
import { carry, entryOf, place } from '../../model/origin.ts';
import { isString, isTruthy, type JsonMap, newMap } from '../../model/tree.ts';
import type { HttpApiContext } from './index.ts';
import { routeSettings } from './route-settings.ts';

const defaultStage = '$default';

/** Emits the stage and gives its logical id. */
export const emitStage = (cx: HttpApiContext, tags: JsonMap | undefined): string => {
  const properties = newMap();
  properties['ApiId'] = ref(cx.id);
  properties['StageName'] = defaultStage;
  if (isTruthy(cx.props.StageName)) carry(cx.properties, 'StageName', properties);
  for (const name of ['StageVariables', 'AccessLogSettings', 'DefaultRouteSettings']) {
    carry(cx.properties, name, properties);
  }
  const settings = routeSettings(cx);
  if (settings) {
    properties['RouteSettings'] = settings;
    place(properties, 'RouteSettings', entryOf(cx.properties, 'RouteSettings'));
  }
  if (tags) properties['Tags'] = tags;
  properties['AutoDeploy'] = true;
  const id = stageId(cx);
  const cause = cx.at('StageName');
  cx.emit({ id, type: 'AWS::ApiGatewayV2::Stage', properties, attributes: cx.inherited, cause });
  cx.refer('Stage', id);
  return id;
};

/** A name that is only known at deployment has no part in the id. */
const stageId = (cx: HttpApiContext): string => {
  const name = isTruthy(cx.props.StageName) ? cx.props.StageName : defaultStage;
  if (name === defaultStage) return `${cx.id}ApiGatewayDefaultStage`;
  if (!isString(name)) return `${cx.id}Stage`;
  return isAlphanumeric(name) ? `${cx.id}${name}Stage` : `${cx.id}Stage${idSuffix(name)}`;
};
