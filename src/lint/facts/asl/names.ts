import type { AslReport } from './report.ts';
import type { AslTree, State } from './states.ts';

const maximum = 80;

export const nameMessages = {
  nameLong: "The name of the state '{state}' has {length} characters; at most {maximum} are allowed.",
  nameTwice: "The name '{state}' is taken by another state; names are unique in the whole machine, branches included.",
} as const;

/** State names are short enough, and unique in the whole machine. */
export const checkNames = ({ states }: AslTree, report: AslReport): void => {
  const seen = new Map<string, State>();
  for (const state of states) {
    const { length } = [...state.name];
    if (length > maximum) report('nameLong', state.at, { state: state.name, length, maximum });
    const earlier = seen.get(state.name);
    if (earlier) report('nameTwice', state.at, { state: state.name }, { related: [earlier.at] });
    else seen.set(state.name, state);
  }
};
