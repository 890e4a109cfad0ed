import { didYouMean, nearest } from '../../model/nearest.ts';
import { type Message, message } from '../../model/problem.ts';
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
    `'\${${gap}}' refers to '${name}', but this file declares no such name.${
      near ? didYouMean(near) : ` Write '\${!${gap}}' for the literal text.`
    }`,
);
const InOtherStages = message(
  'spec-other-stage',
  'error',
  (name: string, stages: readonly string[]) =>
    `'${name}' is only in the stage ${orList(stages)}, so what refers to it must be kept to that with 'only' too.`,
);

/** What to report of a name that a file does not declare: what else may have been meant, or where it is. */
export const unknownName = (
  names: Names,
  name: string,
  what: string,
  fits: (named: Named) => boolean = () => true,
): Message => {
  const stages = names.elsewhere(name);
  return stages === undefined ? UnknownName(name, what, names.nearest(name, fits)) : InOtherStages(name, stages);
};

/** The same of a gap in a text. */
export const unknownGap = (names: Names, gap: string, near?: string): Message => {
  const name = gap.split('.', 1)[0]!;
  const stages = names.elsewhere(name);
  const nearOne = near ?? (gap.startsWith('AWS::') ? nearest(gap, pseudoParameters) : names.nearest(name));
  return stages === undefined ? UnknownGap(gap, name, nearOne) : InOtherStages(name, stages);
};
