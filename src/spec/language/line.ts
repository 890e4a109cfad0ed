import { lineAt } from '../../model/lines.ts';
import type { Span } from '../../model/origin.ts';

/** Where something stands, for a sentence about another place: `line 3 of 'tables.yaml'`. */
export const lineOf = ({ source, start }: Span): string =>
  `line ${lineAt(source, start) + 1}${source.file === undefined ? '' : ` of '${source.file}'`}`;
