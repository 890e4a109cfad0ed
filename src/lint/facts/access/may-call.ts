import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { type Answer, anyOf } from './answer.ts';
import { type Call, callsByTarget } from './calls.ts';
import { rolesOf } from './own-roles.ts';
import { permissionOf } from './permission.ts';
import { roleReaches } from './reaches.ts';
import { sendActions } from './send-actions.ts';

/** Whether one resource may call another one. */
export interface MayCall {
  readonly answer: Answer;
  /** The calls that the template makes from one to the other. */
  readonly calls: readonly Call[];
  /** The permissions, policies and roles that grant it, or may do so. */
  readonly by: readonly ResourceNode[];
}

/**
 * Whether `from` may call `to`: by a call that the template makes (of `from` itself, or on its behalf), or by anything that
 * the role it acts with allows.
 */
export const mayCall = (from: ResourceNode, to: ResourceNode, view: TemplateView): MayCall => {
  const calls = (callsByTarget(view).get(to) ?? []).filter(
    ({ sender }) => sender.owner === from || sender.source === from,
  );
  const permissions = [...calls.map((call) => permissionOf(call, view)), ...byOwnRole(from, to, view)];
  return {
    answer: anyOf(permissions.map(({ answer }) => answer)),
    calls,
    by: [...new Set(permissions.flatMap(({ by }) => by))],
  };
};

const byOwnRole = (from: ResourceNode, to: ResourceNode, view: TemplateView) => {
  const actions = sendActions(to.type);
  if (actions.length === 0) return [];
  return rolesOf(from, view).map((role) =>
    role ? roleReaches(role, actions, to, view) : { answer: 'unknown' as const, by: [] },
  );
};
