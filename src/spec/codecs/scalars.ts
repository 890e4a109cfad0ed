import { message } from '../../model/problem.ts';
import { isString, type Json } from '../../model/tree.ts';
import type { Codec, Reading } from '../language/codec.ts';
import type { Spot } from '../language/spot.ts';
import { withFunctions, withGaps } from './functions.ts';
import { readText, writeGaps } from './gaps.ts';
import { nameOf, wrong } from './wrong.ts';

/** A text; `${Name}` in it refers to what the file declares. */
export const text: Codec = withGaps({
  says: 'a text',
  schema: () => ({ type: ['string', 'number', 'boolean'] }),
  read: (spot, cx) => readText(spot, cx) ?? (spot.text === undefined ? wrong(spot, 'a text', cx) : undefined),
  write: (value, cx) => (isString(value) ? writeGaps(value, cx) : undefined),
});

/** A text that is taken as it stands: no gaps. */
export const verbatim: Codec = {
  says: 'a text',
  schema: () => ({ type: 'string' }),
  read: (spot, cx) =>
    spot.text ?? (spot.value === null || typeof spot.value !== 'object' ? wrong(spot, 'a text', cx) : spot.value),
  write: (value) => value,
};

/** A value that is SAM's own, as it stands. */
export const asInSam: Codec = {
  says: 'a value as in SAM',
  schema: () => ({}),
  read: (spot) => spot.value,
  write: (value) => value,
};

/** A whole number. */
export const whole = (says = 'a whole number', minimum = 0): Codec =>
  withFunctions({
    says,
    schema: () => ({ type: 'integer', minimum }),
    read: (spot, cx) => {
      const { text: written } = spot;
      if (written === undefined || !/^-?\d{1,15}$/.test(written) || Number(written) < minimum)
        return wrong(spot, says, cx);
      return Number(written);
    },
    write: (value) => (Number.isSafeInteger(value) && (value as number) >= minimum ? value : undefined),
  });

/** A number, with a fraction or not. */
export const decimal: Codec = withFunctions({
  says: 'a number',
  schema: () => ({ type: 'number' }),
  read: (spot, cx) => {
    const { text: written } = spot;
    if (written === undefined || !/^-?\d{1,15}(?:\.\d{1,15})?$/.test(written)) return wrong(spot, 'a number', cx);
    return typeof spot.value === 'number' ? spot.value : Number(written);
  },
  write: (value) =>
    typeof value === 'number' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(String(value)) ? value : undefined,
});

const QuotedFlag = message(
  'spec-invalid-value',
  'error',
  (what: string, written: string) => `${what} must be ${written} without quotes; found the text '${written}'.`,
);

/** Reports what is neither `true` nor `false`; where it is that in quotes, without them it will do. */
export const wrongFlag = (spot: Spot, says: string, cx: Reading): undefined => {
  const { value, at } = spot;
  if (value !== 'true' && value !== 'false') return wrong(spot, says, cx);
  cx.report(QuotedFlag(nameOf(spot), value), at, { safety: 'safe', text: value });
  return undefined;
};

/** `true` or `false`, which may stand for other values. */
export const flag = (on: Json = true, off: Json = false): Codec =>
  withFunctions({
    says: "'true' or 'false'",
    schema: () => ({ type: 'boolean' }),
    read: (spot, cx) => {
      if (spot.value === true) return on;
      if (spot.value === false) return off;
      return wrongFlag(spot, "'true' or 'false'", cx);
    },
    write: (value) => {
      if (value === on) return true;
      return value === off ? false : undefined;
    },
  });

/** Only `true`, for what is either asked for or not there. */
export const onlyTrue = (on: Json): Codec => ({
  says: "'true', or the key left out",
  schema: () => ({ const: true }),
  read: (spot, cx) => (spot.value === true ? on : wrongFlag(spot, "'true', or the key left out", cx)),
  write: (value) => (value === on ? true : undefined),
});

/** A codec whose usual values editors offer; others are taken as well. */
export const offering = (codec: Codec, ...values: readonly string[]): Codec => ({
  ...codec,
  schema: () => ({ anyOf: [{ enum: values }, codec.schema()] }),
});

/** One of a closed set of words, each for a value of SAM. */
export const choice = (values: Readonly<Record<string, Json>>, doc?: string): Codec => {
  const words = Object.keys(values);
  const bySam = new Map(words.map((word) => [values[word]!, word]));
  const says = doc ?? words.map((word) => `'${word}'`).join(' or ');
  return withFunctions({
    says,
    schema: () => ({ enum: words.map((word) => (word === 'true' || word === 'false' ? word === 'true' : word)) }),
    read: (spot, cx) => {
      const { text: written } = spot;
      if (written !== undefined && Object.hasOwn(values, written)) return values[written]!;
      return wrong(spot, says, cx, words);
    },
    write: (value) => {
      const word = bySam.get(value as string);
      return word === 'true' || word === 'false' ? word === 'true' : word;
    },
  });
};

/** The version of the event that a function gets of an API; printed without what is always `.0`. */
export const payloadVersion = choice({ '1.0': '1.0', '2.0': '2.0', '1': '1.0', '2': '2.0' }, "'1' or '2'");

/** Words in lower-case-kebab for words that SAM writes in its own way: `new-and-old` for `NEW_AND_OLD_IMAGES`. */
export const words = (...names: readonly string[]): Codec =>
  choice(Object.fromEntries(names.map((name) => [name.toLowerCase().replaceAll('_', '-'), name])));
