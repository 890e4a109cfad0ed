import { didYouMean, nearest } from '../model/nearest.ts';
import { type Message, message } from '../model/problem.ts';
import { isFunctionName } from '../model/tree.ts';

const Unknown = message(
  'unknown-property',
  'error',
  (owner: string, name: string, near: string | undefined, allowed: readonly string[]) =>
    `${owner} has no property '${name}'.${didYouMean(near)} Allowed: ${allowed.join(', ')}.`,
);
const IsFunction = message(
  'wrong-type',
  'error',
  (owner: string, name: string) =>
    `${owner} is an intrinsic function ('${name}'); it must be a map, because the transform reads its entries. Use the function for the values inside it.`,
);

/**
 * The message for a key that a map does not take; where the key is that of an intrinsic function, the map is the fault.
 * @param owner the map in words, at the start of a sentence
 */
export const unknownKey = (owner: string, name: string, allowed: readonly string[]): Message =>
  isFunctionName(name) ? IsFunction(owner, name) : Unknown(owner, name, nearest(name, allowed), allowed);
