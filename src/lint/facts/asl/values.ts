import type { Cause } from '../../../model/origin.ts';
import { get, isNothing, isString, type Json, kindOf } from '../../../model/tree.ts';
import { hasFunctionKey } from '../templates/function-keys.ts';
import { keyBelow, placeBelow } from '../templates/places.ts';
import { isKnown } from './definition.ts';
import { type NumberRange, numberFault } from './numbers.ts';
import type { AslReport } from './report.ts';
import type { Scope, State } from './states.ts';

/** A year is at most this many seconds, and no wait is longer. */
const longest = 99_999_999;

/** Fields that are numbers, with what they may be. */
const numbers: Readonly<Record<string, NumberRange>> = {
  TimeoutSeconds: [1, longest, true],
  HeartbeatSeconds: [1, longest, true],
  Seconds: [0, longest, true],
  MaxConcurrency: [0, Infinity, true],
  ToleratedFailureCount: [0, Infinity, true],
  ToleratedFailurePercentage: [0, 100, false],
};

const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/;
const waits = ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'];

/** Pairs of which a state may have only one: the value itself, or a path to it. */
const exclusive = [
  ['TimeoutSeconds', 'TimeoutSecondsPath'],
  ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ['MaxConcurrency', 'MaxConcurrencyPath'],
  ['ToleratedFailureCount', 'ToleratedFailureCountPath'],
  ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
  ['Error', 'ErrorPath'],
  ['Cause', 'CausePath'],
] as const;

export const valueMessages = {
  number: "'{field}' is {found}; it must be {kind} of at least {minimum}{atMost}.",
  text: "'{field}' must be a string; it is {found}.",
  time: "'Timestamp' is '{found}'; it must be a time as in 2030-01-31T08:00:00Z.",
  waitMissing: "The Wait state '{state}' needs one of 'Seconds', 'SecondsPath', 'Timestamp' and 'TimestampPath'.",
  exclusive: "'{field}' and '{other}' exclude each other; keep one of them.",
} as const;

/** Numbers, times and texts of a state, and fields that exclude each other. */
export const checkValues = (state: State, report: AslReport): void => {
  const { body, type } = state;
  for (const field of Object.keys(numbers)) {
    const value = get(body, field);
    if (state.language === 'JSONata' && isString(value) && value.startsWith('{%')) continue;
    checkNumber(field, value, state.place(field), report);
  }
  for (const field of ['Comment', 'Resource', 'Label']) checkText(field, get(body, field), state.place(field), report);
  if (type === 'Wait') checkWait(state, report);
  for (const [field, other] of exclusive) {
    if (isNothing(get(body, field)) || isNothing(get(body, other))) continue;
    report('exclusive', state.keyPlace(other), { field, other });
  }
};

/** Numbers and texts of the machine itself. */
export const checkScopeValues = ({ body, at }: Scope, report: AslReport): void => {
  checkNumber('TimeoutSeconds', get(body, 'TimeoutSeconds'), placeBelow(body, at, 'TimeoutSeconds'), report);
  for (const field of ['Comment', 'Version']) {
    checkText(field, get(body, field), placeBelow(body, at, field), report);
  }
};

const checkNumber = (field: string, value: Json | undefined, at: Cause | undefined, report: AslReport): void => {
  if (!isKnown(value) || value === null) return;
  const fault = numberFault(value, numbers[field]!);
  if (fault) report('number', at, { field, ...fault });
};

const checkText = (field: string, value: Json | undefined, at: Cause | undefined, report: AslReport): void => {
  if (isKnown(value) && value !== null && !isString(value)) report('text', at, { field, found: kindOf(value) });
};

const checkWait = (state: State, report: AslReport): void => {
  const { body, at, language } = state;
  const given = waits.filter((field) => !isNothing(get(body, field)));
  if (given.length === 0 && !hasFunctionKey(body)) {
    report('waitMissing', at, { state: state.name });
  }
  for (const other of given.slice(1)) report('exclusive', keyBelow(body, at, other), { field: given[0]!, other });
  const time = get(body, 'Timestamp');
  if (!isString(time) || !isKnown(time) || (language === 'JSONata' && time.startsWith('{%'))) return;
  if (!timestamp.test(time)) report('time', state.place('Timestamp'), { found: time });
};
