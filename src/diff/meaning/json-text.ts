import { isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { type Part, textOf } from './text.ts';

/** Stands in a text for the reference of this number. */
const mark = (at: number): string => `\u{f0000}${at}\u{f0001}`;
const marks = /\u{f0000}(\d+)\u{f0001}/u;

/**
 * What a text that is a JSON map or list says, as `Fn::ToJsonString` of it: how it is spaced and in which order its keys
 * stand does not matter then. Undefined for any other text.
 * @param plain the plainest form of what it says
 */
export const jsonIn = (parts: readonly Part[], plain: (value: Json) => Json | undefined): JsonMap | undefined => {
  const first = parts[0];
  if (!isString(first) || !/^\s*[{[]/.test(first)) return undefined;
  const references = parts.filter((part): part is JsonMap => !isString(part));
  let at = 0;
  const text = parts.map((part) => (isString(part) ? part : mark(at++))).join('');
  let said: Json | undefined;
  try {
    said = restored(JSON.parse(text), references, 0);
  } catch {
    return undefined;
  }
  const value = said === undefined ? undefined : plain(said);
  return value === undefined ? undefined : Object.assign(newMap(), { 'Fn::ToJsonString': value });
};

/** What is nested deeper is taken as a text. */
const deepest = 100;

/** JavaScript's data as a tree, with the references in their places again. */
const restored = (value: unknown, references: readonly JsonMap[], depth: number): Json => {
  if (typeof value === 'string') return textWith(value, references);
  if (typeof value !== 'object' || value === null) return value as Json;
  if (depth > deepest) throw new RangeError('nested too deeply');
  if (Array.isArray(value)) return value.map((each) => restored(each, references, depth + 1));
  const map = newMap();
  for (const [key, each] of Object.entries(value)) map[key] = restored(each, references, depth + 1);
  return map;
};

const textWith = (text: string, references: readonly JsonMap[]): Json => {
  const pieces = text.split(marks);
  return pieces.length === 1
    ? text
    : textOf(pieces.map((piece, at) => (at % 2 === 0 ? piece : references[Number(piece)]!)));
};
