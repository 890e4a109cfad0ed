import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { documentsOf } from '../policies/documents.ts';
import { policyFaults } from '../policies/faults.ts';
import { allowsAction, permissionsOf } from '../policies/role-permissions.ts';
import { trustedServices } from '../policies/trust.ts';
import { type Answer, allOf, anyOf, not } from './answer.ts';
import { type ArnPattern, arnPattern, takesIn } from './arn.ts';
import { coversAll, coversAnything, deniedTo } from './denied.ts';
import { namesService } from './principal.ts';
import type { Grants } from './sender.ts';
import { mayGetUnseen } from './unseen.ts';

/** The role of the template that a value names. */
export const roleBehind = (value: Json, view: TemplateView): ResourceNode | undefined => {
  const role = view.target(value);
  return role?.type === 'AWS::IAM::Role' ? role : undefined;
};

/** Whether a service may take a role. What breaks the grammar of policies is unknown: other rules say so. */
export const roleTrusts = (role: ResourceNode, service: string, view: TemplateView): Answer => {
  const { services, complete } = trustedServices(role, view);
  for (const each of services) if (namesService(each, service)) return 'yes';
  if (!complete || role.lacks('AssumeRolePolicyDocument')) return 'unknown';
  const isBroken = documentsOf(role, view).some(
    (document) => document.kind === 'trust' && policyFaults(document, view).length > 0,
  );
  return isBroken ? 'unknown' : 'no';
};

/**
 * Whether a role may do at least one of several actions on a resource of the template, or on anything: some statement
 * allows it, and no explicit `Deny` takes it away. `taken` says whether a pattern takes in what counts, where that is not
 * the resource itself.
 */
export const roleMay = (
  role: ResourceNode,
  actions: readonly string[],
  target: ResourceNode | undefined,
  view: TemplateView,
  taken?: (pattern: ArnPattern) => Answer,
): Grants => {
  const { grants, complete } = permissionsOf(role, view);
  const takes = taken ?? (target ? (pattern) => takesIn(pattern, target, view) : unknown);
  const covers = taken ?? (target ? coversAll(target, view) : coversAnything);
  const by = new Set<ResourceNode>();
  const denials = actions.map((action) => deniedTo(role, action, covers, view).answer);
  const answers = actions.map((action, index): Answer => {
    const denial = not(denials[index]!);
    const allowing = grants.filter((grant) => allowsAction(grant, action));
    return anyOf(
      allowing.map((grant): Answer => {
        const on = grant.narrowed
          ? 'unknown'
          : anyOf(grant.resources.map(({ value }) => takes(arnPattern(value, view))));
        const answer = allOf([on, denial]);
        if (answer !== 'no') by.add(grant.owner ?? role);
        return answer;
      }),
    );
  });
  const answer = anyOf(answers);
  const isSeen = complete && !mayGetUnseen(role.id, view);
  const isDenied = denials.every((denied) => denied === 'yes');
  return { answer: answer === 'no' && !isSeen && !isDenied ? 'unknown' : answer, by: [...by] };
};

const unknown = (): Answer => 'unknown';
