import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { pythonNumber, pythonNumberAt } from './number.ts';
import { isList, isMap, isTruthy, type Json, type JsonMap, type Step } from './tree.ts';

const length = 10;

/** SHA-1 of a text in UTF-8, in hex. */
export const sha1Hex = (text: string): string => bytesToHex(sha1(utf8ToBytes(text)));

/**
 * The suffix of a generated logical id: the first ten hex digits of the SHA-1 of a text, or of the canonical JSON of
 * anything else. Data that Python takes for false gives no suffix.
 */
export const idSuffix = (data: Json): string => {
  if (!isTruthy(data)) return '';
  return sha1Hex(typeof data === 'string' ? data : canonicalJson(data)).slice(0, length);
};

/** JSON with sorted keys, no spaces and every non-ASCII character escaped, numbers as Python writes them. */
export const canonicalJson = (value: Json): string => {
  if (isList(value)) return `[${value.map((_, at) => canonicalEntry(value, at)).join(',')}]`;
  if (isMap(value)) {
    const keys = Object.keys(value).sort(byCodePoint);
    return `{${keys.map((key) => `${asciiString(key)}:${canonicalEntry(value, key)}`).join(',')}}`;
  }
  if (typeof value === 'number') return pythonNumber(value);
  return typeof value === 'string' ? asciiString(value) : String(value);
};

const canonicalEntry = (container: Json[] | JsonMap, step: Step): string => {
  const value = (container as JsonMap)[step as string]!;
  return typeof value === 'number' ? pythonNumberAt(container, step) : canonicalJson(value);
};

/** Orders strings by code point, as Python does. */
export const byCodePoint = (left: string, right: string): number => {
  const [a, b] = [[...left], [...right]];
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = a[at]!.codePointAt(0)! - b[at]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

/** A text as JSON with every character beyond ASCII, and the delete character, escaped. */
export const asciiString = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
