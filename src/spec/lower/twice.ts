import type { Cause, Span } from '../../model/origin.ts';
import type { Message } from '../../model/problem.ts';
import { lineOf } from '../language/line.ts';
import type { Lowered } from './lowering.ts';

/** Behind what is given twice: where it stands first. */
export const firstOn = (first: Span | undefined): string => (first ? `, first on ${lineOf(first)}` : '');

/** Reports what is given twice, with both places. */
export const reportTwice = (found: Message, at: Cause | undefined, first: Cause | undefined, cx: Lowered): void => {
  cx.findings.push({ ...found, span: at, ...(first ? { related: [first] } : {}) });
};
