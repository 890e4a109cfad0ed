import { get, isList, isMap, isNothing, isString, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import { isFunctionKey } from '../templates/function-keys.ts';
import { shown } from '../texts/scalar.ts';
import { suggestion } from '../texts/suggestion.ts';
import { isKnown } from './definition.ts';
import { type NumberRange, numberFault } from './numbers.ts';
import type { AslReport } from './report.ts';
import type { State } from './states.ts';

const all = 'States.ALL';
const fields = {
  Retry: [
    'ErrorEquals',
    'IntervalSeconds',
    'MaxAttempts',
    'BackoffRate',
    'MaxDelaySeconds',
    'JitterStrategy',
    'Comment',
  ],
  Catch: ['ErrorEquals', 'Next', 'ResultPath', 'Assign', 'Output', 'Comment'],
} as const;

/** The numbers of a retrier: the smallest and largest value, and whether fractions are allowed. */
const numbers: Readonly<Record<string, NumberRange>> = {
  // The specification asks for a positive number; Step Functions takes 0 as well, and retries at once.
  IntervalSeconds: [0, 99_999_999, true],
  MaxAttempts: [0, 99_999_999, true],
  BackoffRate: [1, Infinity, false],
  MaxDelaySeconds: [1, 31_622_399, true],
};

export const failureMessages = {
  listShape: "'{field}' of '{state}' must be a list of maps; found {found}.",
  errorsMissing: "An entry of '{field}' needs 'ErrorEquals', a list of at least one error name; found {found}.",
  errorName: "An error name in 'ErrorEquals' must be a string; it is {found}.",
  allAlone: "'States.ALL' means every error, so it must be the only item of its 'ErrorEquals'.",
  allLast: "'States.ALL' catches everything, so its entry must be the last one of '{field}'.",
  catchNext: "An entry of 'Catch' of '{state}' has no 'Next'.",
  entryUnknown: "'{name}' is not a field of an entry of '{field}'.{hint}",
  retryNumber: "'{name}' is {found}; it must be {kind} of at least {minimum}{atMost}.",
  retryJitter: "'JitterStrategy' is {found}; it is FULL or NONE.",
  retryDelay: "'MaxDelaySeconds' is {delay}; it must be more than 'IntervalSeconds' ({interval}).",
} as const;

type Field = keyof typeof fields;

/** `Retry` and `Catch` of a state. */
export const checkFailures = (state: State, report: AslReport): void => {
  for (const field of ['Retry', 'Catch'] as const) {
    const list = get(state.body, field);
    if (!isKnown(list)) continue;
    if (!isList(list)) {
      report('listShape', state.place(field), { field, state: state.name, found: kindOf(list) });
      continue;
    }
    list.forEach((entry, at) => {
      if (!isKnown(entry)) return;
      if (isMap(entry)) checkEntry(state, field, entry, at, at === list.length - 1, report);
      else report('listShape', state.place(field, at), { field, state: state.name, found: kindOf(entry) });
    });
  }
};

const checkEntry = (
  state: State,
  field: Field,
  entry: JsonMap,
  at: number,
  isLast: boolean,
  report: AslReport,
): void => {
  checkErrors(state, field, get(entry, 'ErrorEquals'), at, isLast, report);
  if (field === 'Catch' && isNothing(get(entry, 'Next'))) {
    report('catchNext', state.place(field, at), { state: state.name });
  }
  const known: readonly string[] = fields[field];
  for (const name of Object.keys(entry)) {
    if (known.includes(name) || isFunctionKey(name)) continue;
    report('entryUnknown', state.keyPlace(field, at, name), { name, field, hint: suggestion(name, known) });
  }
  if (field === 'Retry') checkRetrier(state, entry, at, report);
};

const checkErrors = (
  state: State,
  field: Field,
  errors: Json | undefined,
  at: number,
  isLast: boolean,
  report: AslReport,
): void => {
  if (errors !== undefined && !isKnown(errors)) return;
  if (!isList(errors) || errors.length === 0) {
    const found = isList(errors) ? 'an empty list' : kindOf(errors);
    return report('errorsMissing', state.place(field, at, 'ErrorEquals'), { field, found });
  }
  errors.forEach((name, index) => {
    const place = state.place(field, at, 'ErrorEquals', index);
    if (isKnown(name) && !isString(name)) report('errorName', place, { found: kindOf(name) });
    if (name !== all) return;
    if (errors.length > 1) report('allAlone', place);
    else if (!isLast) report('allLast', place, { field });
  });
};

const checkRetrier = (state: State, entry: JsonMap, at: number, report: AslReport): void => {
  for (const [name, range] of Object.entries(numbers)) {
    const value = get(entry, name);
    const fault = isKnown(value) ? numberFault(value, range) : undefined;
    if (fault) report('retryNumber', state.place('Retry', at, name), { name, ...fault });
  }
  const jitter = get(entry, 'JitterStrategy');
  if (isKnown(jitter) && jitter !== 'FULL' && jitter !== 'NONE') {
    report('retryJitter', state.place('Retry', at, 'JitterStrategy'), {
      found: shown(jitter),
    });
  }
  const [delay, interval] = [get(entry, 'MaxDelaySeconds'), get(entry, 'IntervalSeconds')];
  if (typeof delay === 'number' && typeof interval === 'number' && delay > 0 && delay <= interval) {
    report('retryDelay', state.place('Retry', at, 'MaxDelaySeconds'), { delay, interval });
  }
};
