import { isString } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { unknownName } from '../language/unknown.ts';
import { wrong } from './wrong.ts';

/** The name of a condition. */
export const condition: Codec = {
  says: 'the name of a condition',
  schema: () => ({ type: 'string' }),
  read: (spot, cx) => spot.text ?? wrong(spot, 'the name of a condition', cx),
  write: (value) => (isString(value) ? value : undefined),
};

/** The logical id of something in this file. */
export const logicalId: Codec = {
  says: 'the name of an entry',
  schema: () => ({ type: 'string' }),
  read: (spot, cx) => {
    const { text } = spot;
    if (text === undefined) return wrong(spot, 'the name of an entry', cx);
    if (cx.names.get(text) === undefined && !cx.names.open) {
      cx.report(unknownName(cx.names, text, 'entry'), spot.at);
    }
    return text;
  },
  write: (value, cx) => (isString(value) && (cx.names.open || cx.names.get(value) !== undefined) ? value : undefined),
};
