import { yamlNumber } from '../../model/number.ts';
import { isString } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { wrong } from './wrong.ts';

/** A text where no intrinsic function can stand: descriptions, patterns. */
export const plainText: Codec = {
  says: 'a text',
  schema: () => ({ type: ['string', 'number'] }),
  read: (spot, cx) => spot.text ?? wrong(spot, 'a text', cx),
  write: (value) => (isString(value) ? value : undefined),
};

/** A text, a number, true or false where no intrinsic function can stand. */
export const plainScalar: Codec = {
  says: 'a text, a number, true or false',
  schema: () => ({ type: ['string', 'number', 'boolean'] }),
  read: (spot, cx) => {
    const { value, text } = spot;
    if (text === undefined) return wrong(spot, 'a text, a number, true or false', cx);
    return typeof value === 'boolean' || (typeof value === 'number' && isSpelling(text, value)) ? value : text;
  },
  write: (value) => (value === null || typeof value === 'object' ? undefined : value),
};

/** Whether a text is the one spelling of a number; any other (`1.50`, a version) stays text. */
const isSpelling = (text: string, value: number): boolean => text === String(value) || text === yamlNumber(value);
