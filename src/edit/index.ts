import type { Change } from '../model/change.ts';
import type { Source } from '../model/origin.ts';
import { type Json, sameData } from '../model/tree.ts';
import { applyEdits, type Edit } from './apply.ts';
import { Chosen } from './chosen.ts';
import { outcomeOf } from './outcome.ts';
import { Planner } from './plan.ts';
import { waiting } from './waiting.ts';

export { type Edit, withLineBreaks } from './apply.ts';
export { type Plan, Planner } from './plan.ts';

/** Reads a text into the data tree that changes are made of; undefined where it is broken. */
export type ReadTree = (text: string) => { readonly root: Json; readonly source: Source } | undefined;

/**
 * What became of a set of changes. `made`: it stands in the text. `later`: it meets another one; ask again with the
 * changed text. `unfit`: the text does not show what it wants to change. `wrong`: the changed text would have held other
 * data than intended, so it was left out.
 */
export type Outcome = 'made' | 'later' | 'unfit' | 'wrong';

/**
 * Makes sets of changes in a text, each set wholly or not at all. What was made is read again, and must hold the data as
 * they were with exactly these changes. A byte-order mark, line breaks, comments and layout stay as they are.
 * @param rests for each set the stretches of the text that it rests on: it waits where another set changes them
 */
export const applyChanges = (
  text: string,
  sets: readonly (readonly Change[])[],
  read: ReadTree,
  rests: readonly (readonly Edit['at'][])[] = [],
): { readonly text: string; readonly outcomes: readonly Outcome[] } => {
  const before = read(text);
  if (!before) return { text, outcomes: sets.map(() => 'unfit') };
  const planner = new Planner(before.root, before.source);
  const plans = sets.map((changes) => planner.plan(changes));
  const outcomes: Outcome[] = plans.map((plan) => (plan ? 'later' : 'unfit'));
  let proven: readonly number[] = [];
  const make = (indexes: readonly number[]): string | undefined => {
    const made = [...proven, ...indexes].map((at) => plans[at]!);
    const changed = applyTo(
      text,
      made.flatMap(({ edits }) => edits),
    );
    const intended = outcomeOf(
      before.root,
      made.flatMap(({ operations }) => operations),
    );
    return sameData(read(changed)?.root, intended) ? changed : undefined;
  };
  let result = text;
  const makeAll = (indexes: readonly number[]): void => {
    const chosen = new Chosen();
    const candidates = indexes.filter((at) => plans[at] && chosen.take(plans[at]));
    // Where all together do not hold, halves are tried, down to the ones to blame.
    const open: (readonly number[])[] = candidates.length > 0 ? [candidates] : [];
    for (let group = open.pop(); group; group = open.pop()) {
      const changed = make(group);
      if (changed !== undefined) {
        result = changed;
        proven = [...proven, ...group];
        for (const at of group) outcomes[at] = 'made';
      } else if (group.length === 1) outcomes[group[0]!] = 'wrong';
      else {
        const half = group.length >> 1;
        open.push(group.slice(half), group.slice(0, half));
      }
    }
  };
  const late = waiting(
    plans.map((plan) => plan?.edits ?? []),
    rests,
  );
  const indexes = [...plans.keys()];
  makeAll(indexes.filter((at) => !late.has(at)));
  // What waits for each other, or for what cannot be made, has nothing to wait for.
  if (proven.length === 0) makeAll([...late]);
  return { text: result, outcomes };
};

/** Makes changes in a text; offsets are those of the text without its byte-order mark, which stays. */
export const applyTo = (text: string, edits: readonly Edit[]): string => {
  const mark = text.charCodeAt(0) === 0xfeff ? text[0]! : '';
  return mark + applyEdits(text.slice(mark.length), edits);
};
