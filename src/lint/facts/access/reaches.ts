import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { type Answer, allOf, not } from './answer.ts';
import type { ArnPattern } from './arn.ts';
import { roleMay } from './role.ts';
import type { Grants } from './sender.ts';
import { coversOf, withheldFrom } from './withheld.ts';

/**
 * Whether a role may do at least one of several actions on a resource after all: its policies allow it (`roleMay`), and
 * neither the policy of the resource nor the permissions boundary of the role takes it away.
 */
export const roleReaches = (
  role: ResourceNode,
  actions: readonly string[],
  target: ResourceNode | undefined,
  view: TemplateView,
  taken?: (pattern: ArnPattern) => Answer,
): Grants => {
  const { answer, by } = roleMay(role, actions, target, view, taken);
  const covers = taken ?? coversOf(target, view);
  const held = actions.map((action) => withheldFrom(role, action, target, covers, view).answer);
  return { answer: held.length === 0 ? answer : allOf([answer, not(allOf(held))]), by };
};
