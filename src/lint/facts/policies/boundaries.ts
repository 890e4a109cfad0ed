import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { partialText } from '../texts/partial-text.ts';

const bounded = ['AWS::IAM::Role', 'AWS::IAM::User'];
const holders = [...bounded, 'AWS::IAM::Group'];

/** The managed policies of the template that are permissions boundaries and nothing else: a boundary grants nothing. */
export const onlyBoundaries = oncePerTemplate((cx): ReadonlySet<ResourceNode> => {
  const meant = (types: readonly string[], ...path: string[]) =>
    cx.resources(...types).flatMap((owner) => owner.all(...path).map(({ value }) => managedPolicy(value, cx)));
  const granting = new Set(meant(holders, 'ManagedPolicyArns', '*'));
  const boundaries = meant(bounded, 'PermissionsBoundary').filter((policy) => policy !== undefined);
  return new Set(boundaries.filter((policy) => !granting.has(policy) && isAttachedToNobody(policy)));
});

const isAttachedToNobody = (policy: ResourceNode): boolean =>
  ['Roles', 'Users', 'Groups'].every((list) => policy.lacks(list));

/** The managed policy of the template that a reference or an ARN with its name means. */
const managedPolicy = (value: Parameters<typeof partialText>[0], cx: TemplateView): ResourceNode | undefined => {
  const target = cx.target(value);
  if (target) return target;
  const name = partialText(value, cx)?.split('/').at(-1);
  return cx
    .resources('AWS::IAM::ManagedPolicy')
    .find((policy) => name !== undefined && cx.resolve(policy.get('ManagedPolicyName')) === name);
};
