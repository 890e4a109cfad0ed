import { deployments } from '../../../model/channel.ts';
import { ref } from '../../../model/intrinsics.ts';
import { carry, entryOf, stamp } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, isMap, isNothing, isTruthy, type JsonMap, kindOf, newMap } from '../../../model/tree.ts';
import { propagatedTags } from '../../sam-tags.ts';
import type { Alias } from '../alias.ts';
import type { FunctionContext } from '../context.ts';
import { emitGroup } from './group.ts';
import { applicationId } from './names.ts';
import { isEnabled, passesCondition } from './switches.ts';

const NoAlias = message(
  'requires-property',
  'error',
  () => "'DeploymentPreference' needs 'AutoPublishAlias': CodeDeploy shifts the traffic of an alias.",
);
const NoType = message('missing-property', 'error', () => "'DeploymentPreference' needs 'Type' unless it is disabled.");
const HooksNotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'DeploymentPreference.Hooks' is ${found}; it must be a map with 'PreTraffic' and 'PostTraffic'.`,
);

/**
 * Emits the deployment group of the function, where CodeDeploy is to deploy it.
 * @returns the update policy with which CodeDeploy shifts the alias
 */
export const deployAlias = (cx: FunctionContext, alias: Alias | undefined): JsonMap | undefined => {
  const preference = cx.props.DeploymentPreference;
  if (!isMap(preference) || !isTruthy(preference)) return undefined;
  const passes = passesCondition(cx, preference);
  if (!isEnabled(cx, preference)) return undefined;

  const cause = cx.at('DeploymentPreference');
  if (!Object.hasOwn(preference, 'Type')) cx.report(NoType(), cause);
  const hooks = Object.hasOwn(preference, 'Hooks') ? preference['Hooks']! : newMap();
  if (!isMap(hooks)) cx.report(HooksNotMap(kindOf(hooks)), cx.at('DeploymentPreference', 'Hooks'));
  if (!alias) {
    cx.report(NoAlias(), entryOf(cx.properties, 'DeploymentPreference')?.key ?? cause);
    return undefined;
  }

  const name = cx.inherited.Condition;
  const condition = passes && typeof name === 'string' ? name : undefined;
  const ownRole = isTruthy(get(preference, 'Role'));
  cx.contribute(deployments, '', { condition, ownRole, tags: propagatedTags(cx) }, cause);
  const groupId = `${cx.id}DeploymentGroup`;
  emitGroup(cx, groupId, preference, condition);

  const update: JsonMap = { ApplicationName: ref(applicationId), DeploymentGroupName: ref(groupId) };
  if (!isNothing(get(hooks, 'PreTraffic'))) carry(hooks, 'PreTraffic', update, 'BeforeAllowTrafficHook');
  if (!isNothing(get(hooks, 'PostTraffic'))) carry(hooks, 'PostTraffic', update, 'AfterAllowTrafficHook');
  return stamp({ CodeDeployLambdaAliasUpdate: update }, cause);
};
