import type { Span } from '../model/origin.ts';

/** A change of a text: everything from `at.start` to `at.end` becomes `text`, in which `\n` parts lines. */
export interface Edit {
  readonly at: Pick<Span, 'start' | 'end'>;
  readonly text: string;
}

/** Makes changes that do not overlap; of several at one place the first comes first. All else stays as it is. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  const ordered = [...edits].sort((left, right) => left.at.start - right.at.start || left.at.end - right.at.end);
  let result = '';
  let done = 0;
  for (const edit of ordered) {
    result += text.slice(done, edit.at.start) + withLineBreaks(text, edit);
    done = edit.at.end;
  }
  return result + text.slice(done);
};

/** The text of an edit with the line breaks that the lines around it have. */
export const withLineBreaks = (text: string, { at, text: added }: Edit): string => {
  if (!added.includes('\n')) return added;
  const lineBreak = breakFrom(text, at.end) ?? breakBefore(text, at.start) ?? '\n';
  return lineBreak === '\n' ? added : added.replaceAll('\n', lineBreak);
};

const lineBreaks = /\r\n|[\n\r\x85\u2028\u2029]/g;

const breakFrom = (text: string, start: number): string | undefined => {
  lineBreaks.lastIndex = start;
  return lineBreaks.exec(text)?.[0];
};

const breakBefore = (text: string, end: number): string | undefined => {
  let at = end - 1;
  while (at >= 0 && !/[\n\r\x85\u2028\u2029]/.test(text[at]!)) at--;
  if (at < 0) return undefined;
  return text[at] === '\n' && text[at - 1] === '\r' ? '\r\n' : text[at];
};
