import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { documentsOf } from '../policies/documents.ts';
import { policyFaults } from '../policies/faults.ts';
import { allowsAction, permissionsOf } from '../policies/role-permissions.ts';
import { trustedServices } from '../policies/trust.ts';
import { type Answer, anyOf } from './answer.ts';
import { type ArnPattern, arnPattern, takesIn } from './arn.ts';
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
 * Whether a role may do at least one of several actions on a resource of the template, or on anything. `taken` says
 * whether a pattern takes in what counts, where that is not the resource itself.
 */
export const roleMay = (
  role: ResourceNode,
  actions: readonly string[],
  target: ResourceNode | undefined,
  view: TemplateView,
  taken = (pattern: ArnPattern): Answer => (target ? takesIn(pattern, target, view) : 'unknown'),
): Grants => {
  const { grants, complete } = permissionsOf(role, view);
  const by = new Set<ResourceNode>();
  const answers = grants
    .filter((grant) => actions.some((action) => allowsAction(grant, action)))
    .map((grant): Answer => {
      const on = grant.narrowed ? 'unknown' : anyOf(grant.resources.map(({ value }) => taken(arnPattern(value, view))));
      if (on !== 'no') by.add(grant.owner ?? role);
      return on;
    });
  const answer = anyOf(answers);
  const isOpen = answer === 'no' && (!complete || mayGetUnseen(role.id, view));
  return { answer: isOpen ? 'unknown' : answer, by: [...by] };
};
