import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { allowsAction, type Grant, grantsOfPolicy } from '../policies/role-permissions.ts';
import { type Answer, allOf, anyOf } from './answer.ts';
import { arnPattern } from './arn.ts';
import { type Covers, deniedIn } from './denied.ts';

/** Whether the permissions boundary of a role lets through what its policies allow; `yes` without one. */
export const boundaryLets = (role: ResourceNode, action: string, covers: Covers, view: TemplateView): Answer => {
  const boundaries = role.all('PermissionsBoundary');
  if (boundaries.length === 0) return role.lacks('PermissionsBoundary') ? 'yes' : 'unknown';
  return allOf(
    boundaries.map(({ value, at }) => {
      const policy = view.target(value);
      const { grants, complete } = grantsOfPolicy({ value, at }, view);
      const allowed = anyOf(grants.map((grant) => grantLets(grant, action, covers, view)));
      const denied = policy ? deniedIn(policy, action, covers, view) : 'no';
      if (denied === 'yes') return 'no';
      return denied === 'unknown' || (allowed === 'no' && !complete) ? 'unknown' : allowed;
    }),
  );
};

/** What a grant allows of a part only, or on a condition, is left open. */
const grantLets = (grant: Grant, action: string, covers: Covers, view: TemplateView): Answer => {
  if (!allowsAction(grant, action)) return 'no';
  return grant.narrowed ? 'unknown' : anyOf(grant.resources.map(({ value }) => covers(arnPattern(value, view))));
};
