import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { intrinsicName, isList, isMap, isString, type Json, newMap } from '../../model/tree.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { Spot } from '../language/spot.ts';
import { withGaps } from './functions.ts';
import { readText, writeGaps } from './gaps.ts';

/** Numbers keep their type where every YAML reader agrees on them. */
const isCanonical = (value: number): boolean => Number.isSafeInteger(value) && !Object.is(value, -0);

const readScalar = (spot: Spot, cx: Reading): Json | undefined => {
  const { value, text } = spot;
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && isCanonical(value) && text === String(value)) return value;
  return readText(spot, cx);
};

const writeScalar = (value: Json, cx: Writing): Json | undefined => {
  if (isString(value)) return writeGaps(value, cx);
  return value === null || typeof value === 'boolean' || isCanonical(value as number) ? value : undefined;
};

/** A value in a free position: a text with gaps, `true`, `false` or a whole number as it is. */
export const freeScalar: Codec = withGaps({
  says: 'a text, a number, true or false',
  schema: () => ({ type: ['string', 'number', 'boolean', 'null'] }),
  read: (spot, cx) => (typeof spot.value === 'object' && spot.value !== null ? spot.value : readScalar(spot, cx)),
  write: (value, cx) => (typeof value === 'object' && value !== null ? undefined : writeScalar(value, cx)),
});

/** Any data in a free position, texts with gaps all the way down: event patterns, inputs. */
export const free: Codec = withGaps({
  says: 'any value',
  schema: () => ({}),
  read: (spot, cx) => {
    const { value } = spot;
    if (isMap(value) || isList(value)) return rebuild(value, (step) => free.read(new Spot(value, step), cx));
    return readScalar(spot, cx);
  },
  write: (value, cx) => {
    if (isMap(value) || isList(value)) return rebuild(value, (step) => free.write((value as never)[step], cx));
    return writeScalar(value, cx);
  },
});

/** The same container with its values made anew; undefined when one of them is. */
const rebuild = <T extends Json>(value: T, make: (step: string | number) => Json | undefined): T | undefined => {
  const copy = (isList(value) ? [] : newMap()) as Json[];
  for (const key of Object.keys(value as object)) {
    const step = isList(value) ? Number(key) : key;
    const made = make(step);
    if (made === undefined) return undefined;
    copy[step as number] = made;
    place(copy, step, entryOf(value, step));
  }
  return stamp(copy, originOf(value)) as unknown as T;
};

/** True for data without an intrinsic function anywhere. */
export const isPlainData = (value: Json): boolean => {
  if (isList(value)) return value.every(isPlainData);
  if (!isMap(value)) return true;
  return intrinsicName(value) === undefined && Object.values(value).every(isPlainData);
};
