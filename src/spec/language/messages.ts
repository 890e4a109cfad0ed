import { didYouMean } from '../../model/nearest.ts';
import { message } from '../../model/problem.ts';

/** A list of words for a sentence: `'a', 'b' or 'c'`. */
export const orList = (words: readonly string[]): string => listed(words, 'or');
/** The same with `and`. */
export const andList = (words: readonly string[]): string => listed(words, 'and');

const listed = (words: readonly string[], last: string): string => {
  const quoted = words.map((word) => `'${word}'`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
};

export const UnknownKey = message(
  'spec-unknown-key',
  'error',
  (key: string, where: string, near: string | undefined, allowed: readonly string[]) =>
    `'${key}' is not a key of ${where}.${near ? didYouMean(near) : ` Allowed: ${allowed.join(', ')}.`}`,
);
export const WrongValue = message(
  'spec-invalid-value',
  'error',
  (what: string, says: string, found: string, near: string | undefined) =>
    `${what} must be ${says}; found ${found}.${didYouMean(near)}`,
);
export const UnknownAttribute = message(
  'spec-unknown-attribute',
  'error',
  (id: string, attribute: string, what: string, near: string | undefined, allowed: readonly string[]) =>
    `${what} has no '.${attribute}', so '\${${id}.${attribute}}' has no value.${didYouMeanOr(
      near && `.${near}`,
      allowed.map((each) => `.${each}`),
    )}`,
);
export const WrongKind = message(
  'spec-wrong-kind',
  'error',
  (name: string, is: string, key: string, wants: string, cure: string | undefined) =>
    `'${name}' is ${is}; '${key}' needs ${wants}.${cure ? ` Did you mean '${cure}'?` : ''}`,
);
export const GivenTwice = message(
  'spec-given-twice',
  'error',
  (key: string, property: string) => `'${key}' and '${property}' set the same property. Keep one of them.`,
);

export const SecondResource = message(
  'spec-id-taken',
  'error',
  (id: string, key: string) =>
    `${key} adds a resource '${id}', but the file already has that name. Rename the other one.`,
);

/** What a message says of a near name, or of all that are allowed. */
export const didYouMeanOr = (near: string | undefined, allowed: readonly string[]): string =>
  near === undefined ? ` Allowed: ${allowed.join(', ')}.` : didYouMean(near);
