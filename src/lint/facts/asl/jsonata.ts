import { get, isList, isMap, isString, type Json, type Step } from '../../../model/tree.ts';
import { isKnown } from './definition.ts';
import { openBracket } from './jsonata-brackets.ts';
import type { AslReport } from './report.ts';
import type { State } from './states.ts';

/** Fields in which strings between `{%` and `%}` are evaluated. */
const fields = [
  ...['Arguments', 'Output', 'Assign', 'Items', 'ItemSelector', 'ItemBatcher', 'ItemReader', 'ResultWriter'],
  ...['Choices', 'Catch', 'Credentials', 'Seconds', 'Timestamp', 'TimeoutSeconds', 'HeartbeatSeconds'],
  ...['MaxConcurrency', 'ToleratedFailureCount', 'ToleratedFailurePercentage', 'Error', 'Cause'],
];

export const jsonataMessages = {
  expressionEnds:
    "A JSONata expression starts with '{%' and ends with '%}', without spaces around them; found '{found}'.",
  expressionEmpty: 'The JSONata expression is empty.',
  expressionOpen: 'In the JSONata expression {what}.',
  notEvaluated:
    "'{found}' is taken literally: the query language of '{state}' is JSONPath. Set 'QueryLanguage: JSONata'.",
} as const;

/** The expressions of a state: closed, not empty, and in a state that evaluates them. */
export const checkExpressions = (state: State, report: AslReport): void => {
  for (const field of fields) {
    const value = get(state.body, field);
    if (value !== undefined) checkStrings(state, value, [field], report);
  }
};

const checkStrings = (state: State, value: Json, path: Step[], report: AslReport): void => {
  if (isList(value)) {
    value.forEach((item, at) => {
      checkStrings(state, item, [...path, at], report);
    });
  } else if (isMap(value)) {
    if (isKnown(value)) for (const key of Object.keys(value)) checkStrings(state, value[key]!, [...path, key], report);
  } else if (isString(value) && isKnown(value)) checkString(state, value, path, report);
};

const checkString = (state: State, text: string, path: Step[], report: AslReport): void => {
  const starts = text.startsWith('{%');
  const ends = text.endsWith('%}');
  if (!starts && !ends) return;
  const found = text.length > 40 ? `${text.slice(0, 37)}…` : text;
  if (state.language === 'JSONPath') {
    if (starts && ends) {
      report('notEvaluated', state.place(...path), { found, state: state.name }, { level: 'warning' });
    }
    return;
  }
  if (state.language !== 'JSONata') return;
  if (!starts || !ends || text.length < 4) return report('expressionEnds', state.place(...path), { found });
  const expression = text.slice(2, -2);
  if (expression.trim() === '') return report('expressionEmpty', state.place(...path));
  const what = openBracket(expression);
  if (what !== undefined) report('expressionOpen', state.place(...path), { what });
};
