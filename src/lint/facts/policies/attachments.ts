import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isIntrinsic, isString } from '../../../model/tree.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';

const types = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** The policies of the template that name the roles they are for, by these. */
interface Attachments {
  readonly byRole: ReadonlyMap<ResourceNode, readonly ResourceNode[]>;
  /** By names of roles, as text. */
  readonly byName: ReadonlyMap<string, readonly ResourceNode[]>;
  /** Policies that may be attached to any role as well. */
  readonly open: ReadonlySet<ResourceNode>;
  /** The policies in their order in the template. */
  readonly order: ReadonlyMap<ResourceNode, number>;
}

/** The policies that are attached to a role from outside. */
export interface AttachedPolicies {
  readonly policies: readonly ResourceNode[];
  /** False where there is another one that may be attached to it. */
  readonly complete: boolean;
}

/** The policies of the template that name a role. */
export const attachedPolicies = (role: ResourceNode, cx: TemplateView): AttachedPolicies => {
  const { byRole, byName, open, order } = attachments(cx);
  const byOwnName = role.strings('RoleName').flatMap(({ value }) => byName.get(value) ?? []);
  const policies = new Set([...(byRole.get(role) ?? []), ...byOwnName]);
  const inOrder = [...policies].sort((left, right) => order.get(left)! - order.get(right)!);
  return { policies: inOrder, complete: [...open].every((policy) => policies.has(policy)) };
};

const attachments = oncePerTemplate((cx): Attachments => {
  const byRole = new Map<ResourceNode, ResourceNode[]>();
  const byName = new Map<string, ResourceNode[]>();
  const open = new Set<ResourceNode>();
  const order = new Map<ResourceNode, number>();
  for (const policy of cx.resources(...types)) {
    order.set(policy, order.size);
    if (policy.all('Roles').some(({ value }) => isIntrinsic(value))) {
      open.add(policy);
      continue;
    }
    const path = policy.type === 'AWS::IAM::RolePolicy' ? ['RoleName'] : ['Roles', '*'];
    for (const { value } of policy.all(...path)) {
      const role = cx.target(value);
      const name = role ? undefined : cx.resolve(value);
      if (role) addTo(byRole, role, policy);
      else if (isString(name)) addTo(byName, name, policy);
      else if (name === undefined) open.add(policy);
    }
  }
  return { byRole, byName, open, order };
});
