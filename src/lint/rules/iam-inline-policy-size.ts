import { leastOf } from '../../model/lists.ts';
import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { leastPolicySize } from '../facts/policies/size.ts';
import { choicesOf } from '../facts/templates/choices.ts';
import { identityOf } from '../facts/templates/identity.ts';

const inlineMaximum = 10_240;
const managedMaximum = 6144;

/** The inline policies of one role, its own and those attached to it. */
interface Inline {
  readonly role: ResourceNode | undefined;
  size: number;
  readonly places: (Cause | undefined)[];
}

const ownSize = (role: ResourceNode, cx: RuleContext): number => {
  const lists = choicesOf(role.get('Policies'), undefined).map(({ value }) => {
    if (!Array.isArray(value)) return 0;
    const sizes = value.map((policy) =>
      leastOf(choicesOf(policy, undefined).map((each) => leastPolicySize(get(each.value, 'PolicyDocument'), cx))),
    );
    return sizes.reduce((total, size) => total + size, 0);
  });
  return leastOf(lists);
};

const inlinePolicies = (cx: RuleContext): Inline[] => {
  const byRole = new Map<string, Inline>();
  for (const role of cx.resources('AWS::IAM::Role')) {
    const places = role.lacks('Policies') ? [] : [role.keyPlace('Policies')];
    byRole.set(`#${role.id}`, { role, size: ownSize(role, cx), places });
  }
  for (const policy of cx.resources('AWS::IAM::Policy', 'AWS::IAM::RolePolicy')) {
    const size = leastPolicySize(policy.get('PolicyDocument'), cx);
    for (const { value } of [...policy.all('Roles', '*'), ...policy.all('RoleName')]) {
      const key = identityOf(value, cx);
      const inline = byRole.get(key) ?? { role: cx.target(value), size: 0, places: [] };
      byRole.set(key, inline);
      inline.size += size;
      inline.places.push(policy.keyPlace('PolicyDocument'));
    }
  }
  return [...byRole.values()];
};

export const iamInlinePolicySize = defineTemplateRule({
  id: 'iam-inline-policy-size',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy'],
  title: 'Inline policies over 10,240 characters',
  description:
    'All inline policies of a role together have at most 10,240 characters without white space, those that SAM makes of `Policies` and events included; a managed policy has at most 6,144. What is known only at deploy time counts nothing here, so the real size is at least the one reported. Move statements into managed policies, or use wildcards.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  messages: {
    inline:
      'The inline policies of {role} have at least {size} characters; a role takes at most {maximum}. Move statements into managed policies.',
    managed: "The managed policy '{id}' has at least {size} characters; at most {maximum} are allowed. Divide it.",
  },
  example: {
    in: 'function',
    fails: () => `‹Policies:\n${reading(320)}`,
    passes: () => `Policies:\n${reading(2)}`,
  },
  check(cx) {
    for (const { role, size, places } of inlinePolicies(cx)) {
      if (size <= inlineMaximum) continue;
      const data = { role: role ? `'${role.id}'` : 'one role', size, maximum: inlineMaximum };
      const more = role ? { logicalId: role.id } : {};
      cx.report('inline', places[0], { data, related: places.slice(1), ...more });
    }
    for (const policy of cx.resources('AWS::IAM::ManagedPolicy')) {
      const size = leastPolicySize(policy.get('PolicyDocument'), cx);
      if (size <= managedMaximum) continue;
      const data = { id: policy.id, size, maximum: managedMaximum };
      cx.report('managed', policy.keyPlace('PolicyDocument'), { data, logicalId: policy.id });
    }
  },
});

const reading = (count: number): string => {
  const resources = Array.from({ length: count }, (_, at) => `          - arn:aws:s3:::orders/prefix-${at}/*\n`).join(
    '',
  );
  return `  - Version: '2012-10-17'\n    Statement:\n      - Effect: Allow\n        Action: s3:GetObject\n        Resource:\n${resources}`;
};
