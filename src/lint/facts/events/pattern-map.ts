import type { Cause } from '../../../model/origin.ts';
import type { Found } from '../../../model/rule.ts';
import { isMap, isString, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import { isPlainMap } from '../templates/choices.ts';
import { readJson } from '../texts/json-text.ts';
import { writtenScalar } from '../texts/written-text.ts';

/** The pattern of a rule of EventBridge as a map, or why it is not one. */
type Pattern =
  | { readonly map: JsonMap; readonly at: Cause | undefined }
  | {
      readonly fault: 'kind' | 'json';
      readonly at: Cause | undefined;
      readonly data: Readonly<Record<string, string>>;
    };

/** Reads a pattern, which may be written as JSON text; undefined where only the deployment knows it. */
export const patternIn = ({ value, at }: Found): Pattern | undefined => {
  if (isPlainMap(value)) return { map: value, at };
  if (isMap(value)) return undefined;
  if (!isString(value)) return notAMap(value, at);
  if (value.includes('{{resolve:')) return undefined;
  const result = readJson(writtenScalar(value, at));
  if ('expected' in result) {
    return { fault: 'json', at: result.at, data: { expected: result.expected, found: result.found } };
  }
  return isMap(result.value) ? { map: result.value, at } : notAMap(result.value, at);
};

const notAMap = (value: Json, at: Cause | undefined): Pattern => ({
  fault: 'kind',
  at,
  data: { found: kindOf(value) },
});
