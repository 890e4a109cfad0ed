import type { Cause } from '../../../model/origin.ts';
import { get, isList, isMap, isNothing, isString, type Json, kindOf, type Step } from '../../../model/tree.ts';
import { hasFunctionKey } from '../templates/function-keys.ts';
import { keyBelow, placeBelow } from '../templates/places.ts';
import { suggestion } from '../texts/suggestion.ts';
import { isKnown } from './definition.ts';
import type { AslReport } from './report.ts';
import type { Scope, State } from './states.ts';

export const transitionMessages = {
  startMissing: "{what} has no 'StartAt'.",
  statesMissing: "{what} has no 'States'.",
  statesEmpty: "'States' of {what} must be a map of at least one state; it is {found}.",
  notText: "'{field}' must be the name of a state; it is {found}.",
  targetMissing: "'{field}' goes to '{target}', but there is no state of that name here.{hint}",
  targetOutside: "'{field}' goes to '{target}', which is outside; a transition stays inside of its {scope}.",
  flowMissing: "The {type} state '{state}' needs 'Next' or 'End: true'.",
  flowTwice: "The {type} state '{state}' has both 'Next' and 'End'; keep one of them.",
  endFalse: "'End' of '{state}' must be true; remove it where a 'Next' follows.",
} as const;

const scopeNames = { machine: 'The state machine', branch: 'The branch', processor: 'The item processor' };

/** One place where a state names another one. */
interface Transition {
  readonly field: string;
  readonly target: Json;
  readonly at: Cause | undefined;
}

/** All places where a state says what follows. */
export const transitionsOf = (state: State): Transition[] => {
  const { body, type } = state;
  const found: Transition[] = [];
  const add = (field: string, ...path: Step[]): void => {
    let target: Json | undefined = body;
    for (const step of path) target = typeof step === 'number' ? (target as Json[])[step] : get(target, step);
    if (!isNothing(target)) found.push({ field, target, at: state.place(...path) });
  };
  const items = (field: string): number[] => {
    const list = get(body, field);
    return isList(list) ? [...list.keys()].filter((at) => isMap(list[at])) : [];
  };
  if (type !== 'Choice') add('Next', 'Next');
  for (const at of items('Catch')) add('Next', 'Catch', at, 'Next');
  if (type === 'Choice') {
    for (const at of items('Choices')) add('Next', 'Choices', at, 'Next');
    add('Default', 'Default');
  }
  return found;
};

/** A scope has states and a start among them. */
export const checkStart = (scope: Scope, report: AslReport): void => {
  const { kind, body, at, states, isComplete } = scope;
  const what = scopeNames[kind];
  const map = get(body, 'States');
  if (isNothing(map)) {
    if (!('Fn::Transform' in body)) report('statesMissing', at, { what });
  } else if (isKnown(map) && (!isMap(map) || Object.keys(map).length === 0)) {
    const found = isMap(map) ? 'empty' : kindOf(map);
    report('statesEmpty', placeBelow(body, at, 'States'), { what: what.toLowerCase(), found });
  }
  const start = get(body, 'StartAt');
  if (isNothing(start)) {
    if (!('Fn::Transform' in body)) report('startMissing', at, { what });
  } else if (isComplete && states.size > 0) {
    checkTarget({ field: 'StartAt', target: start, at: placeBelow(body, at, 'StartAt') }, scope, report);
  }
};

/** Everything a state goes to exists, and it goes on or ends where its type wants that. */
export const checkTransitions = (state: State, report: AslReport): void => {
  for (const transition of transitionsOf(state)) checkTarget(transition, state.scope, report);
  if (['Task', 'Pass', 'Wait', 'Parallel', 'Map'].includes(state.type ?? '')) checkFlow(state, report);
};

const checkTarget = ({ field, target, at }: Transition, scope: Scope, report: AslReport): void => {
  const { states, isComplete, kind } = scope;
  if (!isString(target)) {
    if (isKnown(target)) report('notText', at, { field, found: kindOf(target) });
    return;
  }
  if (!isKnown(target) || !isComplete || states.has(target)) return;
  for (let outer = scope.parent; outer; outer = outer.parent) {
    const found = outer.states.get(target);
    if (found) {
      const name = kind === 'branch' ? 'branch' : 'item processor';
      return report('targetOutside', at, { field, target, scope: name }, { related: [found.at] });
    }
  }
  report('targetMissing', at, { field, target, hint: suggestion(target, states.keys()) });
};

const checkFlow = ({ name, body, type, at }: State, report: AslReport): void => {
  if (hasFunctionKey(body)) return;
  const end = get(body, 'End');
  const hasNext = !isNothing(get(body, 'Next'));
  const data = { state: name, type: type! };
  if (hasNext && end === true) report('flowTwice', keyBelow(body, at, 'End'), data);
  else if (isKnown(end) && end !== null && typeof end !== 'boolean') {
    report('endFalse', placeBelow(body, at, 'End'), data);
  } else if (!hasNext && (isNothing(end) || end === false)) report('flowMissing', at, data);
};
