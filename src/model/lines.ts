import type { Source } from './origin.ts';

const known = new WeakMap<Source, number[]>();

/** The offsets at which the lines of a source start; looked for once. */
export const lineStarts = (source: Source): readonly number[] => {
  let starts = known.get(source);
  if (!starts) {
    starts = [0];
    for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
    known.set(source, starts);
  }
  return starts;
};

/** The index, from 0, of the line that an offset lies in. */
export const lineAt = (source: Source, offset: number): number => {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** For each line the index of the first line from it on that is neither empty nor only a comment. */
export const codeLines = (lines: readonly string[]): number[] => {
  const next = [...lines.keys(), lines.length];
  for (let at = lines.length - 1; at >= 0; at--) if (/^\s*(#.*)?$/.test(lines[at]!)) next[at] = next[at + 1]!;
  return next;
};
