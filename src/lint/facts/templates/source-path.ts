import type { Span } from '../../../model/origin.ts';
import type { Json, Step } from '../../../model/tree.ts';
import { stepAround } from './step-around.ts';

/** The path of keys and indexes at which a place lies in the source; empty where it lies elsewhere. */
export const sourcePath = (root: Json, at: Span): Step[] => {
  const path: Step[] = [];
  let value = root;
  for (let step = stepAround(value, at); step !== undefined; step = stepAround(value, at)) {
    path.push(step);
    value = (value as { [step: Step]: Json })[step]!;
  }
  return path;
};
