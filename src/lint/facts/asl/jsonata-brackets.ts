import { inTable } from '../../../model/in-table.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What in a JSONata expression is opened and not closed, or closed and not opened; undefined when all is well. */
export const openBracket = (expression: string): string | undefined => {
  const open: string[] = [];
  let at = 0;
  // After a value a slash divides; anywhere else it starts a regular expression.
  let afterValue = false;
  while (at < expression.length) {
    const skipped = skip(expression, at, afterValue);
    if (skipped !== undefined) {
      if (skipped < 0) return `the ${nameOf(expression[at]!)} that starts with ${expression[at]} does not end`;
      if (!expression.startsWith('/*', at)) afterValue = true;
      at = skipped;
      continue;
    }
    const character = expression[at++]!;
    const close = inTable(closing, character);
    if (close !== undefined) open.push(close);
    else if (')]}'.includes(character) && open.pop() !== character) return `'${character}' closes nothing`;
    if (!/\s/.test(character)) afterValue = /[\w)\]}$]/.test(character);
  }
  return open.length > 0 ? `'${open.at(-1)}' is missing` : undefined;
};

/** Where the string, quoted name, comment or regular expression that starts here ends; -1 where it does not. */
const skip = (text: string, at: number, afterValue: boolean): number | undefined => {
  const first = text[at]!;
  if (text.startsWith('/*', at)) return after(text.indexOf('*/', at + 2), 2);
  if (first === '`') return after(text.indexOf('`', at + 1), 1);
  if (first === '"' || first === "'") return quoted(text, at, first);
  return first === '/' && !afterValue ? regularExpression(text, at) : undefined;
};

const after = (found: number, length: number): number => (found < 0 ? -1 : found + length);

const quoted = (text: string, start: number, quote: string): number => {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return -1;
};

/** A slash inside of brackets does not end it. */
const regularExpression = (text: string, start: number): number => {
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\') at++;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (character === '/' && depth <= 0) return at + 1;
  }
  return -1;
};

const nameOf = (first: string): string =>
  first === '/' ? 'regular expression or comment' : first === '`' ? 'name' : 'string';
