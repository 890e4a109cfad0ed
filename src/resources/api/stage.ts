import { idSuffix } from '../../model/hash.ts';
import { ref } from '../../model/intrinsics.ts';
import { isAlphanumeric } from '../../model/logical-id.ts';
import { carry, entryOf, place } from '../../model/origin.ts';
import { isString, newMap } from '../../model/tree.ts';
import type { ApiContext } from './context.ts';
import { tagsOf } from './tags.ts';

const passedOn = [
  'StageName',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'Variables',
  'MethodSettings',
  'AccessLogSetting',
  'CanarySetting',
  'TracingEnabled',
] as const;

/** The logical id of the stage: its name is part of it where it is known. */
export const stageIdOf = (cx: ApiContext): string => {
  const { StageName } = cx.props;
  const name = isString(StageName) ? StageName : '';
  return isAlphanumeric(name) ? `${cx.id}${name}Stage` : `${cx.id}Stage${idSuffix(name)}`;
};

/** Emits the `AWS::ApiGateway::Stage` of a deployment. */
export const emitStage = (cx: ApiContext, id: string, deploymentId: string): void => {
  const properties = newMap();
  properties['RestApiId'] = ref(cx.id);
  properties['DeploymentId'] = ref(deploymentId);
  for (const name of passedOn) carry(cx.properties, name, properties);
  const tags = tagsOf(cx);
  if (tags) {
    properties['Tags'] = tags;
    place(properties, 'Tags', entryOf(cx.properties, 'Tags'));
  }
  const cause = cx.at('StageName');
  cx.emit({ id, type: 'AWS::ApiGateway::Stage', properties, attributes: cx.inherited, cause });
  cx.refer('Stage', id);
};
