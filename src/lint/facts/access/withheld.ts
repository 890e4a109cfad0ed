import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { type Answer, anyOf, not } from './answer.ts';
import { boundaryLets } from './boundary.ts';
import { type Covers, coversAll, coversAnything, deniedTo } from './denied.ts';
import { deniedByPolicy } from './resource-denials.ts';

/** What stands against something that the policies of a role allow. */
export interface Withheld {
  readonly answer: Answer;
  /** The roles and policies whose `Deny` takes it away, or may do so. */
  readonly deniers: readonly ResourceNode[];
  /** The role whose permissions boundary does not let it through, or may not. */
  readonly bounded: ResourceNode | undefined;
}

/**
 * Whether an action that the policies of a role allow is taken away again: by an explicit `Deny` of the role, by one of the
 * resource, or by the permissions boundary of the role.
 */
export const withheldFrom = (
  role: ResourceNode,
  action: string,
  target: ResourceNode | undefined,
  covers: Covers,
  view: TemplateView,
): Withheld => {
  const own = deniedTo(role, action, covers, view);
  const its = target ? deniedByPolicy(target, action, { role }, view) : undefined;
  const bounded = not(boundaryLets(role, action, covers, view));
  return {
    answer: anyOf([own.answer, its?.answer ?? 'no', bounded]),
    deniers: [...own.by, ...(its?.by ?? [])],
    bounded: bounded === 'no' ? undefined : role,
  };
};

/** Whether a pattern takes in all of a resource, or anything where nothing is known of that. */
export const coversOf = (target: ResourceNode | undefined, view: TemplateView): Covers =>
  target ? coversAll(target, view) : coversAnything;
