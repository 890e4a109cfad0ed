import { ifOperands } from '../../model/intrinsics.ts';
import { carryEvenNull, originOf, stamp, trace } from '../../model/origin.ts';
import { intrinsicName, isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { isParameter } from '../language/names.ts';
import { anyOf, functionSchema, listSchema } from '../language/schema.ts';
import type { Spot } from '../language/spot.ts';
import { readIf, writeIf } from './functions.ts';
import { readGaps, writeGaps } from './gaps.ts';

interface ListOptions {
  /** SAM tells a list of one from its item: each is written as it is. */
  readonly keepsOne?: true;
}

/**
 * A list. One item may be written without the list. A tag, or the name of a parameter that holds a list, is the whole
 * list.
 */
export const listOf = (item: Codec, { keepsOne }: ListOptions = {}): Codec => {
  const codec: Codec = {
    says: `${item.says}, or a list of them`,
    schema: () => anyOf(functionSchema, listSchema(item.schema()), item.schema()),
    keys: item.keys,
    read: (spot, cx) => {
      const { value } = spot;
      if (isList(value)) return readItems(spot, item, cx);
      const whole = wholeList(spot, codec, cx);
      if (whole !== undefined) return whole;
      const read = item.read(spot, cx);
      if (read === undefined || keepsOne) return read;
      const list = [read];
      trace(list, 0, spot.at);
      return stamp(list, spot.at);
    },
    write: (value, cx) => {
      if (isList(value)) return writeItems(value, item, cx, keepsOne);
      // Where SAM tells a list from its item, a function that is not a list is the item.
      if (keepsOne && !isWholeList(value, cx) && ifOperands(value) === undefined) return item.write(value, cx);
      if (intrinsicName(value) !== undefined) return writeWhole(value, codec, cx);
      return undefined;
    },
  };
  return codec;
};

const readItems = (spot: Spot, item: Codec, cx: Reading): Json | undefined => {
  const read: Json[] = [];
  for (const each of spot.items) {
    const value = item.read(each, cx);
    if (value === undefined) continue;
    const at = read.length;
    carryEvenNull(each.holder, each.step, read, at);
    read[at] = value;
  }
  return stamp(read, originOf(spot.value));
};

/** A tag where a list is expected, or the name of a parameter that is one. */
const wholeList = (spot: Spot, codec: Codec, cx: Reading): Json | undefined => {
  const { value } = spot;
  if (isMap(value) && intrinsicName(value) !== undefined) {
    return ifOperands(value) === undefined ? value : readIf(spot, codec, cx);
  }
  if (!isString(value)) return undefined;
  const name = /^\$\{(\w+)\}$/.exec(value)?.[1] ?? value;
  return isListParameter(name, cx) ? readGaps(`\${${name}}`, spot, cx) : undefined;
};

const isListParameter = (name: string, cx: Writing): boolean => {
  const named = cx.names.get(name);
  return (
    named !== undefined &&
    isParameter(named) &&
    /^(?:AWS::SSM::Parameter::Value<)?(?:List<|CommaDelimitedList)/.test(named.type)
  );
};

const writeItems = (list: Json[], item: Codec, cx: Writing, keepsOne: true | undefined): Json | undefined => {
  const written: Json[] = [];
  for (const [at, each] of list.entries()) {
    const value = item.write(each, cx);
    if (value === undefined) return undefined;
    carryEvenNull(list, at, written);
    written[at] = value;
  }
  const [only] = written;
  // An item that is a list or a function would be taken for the whole list.
  const alone = written.length === 1 && !keepsOne && !isList(only) && intrinsicName(only) === undefined;
  if (alone && !(isString(only) && isListParameter(only.replace(/^\$\{(\w+)\}$/, '$1'), cx))) return only;
  return stamp(written, originOf(list));
};

/** A reference to a parameter that holds a list. */
const isWholeList = (value: Json, cx: Writing): boolean => {
  const name = isMap(value) ? value['Ref'] : undefined;
  return isString(name) && isListParameter(name, cx);
};

/** A function that stands for the whole list. */
const writeWhole = (value: Json, codec: Codec, cx: Writing): Json | undefined => {
  if (ifOperands(value) !== undefined) return writeIf(value, codec, cx);
  const name = (value as JsonMap)['Ref'];
  return isString(name) && isListParameter(name, cx) ? writeGaps(value, cx) : value;
};
