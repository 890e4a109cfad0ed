import type { Cause } from '../../../model/origin.ts';
import { get, isNothing, type Json } from '../../../model/tree.ts';
import { isFunctionKey } from '../templates/function-keys.ts';
import { keyBelow, placeBelow } from '../templates/places.ts';
import { shown } from '../texts/scalar.ts';
import { suggestion } from '../texts/suggestion.ts';
import { isKnown } from './definition.ts';
import type { AslReport } from './report.ts';
import type { QueryLanguage, Scope, State } from './states.ts';

/** In which query language a field may stand. */
type Use = QueryLanguage | 'both';
type Fields = Readonly<Record<string, Use>>;

const path = (names: string): Fields => Object.fromEntries(names.split(' ').map((name) => [name, 'JSONPath']));
const jsonata = (names: string): Fields => Object.fromEntries(names.split(' ').map((name) => [name, 'JSONata']));
const both = (names: string): Fields => Object.fromEntries(names.split(' ').map((name) => [name, 'both']));

const every = both('Type Comment QueryLanguage');
const inAndOut = { ...path('InputPath OutputPath'), ...jsonata('Output') };
const next = both('Next End Assign');
const failures = { ...both('Retry Catch'), ...path('ResultPath ResultSelector') };

/** The fields of each type of state. */
export const stateFields: Readonly<Record<string, Fields>> = {
  Task: {
    ...{ ...every, ...inAndOut, ...next, ...failures },
    ...both('Resource Credentials TimeoutSeconds HeartbeatSeconds'),
    ...path('Parameters TimeoutSecondsPath HeartbeatSecondsPath'),
    ...jsonata('Arguments'),
  },
  Pass: { ...every, ...inAndOut, ...next, ...path('Parameters Result ResultPath') },
  Wait: { ...every, ...inAndOut, ...next, ...both('Seconds Timestamp'), ...path('SecondsPath TimestampPath') },
  Choice: { ...every, ...inAndOut, ...both('Choices Default Assign') },
  Succeed: { ...every, ...inAndOut },
  // The two paths have no effect in a Fail state.
  Fail: { ...every, ...both('Error Cause'), ...path('ErrorPath CausePath InputPath OutputPath') },
  Parallel: {
    ...{ ...every, ...inAndOut, ...next, ...failures },
    ...both('Branches'),
    ...path('Parameters'),
    ...jsonata('Arguments'),
  },
  Map: {
    ...{ ...every, ...inAndOut, ...next, ...failures },
    ...both('Iterator ItemProcessor ItemSelector ItemReader ItemBatcher ResultWriter Label'),
    ...both('MaxConcurrency ToleratedFailureCount ToleratedFailurePercentage'),
    ...path('ItemsPath Parameters MaxConcurrencyPath ToleratedFailureCountPath ToleratedFailurePercentagePath'),
    ...jsonata('Items'),
  },
};

const scopeFields: Readonly<Record<Scope['kind'], readonly string[]>> = {
  machine: ['Comment', 'StartAt', 'States', 'Version', 'TimeoutSeconds', 'QueryLanguage'],
  branch: ['Comment', 'StartAt', 'States', 'Version', 'TimeoutSeconds', 'QueryLanguage'],
  processor: ['Comment', 'StartAt', 'States', 'Version', 'TimeoutSeconds', 'ProcessorConfig'],
};

export const fieldMessages = {
  typeMissing: "The state '{state}' has no 'Type'; it is one of {allowed}.",
  typeUnknown: "The state '{state}' has the type {type}; allowed are {allowed}.{hint}",
  fieldUnknown: "'{field}' is not a field of {what}.{hint}",
  fieldOfOther: "A {type} state has no field '{field}'; it belongs to {types}.",
  fieldLanguage: "'{field}' of '{state}' is a field of {other}, but the state's query language is {language}.",
  choiceFlow: "'{field}' has no effect on the Choice state '{state}'; its rules and 'Default' say what follows.",
  languageUnknown: "'QueryLanguage' is {found}; it is JSONPath or JSONata.",
  languageBack: "The state '{state}' cannot go back to JSONPath, since the whole machine is JSONata.",
} as const;

/** The fields of a state: its type has them, and its query language. */
export const checkFields = (state: State, report: AslReport): void => {
  const { name, body, type, language } = state;
  const given = get(body, 'Type');
  const data = { state: name, allowed: Object.keys(stateFields).join(', ') };
  if (isNothing(given)) return report('typeMissing', state.at, data);
  if (type === undefined) {
    if (isKnown(given)) report('typeUnknown', state.place('Type'), { ...data, type: shown(given), hint: '' });
    else checkAnyType(state, report);
    return;
  }
  const fields = Object.hasOwn(stateFields, type) ? stateFields[type]! : undefined;
  if (!fields) {
    return report('typeUnknown', state.place('Type'), {
      ...data,
      type: `'${type}'`,
      hint: suggestion(type, Object.keys(stateFields)),
    });
  }
  for (const field of Object.keys(body)) {
    if (isFunctionKey(field)) continue;
    const use = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (use === undefined) checkForeign(state, type, field, fields, report);
    else if (use !== 'both' && language !== undefined && use !== language) {
      report('fieldLanguage', state.keyPlace(field), { field, state: name, other: use, language });
    }
  }
};

/** Of a state whose type only the deployment knows: some type must have each field. */
const checkAnyType = ({ body, keyPlace }: State, report: AslReport): void => {
  const known = new Set(Object.values(stateFields).flatMap((fields) => Object.keys(fields)));
  for (const field of Object.keys(body)) {
    if (known.has(field) || isFunctionKey(field)) continue;
    report('fieldUnknown', keyPlace(field), { field, what: 'a state', hint: suggestion(field, known) });
  }
};

const checkForeign = (state: State, type: string, field: string, fields: Fields, report: AslReport): void => {
  const at = state.keyPlace(field);
  if (type === 'Choice' && (field === 'Next' || field === 'End')) {
    return report('choiceFlow', at, { field, state: state.name }, { level: 'warning' });
  }
  const types = Object.keys(stateFields).filter((other) => Object.hasOwn(stateFields[other]!, field));
  if (types.length > 0) report('fieldOfOther', at, { type, field, types: types.join(', ') });
  else report('fieldUnknown', at, { field, what: `a ${type} state`, hint: suggestion(field, Object.keys(fields)) });
};

const scopeNames = { machine: 'a state machine', branch: 'a branch', processor: "a Map's item processor" };

/** The fields of the machine, a branch or an item processor. */
export const checkScopeFields = ({ kind, body, at }: Scope, report: AslReport): void => {
  for (const field of Object.keys(body)) {
    if (scopeFields[kind].includes(field) || isFunctionKey(field)) continue;
    const data = { field, what: scopeNames[kind], hint: suggestion(field, scopeFields[kind]) };
    report('fieldUnknown', keyBelow(body, at, field), data);
  }
  if (kind === 'machine') {
    checkLanguageName(get(body, 'QueryLanguage'), placeBelow(body, at, 'QueryLanguage'), report);
  }
};

/** The query languages that are named exist, and a state does not fall back behind the machine's. */
export const checkLanguage = (state: State, report: AslReport): void => {
  const given = get(state.body, 'QueryLanguage');
  const at = state.place('QueryLanguage');
  checkLanguageName(given, at, report);
  if (given === 'JSONPath' && get(state.scope.definition.machine, 'QueryLanguage') === 'JSONata') {
    report('languageBack', at, { state: state.name });
  }
};

const checkLanguageName = (given: Json | undefined, at: Cause | undefined, report: AslReport): void => {
  if (!isKnown(given) || given === 'JSONPath' || given === 'JSONata') return;
  report('languageUnknown', at, { found: shown(given) });
};
