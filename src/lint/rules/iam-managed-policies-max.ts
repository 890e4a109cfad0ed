import type { Cause } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, type Step } from '../../model/tree.ts';
import { certainItems } from '../facts/templates/choices.ts';
import { identityOf } from '../facts/templates/identity.ts';
import { headOf } from '../facts/templates/places.ts';

const quota = 20;
const maximum = 25;

/** Where the list was written: of a role that SAM makes, as the `Policies` of its function or state machine. */
const listedAt = (role: ResourceNode, path: readonly Step[], cx: RuleContext): Cause | undefined => {
  if (cx.written(role.id)) return headOf(role, path);
  const host = cx.written(cx.owner(role.id, role.at).logicalId);
  return host && !host.lacks('Policies') ? host.keyPlace('Policies') : role.place(...path);
};

export const iamManagedPoliciesMax = defineRule({
  id: 'iam-managed-policies-max',
  level: 'warning',
  category: 'limits',
  stage: 'expanded',
  title: 'Too many managed policies on a role',
  description:
    'A role takes up to 20 managed policies (set `quota` where the quota of your account is another one), and 25 at the very most. The policies that SAM adds count. A policy listed twice is reported too.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html; cfn-lint AWS::IAM::Role maxItems',
  options: { quota: { default: quota, doc: 'How many managed policies a role of your account may have.' } },
  messages: {
    quota: "The role '{id}' has {count} managed policies; without a raised quota it takes {maximum}.",
    tooMany:
      "The role '{id}' has {count} managed policies; it takes at most {maximum}. Write some of them as inline policies.",
    twice: "The role '{id}' has this managed policy twice; remove it here.",
  },
  example: {
    in: 'function',
    fails: () => `‹Policies›:\n${policies(21)}`,
    passes: () => `Policies:\n${policies(2)}`,
  },
  on: ['AWS::IAM::Role'],
  check(role, cx) {
    const limit = cx.option<number>('quota');
    for (const { value: list, path } of role.all('ManagedPolicyArns')) {
      if (!isList(list)) continue;
      const certain = certainItems(list);
      const count = certain.length;
      if (count > limit) {
        const over = count > maximum;
        const most = over ? maximum : limit;
        cx.report(over ? 'tooMany' : 'quota', listedAt(role, path, cx), {
          data: { id: role.id, count, maximum: most },
          related: [role.place(...path, certain[most]!)],
          level: over ? 'error' : 'warning',
        });
      }
      const seen = new Map<string, number>();
      for (const index of certain) {
        const identity = identityOf(list[index], cx);
        const first = seen.get(identity);
        if (first === undefined) seen.set(identity, index);
        else {
          const related = [role.place(...path, first)];
          cx.report('twice', role.place(...path, index), { data: { id: role.id }, related });
        }
      }
    }
  },
});

const policies = (count: number): string =>
  Array.from({ length: count }, (_, at) => `  - arn:aws:iam::123456789012:policy/orders-${at}\n`).join('');
