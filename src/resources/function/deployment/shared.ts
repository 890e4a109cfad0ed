import { type Deployment, deployments } from '../../../model/channel.ts';
import { eitherOf } from '../../../model/conditions.ts';
import { assumeRolePolicy, awsManagedPolicy } from '../../../model/iam.ts';
import { type Cause, carry, lacking } from '../../../model/origin.ts';
import { type Attributes, type Contribution, defineFinisher, type FinishContext } from '../../../model/plugin.ts';
import { tagList } from '../../../model/tags.ts';
import { type JsonMap, newMap } from '../../../model/tree.ts';
import { applicationId, serviceRoleId } from './names.ts';

const conditionName = 'ServerlessCodeDeployCondition';

/** Makes what all deployments share: the CodeDeploy application and, where one of them needs it, a role. */
export const sharedDeployment = defineFinisher({
  channel: deployments,
  finish(cx, contributions) {
    const cause = causeOf(contributions);
    const attributes = conditionOf(cx, contributions, cause);
    const properties: JsonMap = { ComputePlatform: 'Lambda' };
    const tags = allTags(contributions);
    if (Object.keys(tags).length > 0) properties['Tags'] = tagList(tags);
    cx.emit({ id: applicationId, type: 'AWS::CodeDeploy::Application', properties, attributes, cause });
    const withoutRole = contributions.filter(({ item }) => !item.ownRole);
    if (withoutRole.length > 0) emitRole(cx, { attributes, tags, cause: lacking(causeOf(withoutRole), 'Role') });
  },
});

const causeOf = (contributions: readonly Contribution<Deployment>[]): Cause | undefined => {
  const [first, ...others] = contributions.flatMap(({ cause }) => cause ?? []);
  return first && { ...first, related: others };
};

/** Nothing when one deployment is unconditional, else the condition that one of them takes place. */
const conditionOf = (
  cx: FinishContext,
  contributions: readonly Contribution<Deployment>[],
  cause: Cause | undefined,
): Attributes | undefined => {
  const names = new Set(contributions.map(({ item }) => item.condition));
  if (names.has(undefined)) return undefined;
  const [only, ...others] = names as Set<string>;
  if (others.length === 0) return { Condition: only! };
  for (const [name, value] of eitherOf([only!, ...others], conditionName)) cx.addCondition(name, value, cause);
  return { Condition: conditionName };
};

const allTags = (contributions: readonly Contribution<Deployment>[]): JsonMap => {
  const all = newMap();
  for (const { item } of contributions) {
    if (item.tags) for (const key of Object.keys(item.tags)) carry(item.tags, key, all);
  }
  return all;
};

/** Partitions in which CodeDeploy has a policy of its own for Lambda. */
const limited: ReadonlySet<string> = new Set(['aws-iso', 'aws-iso-b']);

interface RoleSettings {
  readonly attributes: Attributes | undefined;
  readonly tags: JsonMap;
  readonly cause: Cause | undefined;
}

const emitRole = (cx: FinishContext, { attributes, tags, cause }: RoleSettings): void => {
  const policy = `AWSCodeDeployRoleForLambda${limited.has(cx.partition) ? 'Limited' : ''}`;
  const properties: JsonMap = {
    AssumeRolePolicyDocument: assumeRolePolicy('codedeploy.amazonaws.com'),
    ManagedPolicyArns: [awsManagedPolicy(cx.partition, `service-role/${policy}`)],
  };
  if (Object.keys(tags).length > 0) properties['Tags'] = tagList(tags);
  cx.emit({ id: serviceRoleId, type: 'AWS::IAM::Role', properties, attributes, cause });
};
