import { inTable } from '../../../model/in-table.ts';
/** What is wrong with a filter pattern of CloudWatch Logs, and the words that a message needs. */
export interface LogFilterFault {
  readonly messageId: 'open' | 'equals' | 'word' | 'quote' | 'order' | 'selector' | 'parentheses';
  readonly data: Readonly<Record<string, string>>;
}

const ends: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * The first fault of a pattern on JSON (`{ $.level = "ERROR" }`) or on fields (`[level, text]`), as far as CloudWatch Logs
 * certainly refuses it. All other patterns are words to look for.
 */
export const logFilterFault = (pattern: string): LogFilterFault | undefined => {
  const text = pattern.trim();
  const end = inTable(ends, text[0] ?? '');
  if (end === undefined) return undefined;
  const bare = withoutTexts(text);
  if (bare === undefined || !bare.endsWith(end)) return { messageId: 'open', data: { begin: text[0]!, end } };
  return end === '}' ? faultOfJson(bare) : undefined;
};

const faultOfJson = (bare: string): LogFilterFault | undefined => {
  const opened = bare.split('(').length;
  const closed = bare.split(')').length;
  if (opened !== closed) return { messageId: 'parentheses', data: {} };
  if (/==/.test(bare)) return { messageId: 'equals', data: {} };
  const word = /[\s)](AND|OR|and|or|&|\|)\s*[$(]/.exec(bare)?.[1];
  if (word !== undefined) return { messageId: 'word', data: { word, cure: /^[aA&]/.test(word) ? '&&' : '||' } };
  if (/[=<>]\s*'/.test(bare)) return { messageId: 'quote', data: {} };
  if (/[<>]=?\s*"/.test(bare)) return { messageId: 'order', data: {} };
  return bare.includes('$') || bare.includes('@') ? undefined : { messageId: 'selector', data: {} };
};

/** The pattern with nothing in its quotes and between its percent signs; undefined where a quote stays open. */
const withoutTexts = (text: string): string | undefined => {
  let bare = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    bare += character;
    if (character !== '"' && character !== '%') continue;
    const close = closingOf(text, at, character);
    if (close < 0 && character === '"') return undefined;
    if (close < 0) continue;
    bare += character;
    at = close;
  }
  return bare;
};

/** Where what begins with a quote or percent sign ends. */
const closingOf = (text: string, from: number, sign: string): number => {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === sign) return at;
  }
  return -1;
};
