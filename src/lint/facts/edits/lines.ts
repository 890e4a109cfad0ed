import type { Cause, Source } from '../../../model/origin.ts';

/** What a text has between its lines, by the first of them: all of a long text is not looked through for every fix. */
export const lineBreak = ({ text }: Source): string => (text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n');

/** What stands before a place on its line. */
export const lineBefore = ({ source, start }: Cause): string =>
  source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
