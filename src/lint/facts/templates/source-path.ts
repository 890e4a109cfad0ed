import { type Cause, entryOf } from '../../../model/origin.ts';
import { isList, isMap, type Json, type Step } from '../../../model/tree.ts';

/** The path of keys and indexes at which a place lies in the source; empty where it lies elsewhere. */
export const sourcePath = (root: Json, at: Cause): Step[] => {
  const path: Step[] = [];
  let value = root;
  for (;;) {
    const steps: Step[] = isList(value) ? [...value.keys()] : isMap(value) ? Object.keys(value) : [];
    const step = steps.find((each) => holds(value, each, at));
    if (step === undefined) return path;
    path.push(step);
    value = (value as { [step: Step]: Json })[step]!;
  }
};

const holds = (container: Json, step: Step, { source, start, end }: Cause): boolean => {
  const entry = entryOf(container, step);
  return (
    entry !== undefined &&
    entry.key.source === source &&
    start >= entry.key.start &&
    end <= Math.max(entry.key.end, entry.value.end)
  );
};
