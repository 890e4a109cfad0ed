import type { Cause } from '../../model/origin.ts';
import type { RuleReport } from '../../model/rule.ts';
import { isString, type Json, kindOf } from '../../model/tree.ts';

/** How the checks of definitions tell what they find. */
export type AslReport = (
  messageId: string,
  at: Cause | undefined,
  data?: Readonly<Record<string, string | number>>,
  more?: Pick<RuleReport, 'level' | 'related'>,
) => void;

/** What was found, for messages: a text in quotes, a number or truth value as it is, otherwise its kind. */
export const shown = (value: Json | undefined): string => {
  if (isString(value)) return `'${value}'`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
};

/** Names in quotes, for messages. */
export const listed = (names: Iterable<string>): string => [...names].map((name) => `'${name}'`).join(', ');
