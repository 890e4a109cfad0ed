import { getAtt, ref } from '../../model/intrinsics.ts';
import { isLogicalId } from '../../model/logical-id.ts';
import { carry, shallowCopy, stamp } from '../../model/origin.ts';
import type { Attributes } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { isMap, isNothing, isString, isTruthy, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import type { StateMachineContext } from './index.ts';

const NeedsAlias = message(
  'missing-alias',
  'error',
  (property: string) => `'${property}' requires an alias; set 'AutoPublishAlias'.`,
);
const BadAlias = message(
  'invalid-alias',
  'error',
  (found: string) =>
    `'AutoPublishAlias' is ${found}; it becomes part of a logical ID and must be a string of letters and digits.`,
);
const BadPreference = message(
  'wrong-type',
  'error',
  (found: string) => `'DeploymentPreference' is ${found}; it must be a map.`,
);

/** Publishes a version and lets the alias point to it; gives the alias's logical id, undefined where none is wanted. */
export const publish = (cx: StateMachineContext): string | undefined => {
  const { AutoPublishAlias: name, DeploymentPreference, UseAliasAsEventTarget } = cx.props;
  if (!isTruthy(name)) {
    if (isTruthy(DeploymentPreference)) {
      cx.report(NeedsAlias('DeploymentPreference'), cx.at('DeploymentPreference'));
    }
    if (UseAliasAsEventTarget === true) {
      cx.report(NeedsAlias('UseAliasAsEventTarget'), cx.at('UseAliasAsEventTarget'));
    }
    return undefined;
  }
  const text = typeof name === 'number' ? String(name) : name;
  if (!isString(text) || !isLogicalId(text)) {
    const at = cx.at('AutoPublishAlias');
    return isString(text)
      ? cx.fail(BadAlias(`'${text}'`), at, aliasIdOf(cx, text))
      : cx.fail(BadAlias(kindOf(text)), at);
  }
  return emitAlias(cx, text, emitVersion(cx));
};

const aliasIdOf = (cx: StateMachineContext, name: string): string => `${cx.id}Alias${name}`;

const emitVersion = (cx: StateMachineContext): string => {
  // One version is in the template at a time; those before it have to outlive it, or shifting traffic fails.
  const attributes: Attributes = shallowCopy(cx.inherited as JsonMap);
  attributes.DeletionPolicy ??= 'Retain';
  attributes.UpdateReplacePolicy ??= 'Retain';
  const id = `${cx.id}Version`;
  cx.emit({
    id,
    type: 'AWS::StepFunctions::StateMachineVersion',
    properties: {
      StateMachineArn: ref(cx.id),
      StateMachineRevisionId: getAtt(cx.id, 'StateMachineRevisionId'),
    },
    attributes,
    cause: cx.at('AutoPublishAlias'),
  });
  return id;
};

const emitAlias = (cx: StateMachineContext, name: string, versionId: string): string => {
  const id = aliasIdOf(cx, name);
  const properties = newMap();
  carry(cx.properties, 'AutoPublishAlias', properties, 'Name');
  properties['DeploymentPreference'] = preference(cx, versionId);
  cx.emit({
    id,
    type: 'AWS::StepFunctions::StateMachineAlias',
    properties,
    attributes: cx.inherited,
    cause: cx.at('AutoPublishAlias'),
  });
  return id;
};

const preference = (cx: StateMachineContext, versionId: string): JsonMap => {
  const given = cx.props.DeploymentPreference;
  if (isTruthy(given) && !isMap(given)) {
    return cx.fail(BadPreference(kindOf(given)), cx.at('DeploymentPreference'));
  }
  const result = isMap(given) && isTruthy(given) ? shallowCopy(given) : stamp(newMap(), cx.at('AutoPublishAlias'));
  if (isNothing(given) || !isTruthy(given)) result['Type'] = 'ALL_AT_ONCE';
  result['StateMachineVersionArn'] = ref(versionId);
  return result;
};
