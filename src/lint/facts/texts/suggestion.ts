import { nearest } from '../../../model/nearest.ts';

/** ` Did you mean '…'?` where a known name is near, for the end of a message; empty otherwise. */
export const suggestion = (name: string, candidates: Iterable<string>): string => {
  // Of very short names every other one is near.
  const near = name.length < 3 ? undefined : nearest(name, candidates);
  return near === undefined ? '' : ` Did you mean '${near}'?`;
};
