import { ifOperands, isNoValue } from '../../model/intrinsics.ts';
import { carryEvenNull, originOf, stamp } from '../../model/origin.ts';
import { intrinsicName, isMap, isString, type Json, newMap } from '../../model/tree.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { anyOf, functionSchema } from '../language/schema.ts';
import { Spot } from '../language/spot.ts';
import { isOneGap, readGaps, writeGaps } from './gaps.ts';

/**
 * Lets an intrinsic function stand for a value: one gap alone, a tag, the long form. The branches of `!If` are compact
 * values again; what is in the others is SAM's own.
 * @param writeReference how a function is written as a text, where it can be
 */
export const withFunctions = (inner: Codec, writeReference: Codec['write'] = writeOneGap): Codec => {
  const outer: Codec = {
    says: inner.says,
    schema: () => anyOf(functionSchema, inner.schema()),
    keys: inner.keys,
    read: (spot, cx) => {
      const { value } = spot;
      if (isString(value) && isOneGap(value)) return readGaps(value, spot, cx);
      if (!isMap(value) || intrinsicName(value) === undefined) return inner.read(spot, cx);
      return ifOperands(value) === undefined ? value : readIf(spot, outer, cx);
    },
    write: (value, cx) => {
      if (intrinsicName(value) === undefined) return inner.write(value, cx);
      if (ifOperands(value) !== undefined) return writeIf(value, outer, cx);
      return writeReference(value, cx) ?? value;
    },
  };
  return outer;
};

/** The same for a codec of texts: `Fn::Sub` is a text with gaps. */
export const withGaps = (inner: Codec): Codec => withFunctions(inner, writeGaps);

/** A reference alone: texts around it are for codecs of texts. */
const writeOneGap: Codec['write'] = (value, cx) => {
  const written = writeGaps(value, cx);
  return written !== undefined && isOneGap(written) ? written : undefined;
};

/** `Fn::If` with its branches read; undefined when one of them cannot be. */
export const readIf = (spot: Spot, codec: Codec, cx: Reading): Json | undefined => {
  const operands = new Spot(spot.value as never, 'Fn::If');
  const branches: Json[] = [];
  carryEvenNull(operands.value, 0, branches);
  for (const at of [1, 2]) {
    const branch = operands.below(at);
    const read = isNoValue(branch.value) ? branch.value : codec.read(branch, cx);
    if (read === undefined) return undefined;
    carryEvenNull(operands.value, at, branches);
    branches[at] = read;
  }
  stamp(branches, originOf(operands.value));
  const result = newMap();
  carryEvenNull(spot.value, 'Fn::If', result);
  result['Fn::If'] = branches;
  return stamp(result, originOf(spot.value));
};

/** `Fn::If` with its branches written; undefined when one of them cannot be. */
export const writeIf = (value: Json, codec: Codec, cx: Writing): Json | undefined => {
  const [condition, then, otherwise] = ifOperands(value) ?? [];
  if (then === undefined || otherwise === undefined) return undefined;
  const written = [then, otherwise].map((branch) => (isNoValue(branch) ? branch : codec.write(branch, cx)));
  const [first, second] = written;
  if (first === undefined || second === undefined || !isString(condition)) return undefined;
  const result = newMap();
  result['Fn::If'] = stamp([condition, first, second], originOf(value));
  return stamp(result, originOf(value));
};
