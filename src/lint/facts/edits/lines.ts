import { lineAt, lineStarts } from '../../../model/lines.ts';
import type { Cause, Source } from '../../../model/origin.ts';

/** What a text has between its lines, by the first of them. */
export const lineBreak = (source: Source): string => {
  const [, second] = lineStarts(source);
  return second !== undefined && source.text[second - 2] === '\r' ? '\r\n' : '\n';
};

/** What stands before a place on its line. */
export const lineBefore = ({ source, start }: Cause): string =>
  source.text.slice(lineStarts(source)[lineAt(source, start)], start);
