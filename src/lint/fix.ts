import type { Span } from '../model/origin.ts';

/** A change of a text: everything from `at.start` to `at.end` becomes `text`. */
export interface Edit {
  readonly at: Pick<Span, 'start' | 'end'>;
  readonly text: string;
}

/**
 * Applies changes to a text; everything else, comments and layout included, stays as it is. Of changes that overlap or
 * start at the same place only the first is made: run the rules again for the rest.
 */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  const ordered = [...edits].sort((left, right) => left.at.start - right.at.start || left.at.end - right.at.end);
  let result = '';
  let done = 0;
  let last = -1;
  for (const { at, text: replacement } of ordered) {
    if (at.start < done || at.start === last) continue;
    last = at.start;
    result += text.slice(done, at.start) + replacement;
    done = at.end;
  }
  return result + text.slice(done);
};
