import { declaredCodes, type Level } from '../model/problem.ts';
import { declareCodes } from '../spec/document.ts';

/** Every code that a message is declared with, those of the compact language too, and its levels. */
export const everyCode = (): ReadonlyMap<string, ReadonlySet<Level>> => {
  declareCodes();
  return declaredCodes;
};
