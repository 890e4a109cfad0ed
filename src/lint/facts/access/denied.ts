import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { matchesAction } from '../policies/action-pattern.ts';
import { type Denial, denialsOf, denialsOfPolicy } from '../policies/denials.ts';
import { type Answer, allOf, anyOf } from './answer.ts';
import { type ArnPattern, arnPattern, takesIn } from './arn.ts';
import type { Grants } from './sender.ts';

/** Whether a pattern for ARNs takes in all of what counts, not only a part of it. */
export type Covers = (pattern: ArnPattern) => Answer;

/**
 * Whether an explicit `Deny` takes an action away from a role, which no `Allow` gives back: `yes` where it certainly
 * does, `unknown` where a condition decides; and by which policies. The action may be a pattern.
 */
export const deniedTo = (role: ResourceNode, action: string, covers: Covers, view: TemplateView): Grants => {
  const by = new Set<ResourceNode>();
  const answers = denialsOf(role, view).map((denial): Answer => {
    const answer = denies(denial, action, covers, view);
    if (answer !== 'no') by.add(denial.owner);
    return answer;
  });
  return { answer: anyOf(answers), by: [...by] };
};

/** The same for the statements of one policy. */
export const deniedIn = (policy: ResourceNode, action: string, covers: Covers, view: TemplateView): Answer =>
  anyOf(denialsOfPolicy(policy, view).map((denial) => denies(denial, action, covers, view)));

const denies = (denial: Denial, action: string, covers: Covers, view: TemplateView): Answer => {
  const on = anyOf(denial.resources.map((value) => covers(arnPattern(value, view))));
  return allOf([deniesAction(denial, action), on, denial.certain ? 'yes' : 'unknown']);
};

/** Of a pattern of actions that are not all named, it is left open which of them are denied. */
const deniesAction = ({ actions, except }: Denial, action: string): Answer => {
  const name = action.toLowerCase();
  const isNamed = actions.some((pattern) => matchesAction(pattern, [name]));
  if (isNamed) return except ? 'no' : 'yes';
  const isPartly = /[*?]/.test(name) && actions.some((pattern) => matchesAction(name, [pattern]));
  return isPartly ? 'unknown' : except ? 'yes' : 'no';
};

/** Whether a pattern takes in a whole resource of the template, by its own ARN. */
export const coversAll = (target: ResourceNode, view: TemplateView): Covers => {
  return (pattern) => {
    const answer = takesIn(pattern, target, view);
    if (answer !== 'yes' || !pattern.names.has(target.id)) return answer;
    const [, attribute, rest] = /\$\{\w+(?:\.(\w+))?\}([^$]*)$/.exec(pattern.text) ?? [];
    const isOwn = attribute === undefined || /^(?:Arn|TopicArn|\w*Name)$/.test(attribute);
    return isOwn && (rest === '' || rest === '*') ? 'yes' : 'unknown';
  };
};

/** Only what is on everything counts where nothing is known of the resource. */
export const coversAnything: Covers = ({ text }) => (/^\*+$/.test(text) ? 'yes' : 'unknown');
