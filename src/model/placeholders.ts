import type { Budget } from './budget.ts';
import { type Enclosed, enclosed, replaceEnclosed } from './enclosed.ts';

/**
 * The longest text that functions may make. No template can hold a longer one (CloudFormation takes 1,048,576 bytes),
 * while a few nested functions can make texts that no memory holds.
 */
export const maximumText = 1_048_576;

/** Every `${…}` of a text, from left to right. One that is never closed is skipped. */
export const placeholders = (text: string): readonly Enclosed[] => enclosed(text, '${', '}');

/** What comes in the place of a `${…}`: undefined leaves it as it is; null stops, and there is no text at all. */
export type Replacement = string | undefined | null;

/**
 * A text with something else in the place of each `${…}`.
 * @param replace is called once for each content
 * @param most what the text may grow to
 * @returns undefined when the text would become longer than that, and longer than it was
 */
export const replacePlaceholders = (
  text: string,
  replace: (content: string) => Replacement,
  most = maximumText,
): string | undefined => {
  const found = placeholders(text);
  if (found.length === 0) return text;
  const made = new Map<string, Replacement>();
  const limit = Math.max(most, text.length);
  let result = '';
  let done = 0;
  for (const { content, start, end } of found) {
    let replacement = made.get(content);
    if (replacement === undefined && !made.has(content)) {
      replacement = replace(content);
      if (replacement === null) return undefined;
      made.set(content, replacement);
    }
    result += text.slice(done, start) + (replacement ?? text.slice(start, end));
    done = end;
    if (result.length > limit) return undefined;
  }
  result += text.slice(done);
  return result.length > limit ? undefined : result;
};

/** A text without its `${…}`. */
export const withoutPlaceholders = (text: string): string => replaceEnclosed(text, '${', '}', () => '');

/** Whether the content of a `${…}` stands for itself: `Fn::Sub` makes `${Name}` of `${!Name}`. */
const isLiteral = (content: string): boolean => content.startsWith('!');

/** The names that a text of `Fn::Sub` refers to, as often as it does. */
export const namesIn = (text: string): string[] => {
  const names: string[] = [];
  for (const { content } of placeholders(text)) if (content !== '' && !isLiteral(content)) names.push(content);
  return names;
};

/**
 * What a text of `Fn::Sub` comes to.
 * @param lookUp is called once for each name
 * @param most what the text may grow to
 * @returns undefined when the text would become longer than that, and longer than it was
 */
export const substitute = (text: string, lookUp: (name: string) => Replacement, most?: number): string | undefined => {
  const replace = (content: string): Replacement => {
    if (isLiteral(content)) return `\${${content.slice(1)}}`;
    return content === '' ? undefined : lookUp(content);
  };
  return replacePlaceholders(text, replace, most);
};

/** `replacePlaceholders` within a budget of characters; undefined when that does not suffice. */
export const filled = (
  text: string,
  replace: (content: string) => string | undefined,
  budget: Budget,
): string | undefined => paidFor(replacePlaceholders(text, replace, mostOf(budget)), budget);

/** `substitute` within a budget of characters; undefined when that does not suffice. */
export const substituted = (text: string, lookUp: (name: string) => Replacement, budget: Budget): string | undefined =>
  paidFor(substitute(text, lookUp, mostOf(budget)), budget);

/** Texts joined within a budget of characters; undefined when that does not suffice, or nothing could hold the text. */
export const joined = (parts: readonly string[], delimiter: string, budget: Budget): string | undefined => {
  let length = delimiter.length * Math.max(0, parts.length - 1);
  for (const part of parts) length += part.length;
  return length <= mostOf(budget) && budget.spend(length) ? parts.join(delimiter) : undefined;
};

const mostOf = (budget: Budget): number => Math.min(maximumText, budget.left);

const paidFor = (text: string | undefined, budget: Budget): string | undefined =>
  text !== undefined && budget.spend(text.length) ? text : undefined;
