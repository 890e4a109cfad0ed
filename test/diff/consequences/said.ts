import { positionOf } from '../../../src/report/position.ts';
import { changeOf } from '../sides.ts';

type Options = Parameters<typeof changeOf>[2];

/** The consequences of a change, one a line: `level id file:line text`. */
export const said = (before: string, after: string, options: Options = {}): string[] =>
  changeOf(before, after, options).consequences.map(({ level, id, at, wasAt, text }) => {
    const span = at ?? wasAt;
    const place = span ? `${span.source.file}:${positionOf(span).line}` : '-';
    return `${level} ${id} ${place} ${text}`;
  });

/** Those of one kind, and that there is nothing to say of a template that stays as it is. */
export const saidBy = (id: string, before: string, after: string, options: Options = {}): string[] => {
  const nothing = [...said(before, before, options), ...said(after, after, options)];
  if (nothing.length > 0) throw new Error(`said without a change: ${nothing.join('\n')}`);
  return said(before, after, options).filter((line) => line.split(' ')[1] === id);
};
