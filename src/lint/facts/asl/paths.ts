import { withoutPlaceholders } from '../../../model/placeholders.ts';
import { get, isList, isMap, isString, type Json, type Step } from '../../../model/tree.ts';
import { shown } from '../texts/scalar.ts';
import { suggestion } from '../texts/suggestion.ts';
import { isKnown } from './definition.ts';
import type { AslReport } from './report.ts';
import type { State } from './states.ts';

/** Fields that hold a path, in the language JSONPath. Those of the second list may be null: nothing, or all of it. */
const pathFields = ['ItemsPath', 'SecondsPath', 'TimestampPath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath'];
const nullableFields = ['InputPath', 'OutputPath', 'ResultPath'];
const countFields = ['MaxConcurrencyPath', 'ToleratedFailureCountPath', 'ToleratedFailurePercentagePath'];
/** These may also be a function. */
const computedFields = ['ErrorPath', 'CausePath'];
/** Maps in which names that end with `.$` take their values from the state's input. */
const templates: readonly Step[][] = [
  ['Parameters'],
  ['ResultSelector'],
  ['ItemSelector'],
  ['Assign'],
  ['Credentials'],
  ['ItemBatcher', 'BatchInput'],
  ['ItemReader', 'Parameters'],
  ['ResultWriter', 'Parameters'],
];

const functions = [
  ...['Array', 'ArrayPartition', 'ArrayContains', 'ArrayRange', 'ArrayGetItem', 'ArrayLength', 'ArrayUnique'],
  ...['Base64Encode', 'Base64Decode', 'Hash', 'JsonMerge', 'MathRandom', 'MathAdd', 'StringSplit', 'UUID'],
  ...['Format', 'StringToJson', 'JsonToString'],
];

export const pathMessages = {
  path: "'{field}' must be a path that starts with '$'{orNull}; it is {found}.",
  resultPath: "'ResultPath' says where in the input the result goes, so it cannot point into the context object '$$'.",
  template: "'{field}' ends with '.$', so its value must be a path that starts with '$' or a function; it is {found}.",
  functionUnknown: "There is no function 'States.{name}'.{hint}",
  functionOpen: "The brackets or quotes of '{field}' do not close.",
} as const;

/** Paths and functions of a state in JSONPath. */
export const checkPaths = (state: State, report: AslReport): void => {
  if (state.language !== 'JSONPath') return;
  for (const field of [...pathFields, ...nullableFields, ...countFields, ...computedFields]) {
    const value = get(state.body, field);
    if (!isKnown(value) || (value === null && nullableFields.includes(field))) continue;
    if (isString(value) && value.startsWith('States.') && computedFields.includes(field)) {
      checkFunctions(state, value, [field], report);
    } else if (!isString(value) || !value.startsWith('$')) {
      const orNull = nullableFields.includes(field) ? ' or null' : '';
      report('path', state.place(field), { field, orNull, found: shown(value) });
    } else if (field === 'ResultPath' && value.startsWith('$$')) report('resultPath', state.place(field));
  }
  for (const path of templates) {
    let value: Json | undefined = state.body;
    for (const step of path) value = get(value, String(step));
    if (value !== undefined) checkTemplate(state, value, path, report);
  }
};

const checkTemplate = (state: State, value: Json, path: Step[], report: AslReport): void => {
  if (isList(value)) {
    value.forEach((item, at) => {
      checkTemplate(state, item, [...path, at], report);
    });
  }
  if (!isMap(value) || !isKnown(value)) return;
  for (const field of Object.keys(value)) {
    const inner = value[field]!;
    const where = [...path, field];
    if (!field.endsWith('.$')) checkTemplate(state, inner, where, report);
    else if (isString(inner) && inner.startsWith('States.')) checkFunctions(state, inner, where, report);
    else if (isKnown(inner) && !(isString(inner) && inner.startsWith('$'))) {
      report('template', state.place(...where), { field, found: shown(inner) });
    }
  }
};

/** A text without its strings in single quotes; a quote that is never closed stays. */
const withoutQuoted = (text: string): string => {
  let rest = '';
  let done = 0;
  for (let open = text.indexOf("'"); open >= 0; open = text.indexOf("'", done)) {
    let close = open + 1;
    while (close < text.length && text[close] !== "'") close += text[close] === '\\' ? 2 : 1;
    if (close >= text.length) break;
    rest += text.slice(done, open);
    done = close + 1;
  }
  return rest + text.slice(done);
};

const checkFunctions = (state: State, text: string, path: Step[], report: AslReport): void => {
  const at = state.place(...path);
  const bare = withoutPlaceholders(withoutQuoted(text));
  const depth = [...bare].reduce((sum, character) => sum + (character === '(' ? 1 : character === ')' ? -1 : 0), 0);
  if (depth !== 0 || bare.includes("'")) report('functionOpen', at, { field: String(path.at(-1)) });
  for (const [, name] of bare.matchAll(/(?<![\w.$])States\.(\w+)/g)) {
    if (functions.includes(name!)) continue;
    report('functionUnknown', at, { name: name!, hint: suggestion(name!, functions) });
  }
};
