import { didYouMean, nearest } from '../../model/nearest.ts';
import type { Span } from '../../model/origin.ts';
import { type Message, message } from '../../model/problem.ts';
import { lineOf } from './line.ts';
import { orList } from './messages.ts';
import { type Named, type Names, pseudoParameters } from './names.ts';

const UnknownName = message(
  'spec-unknown-name',
  'error',
  (name: string, what: string, near: string | undefined) =>
    `There is no ${what} named '${name}' in this file.${didYouMean(near)}`,
);
const UnknownGap = message(
  'spec-unknown-name',
  'error',
  (gap: string, name: string, near: string | undefined) =>
    `'\${${gap}}' refers to '${name}', but this file declares no such name.${didYouMean(near)} Write '\${!${gap}}' for the literal text.`,
);
const InOtherStages = message(
  'spec-other-stage',
  'error',
  (name: string, stages: readonly string[]) =>
    `'${name}' is only in the stage ${orList(stages)}, so what refers to it must be kept to that with 'only' too.`,
);

const RemovedByStage = message(
  'spec-other-stage',
  'error',
  (name: string, stage: string, at: Span | undefined) =>
    `The stage '${stage}' removes '${name}'${at ? ` on ${lineOf(at)}` : ''}. Let the stage remove or replace what refers to it, too.`,
);

/** What to report of a name that is there, but not in the chosen stage. */
export const notHere = (names: Names, name: string): Message | undefined => {
  const [stages, removed] = [names.elsewhere(name), names.removedBy(name)];
  if (stages !== undefined) return InOtherStages(name, stages);
  return removed && RemovedByStage(name, removed.stage, removed.at);
};

/** What to report of a name that a file does not declare: what else may have been meant, or where it is. */
export const unknownName = (
  names: Names,
  name: string,
  what: string,
  fits: (named: Named) => boolean = () => true,
): Message => notHere(names, name) ?? UnknownName(name, what, names.nearest(name, fits));

/** The same of a condition. */
export const unknownCondition = (names: Names, name: string): Message =>
  notHere(names, name) ?? UnknownName(name, 'condition', nearest(name, names.conditions ?? []));

/** The same of a gap in a text. */
export const unknownGap = (names: Names, gap: string, near?: string): Message => {
  const name = gap.split('.', 1)[0]!;
  const nearOne = near ?? (gap.startsWith('AWS::') ? nearest(gap, pseudoParameters) : names.nearest(name));
  return notHere(names, name) ?? UnknownGap(gap, name, nearOne);
};
