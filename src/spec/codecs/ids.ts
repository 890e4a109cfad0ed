import { isString } from '../../model/tree.ts';
import type { Codec, Writing } from '../language/codec.ts';
import { unknownCondition, unknownName } from '../language/unknown.ts';
import { wrong } from './wrong.ts';

/** The name of a condition. */
export const condition: Codec = {
  says: 'the name of a condition',
  schema: () => ({ type: 'string' }),
  read: (spot, cx) => {
    const { text } = spot;
    if (text === undefined) return wrong(spot, 'the name of a condition', cx);
    if (isCondition(text, cx)) return text;
    cx.report(unknownCondition(cx.names, text), spot.at);
    return undefined;
  },
  write: (value, cx) => (isString(value) && isCondition(value, cx) ? value : undefined),
};

const isCondition = (name: string, { names }: Writing): boolean => names.conditions?.includes(name) ?? true;

/** The logical id of something in this file. */
export const logicalId: Codec = {
  says: 'the name of an entry',
  schema: () => ({ type: 'string' }),
  read: (spot, cx) => {
    const { text } = spot;
    if (text === undefined) return wrong(spot, 'the name of an entry', cx);
    if (cx.names.get(text) === undefined && !cx.names.open) {
      cx.report(unknownName(cx.names, text, 'entry'), spot.at);
      return undefined;
    }
    return text;
  },
  write: (value, cx) => (isString(value) && (cx.names.open || cx.names.get(value) !== undefined) ? value : undefined),
};
