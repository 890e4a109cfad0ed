import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { oncePerThing } from '../templates/once.ts';
import { type Answer, allOf } from './answer.ts';
import type { Call } from './calls.ts';
import type { MeantFunction } from './function-meant.ts';
import { functionLetsIn } from './function-policy.ts';
import { roleReaches } from './reaches.ts';
import { deniedByPolicy } from './resource-denials.ts';
import { resourcePolicies } from './resource-policies.ts';
import { resourceLetsIn } from './resource-policy.ts';
import { roleBehind, roleMay, roleTrusts } from './role.ts';
import { sendActions } from './send-actions.ts';
import type { Grants, Sender } from './sender.ts';

/** What must permit a call: the policy of the called function, queue or topic, or a role of the caller. */
export type Way = 'function' | 'queue' | 'topic' | 'role';

/** Whether a call is permitted, as far as the template shows it. */
export interface Permission extends Grants {
  readonly way: Way;
  /** Of a role of the template: it, whether the caller may take it, and whether it allows the call. */
  readonly role?: ResourceNode | undefined;
  readonly trusts?: Answer;
  readonly allows?: Answer;
}

/** The actions of which a call needs one; none where they are not known. */
export const actionsOf = ({ actions, target }: Call): readonly string[] =>
  actions ?? (target ? sendActions(target.type) : []);

/** Whether a call is permitted: by its role where it has one, by the policy of the called otherwise. */
export const permissionOf = oncePerThing((call: Call, view: TemplateView): Permission => {
  const { called, target, roles, role, sender } = call;
  if (roles.length > 0) return byRole(call, view);
  if (role === 'needed') return { way: 'role', answer: target ? 'no' : 'unknown', by: [] };
  if (called) return { way: 'function', ...byFunction(called, sender, view) };
  if (target?.type === 'AWS::SQS::Queue') {
    return { way: 'queue', ...resourceLetsIn(target, 'sqs:SendMessage', sender, view) };
  }
  if (target?.type === 'AWS::SNS::Topic') {
    return { way: 'topic', ...resourceLetsIn(target, 'sns:Publish', sender, view) };
  }
  const needsRole = role === 'possible' && target !== undefined && roleOnly(target.type);
  return { way: 'role', answer: needsRole ? 'no' : 'unknown', by: [] };
});

/** By the permissions of a function, unless a resource policy beside them denies it, or may allow it. */
const byFunction = (called: MeantFunction, sender: Sender, view: TemplateView): Grants => {
  const grants = functionLetsIn(called, sender, view);
  const { own, perhaps } = resourcePolicies(called.fn, view);
  if (own.length + perhaps.length === 0) return grants;
  const denied = deniedByPolicy(called.fn, 'lambda:InvokeFunction', sender, view).answer;
  if (denied === 'yes') return { answer: 'no', by: [] };
  return denied === 'unknown' || grants.answer === 'no' ? { ...grants, answer: 'unknown' } : grants;
};

/** What no policy of its own lets anybody in to. Event buses are left out: those of the same account let rules in. */
const roleOnly = (type: string): boolean => type !== 'AWS::Events::EventBus' && sendActions(type).length > 0;

/** Of several roles by condition nothing is said. */
const byRole = (call: Call, view: TemplateView): Permission => {
  const { roles, target, sender } = call;
  const role = roles.length === 1 ? roleBehind(roles[0]!.value, view) : undefined;
  if (!role) return { way: 'role', answer: 'unknown', by: [] };
  const trusts = roleTrusts(role, sender.service, view);
  const actions = actionsOf(call);
  const { answer: allows, by } = actions.length > 0 ? roleMay(role, actions, target, view) : unknown;
  const reaches = actions.length > 0 ? roleReaches(role, actions, target, view).answer : allows;
  return { way: 'role', answer: allOf([trusts, reaches]), by, role, trusts, allows };
};

const unknown: Grants = { answer: 'unknown', by: [] };
