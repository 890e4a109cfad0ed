import { isList, isString, type Json } from '../../../model/tree.ts';

/** As many bytes as a character of a text takes at most in JSON: `\u001f`. */
const perCharacter = 6;
/** As many as a number, a boolean or null takes at most. */
const perScalar = 25;

/** Whether the JSON of a value, without white space, certainly has at most so many bytes. A cheap answer: the JSON is not made. */
export const certainlyFits = (value: Json, bytes: number): boolean => left(value, bytes) >= 0;

/** What is left of a number of bytes behind a value; negative as soon as it may not be enough. */
const left = (value: Json, bytes: number): number => {
  if (isString(value)) return bytes - value.length * perCharacter - 2;
  if (typeof value !== 'object' || value === null) return bytes - perScalar;
  let rest = bytes - 2;
  if (isList(value)) {
    for (let at = 0; at < value.length && rest >= 0; at++) rest = left(value[at]!, rest - 1);
    return rest;
  }
  for (const key in value) {
    rest = left(value[key]!, rest - key.length * perCharacter - 4);
    if (rest < 0) return rest;
  }
  return rest;
};
