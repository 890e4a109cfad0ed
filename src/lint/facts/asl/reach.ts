import { get, isString } from '../../../model/tree.ts';
import { keyBelow } from '../templates/places.ts';
import { isKnown } from './definition.ts';
import { stateFields } from './fields.ts';
import type { AslReport } from './report.ts';
import type { Scope, State } from './states.ts';
import { transitionsOf } from './transitions.ts';

export const reachMessages = {
  unreachable: "Nothing leads to the state '{state}'.",
  endless: "No state ends {what}: it needs one with 'End: true', or one of the types Succeed and Fail.",
} as const;

const scopeNames = { machine: 'the state machine', branch: 'the branch', processor: 'the item processor' };

/** Every state can be reached from the start, and one of them is the last. */
export const checkReach = (scope: Scope, report: AslReport): void => {
  const { body, states, isComplete, kind, at } = scope;
  const start = get(body, 'StartAt');
  if (!isComplete || !isString(start) || !states.has(start)) return;
  const all = [...states.values()];
  // A transition to nowhere is reported on its own; what it was meant for may be the end.
  const isWhole = all.every((state) =>
    transitionsOf(state).every(({ target }) => !isString(target) || states.has(target)),
  );
  if (isWhole && !all.some(isTerminal)) {
    report('endless', keyBelow(body, at, 'States'), { what: scopeNames[kind] }, { level: 'warning' });
  }
  const reached = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const state = states.get(name);
    if (!state || reached.has(name)) continue;
    reached.add(name);
    for (const { target } of transitionsOf(state)) {
      // A target known only at deploy time may be any state.
      if (!isKnown(target)) return;
      if (isString(target)) waiting.push(target);
    }
  }
  for (const state of all) {
    if (!reached.has(state.name)) report('unreachable', state.at, { state: state.name });
  }
};

/** Whether a state is a last one, or may be; one that neither goes on nor ends is reported on its own. */
const isTerminal = ({ type, body }: State): boolean => {
  const end = get(body, 'End');
  if (type !== 'Choice' && end === undefined && get(body, 'Next') === undefined) return true;
  if (type === undefined || !Object.hasOwn(stateFields, type) || 'Fn::Transform' in body) return true;
  return type === 'Succeed' || type === 'Fail' || (end !== undefined && end !== false);
};
