import { nearest } from '../../model/nearest.ts';
import { isString, type Json, kindOf } from '../../model/tree.ts';
import type { Reading } from '../language/codec.ts';
import { WrongValue } from '../language/messages.ts';
import type { Spot } from '../language/spot.ts';

/** How a value is called in a message. */
export const foundText = (value: Json | undefined): string => {
  if (value === null || value === undefined) return 'no value';
  if (isString(value)) return value.length > 60 ? `'${value.slice(0, 57)}…'` : `'${value}'`;
  return typeof value === 'object' ? kindOf(value) : String(value);
};

/** A scalar as a text; what kind of value it is of any other, which a text cannot hold. */
export const scalarText = (value: Json | undefined): string =>
  typeof value === 'object' ? kindOf(value) : String(value);

/** How a spot is called in a message: by its key, or as an item. */
export const nameOf = ({ step }: Spot): string => (typeof step === 'number' ? `Item ${step + 1}` : `'${step}'`);

/** Reports a value that a codec cannot read. */
export const wrong = (spot: Spot, says: string, cx: Reading, candidates: readonly string[] = []): undefined => {
  const { text } = spot;
  const near = text === undefined ? undefined : nearest(text, candidates);
  cx.report(WrongValue(nameOf(spot), says, foundText(spot.value), near), spot.at);
  return undefined;
};
