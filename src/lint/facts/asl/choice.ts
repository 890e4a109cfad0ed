import {
  get,
  isList,
  isMap,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  kindOf,
  type Step,
} from '../../../model/tree.ts';
import { hasFunctionKey } from '../templates/function-keys.ts';
import { listed } from '../texts/names.ts';
import { shown } from '../texts/scalar.ts';
import { suggestion } from '../texts/suggestion.ts';
import { isKnown } from './definition.ts';
import type { AslReport } from './report.ts';
import type { State } from './states.ts';

type Operand = 'string' | 'number' | 'boolean' | 'timestamp' | 'path' | 'rule' | 'rules';

const ordered = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];
const kinds: readonly [string, Operand, readonly string[]][] = [
  ['String', 'string', ordered],
  ['Numeric', 'number', ordered],
  ['Timestamp', 'timestamp', ordered],
  ['Boolean', 'boolean', ['Equals']],
];

/** Every operator of a rule and what it takes. */
const operators: ReadonlyMap<string, Operand> = new Map<string, Operand>([
  ...kinds.flatMap(([kind, operand, comparisons]) =>
    comparisons.flatMap((comparison): [string, Operand][] => [
      [kind + comparison, operand],
      [`${kind + comparison}Path`, 'path'],
    ]),
  ),
  ['StringMatches', 'string'],
  ...['IsNull', 'IsPresent', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'].map((name): [string, Operand] => [
    name,
    'boolean',
  ]),
  ['And', 'rules'],
  ['Or', 'rules'],
  ['Not', 'rule'],
]);

const operandNames: Readonly<Record<Operand, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  timestamp: 'a time as in 2030-01-31T08:00:00Z',
  path: "a path that starts with '$'",
  rule: 'a rule',
  rules: 'a list of at least one rule',
};

export const choiceMessages = {
  choicesEmpty: "The Choice state '{state}' needs 'Choices', a list of at least one rule; found {found}.",
  ruleShape: 'A rule of a Choice state must be a map; it is {found}.',
  ruleNext: "A rule of '{state}' has no 'Next'.",
  ruleInnerNext: "'Next' belongs to the outermost rule, not to a rule inside of it.",
  ruleOperators: "A rule has exactly one of the comparisons, 'And', 'Or' and 'Not'; this one has {found}.",
  ruleVariable: "A comparison needs 'Variable', a path that starts with '$'; found {found}.",
  ruleOperand: "'{operator}' takes {allowed}; it is {found}.",
  ruleUnknown: "'{field}' is neither a comparison nor a field of a rule.{hint}",
  ruleCondition: "A rule of '{state}' needs a 'Condition', since its query language is JSONata.",
  ruleLanguage: "'{field}' is not for rules in {language}.",
} as const;

/** The rules of a Choice state. */
export const checkChoice = (state: State, report: AslReport): void => {
  if (state.type !== 'Choice') return;
  const rules = get(state.body, 'Choices');
  if (rules !== undefined && !isKnown(rules)) return;
  if (!isList(rules) || rules.length === 0) {
    const at = isNothing(rules) ? state.at : state.place('Choices');
    return report('choicesEmpty', at, { state: state.name, found: isList(rules) ? 'an empty list' : kindOf(rules) });
  }
  rules.forEach((rule, at) => {
    checkRule(state, rule, ['Choices', at], true, report);
  });
};

const checkRule = (state: State, rule: Json, path: Step[], isOuter: boolean, report: AslReport): void => {
  if (!isKnown(rule)) return;
  const at = state.place(...path);
  if (!isMap(rule)) return report('ruleShape', at, { found: kindOf(rule) });
  if (hasFunctionKey(rule)) return;
  const hasNext = !isNothing(get(rule, 'Next'));
  if (isOuter && !hasNext) report('ruleNext', at, { state: state.name });
  else if (!isOuter && hasNext) report('ruleInnerNext', state.keyPlace(...path, 'Next'));
  if (state.language === 'JSONata') checkCondition(state, rule, path, report);
  else if (state.language === 'JSONPath') checkComparison(state, rule, path, report);
};

const checkCondition = (state: State, rule: JsonMap, path: Step[], report: AslReport): void => {
  if (isNothing(get(rule, 'Condition'))) report('ruleCondition', state.place(...path), { state: state.name });
  for (const field of Object.keys(rule)) {
    if (field === 'Variable' || operators.has(field)) {
      report('ruleLanguage', state.keyPlace(...path, field), { field, language: 'JSONata' });
    }
  }
};

const checkComparison = (state: State, rule: JsonMap, path: Step[], report: AslReport): void => {
  const used = Object.keys(rule).filter((key) => operators.has(key));
  for (const field of Object.keys(rule)) {
    if (operators.has(field) || ['Variable', 'Next', 'Comment', 'Assign'].includes(field)) continue;
    const at = state.keyPlace(...path, field);
    if (field === 'Condition' || field === 'Output') report('ruleLanguage', at, { field, language: 'JSONPath' });
    else {
      report('ruleUnknown', at, { field, hint: suggestion(field, operators.keys()) });
      // The unknown one was meant to be the comparison.
      if (used.length === 0) return;
    }
  }
  if (used.length !== 1) {
    return report('ruleOperators', state.place(...path), { found: used.length === 0 ? 'none' : listed(used) });
  }
  const operator = used[0]!;
  const variable = get(rule, 'Variable');
  if (!['And', 'Or', 'Not'].includes(operator) && !isPathText(variable)) {
    const at = isNothing(variable) ? state.place(...path) : state.place(...path, 'Variable');
    report('ruleVariable', at, { found: shown(variable) });
  }
  checkOperand(state, operator, rule[operator]!, [...path, operator], report);
};

const isPathText = (value: Json | undefined): boolean =>
  value !== undefined && (!isKnown(value) || (isString(value) && value.startsWith('$')));

const checkOperand = (state: State, operator: string, value: Json, path: Step[], report: AslReport): void => {
  if (!isKnown(value)) return;
  const kind = operators.get(operator)!;
  if (!fits(value, kind)) {
    const found = isList(value) && value.length === 0 ? 'empty' : shown(value);
    return report('ruleOperand', state.place(...path), { operator, allowed: operandNames[kind], found });
  }
  if (kind === 'rule') checkRule(state, value, path, false, report);
  else if (isList(value)) {
    value.forEach((rule, at) => {
      checkRule(state, rule, [...path, at], false, report);
    });
  }
};

const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[-+]\d\d:\d\d)$/;

const fits = (value: Json, kind: Operand): boolean => {
  if (kind === 'rules') return isList(value) && value.length > 0;
  if (kind === 'rule') return isMap(value);
  if (kind === 'timestamp') return isString(value) && timestamp.test(value);
  if (kind === 'path') return isString(value) && value.startsWith('$');
  return typeof value === kind;
};
