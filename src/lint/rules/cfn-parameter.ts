import { didYouMean, nearest } from '../../model/nearest.ts';
import { refusalOf } from '../../model/parameter-value.ts';
import { isUnclosed } from '../../model/pattern.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { parameterTypes } from '../facts/sections/parameter-types.ts';
import { isMacroKey } from '../facts/templates/function-keys.ts';
import { scalarNumber, shown } from '../facts/texts/scalar.ts';

/** Each pair of limits, the lower one first. */
const limits = [
  ['MinValue', 'MaxValue'],
  ['MinLength', 'MaxLength'],
] as const;

export const cfnParameter = defineTemplateRule({
  id: 'cfn-parameter',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  macros: 'silent',
  title: 'Parameter with a type that does not exist, or a default that it does not take',
  description:
    'The type of a parameter is one of those that CloudFormation knows, and its default must be a value that it would take: a number where that is the type, one of `AllowedValues`, inside of `MinLength`, `MaxLength`, `MinValue` and `MaxValue`, and matched as a whole by `AllowedPattern`, which is a regular expression. Of a list each value is checked. A type of AWS that is not known here is a warning, for it may be newer. Patterns that Java reads differently from JavaScript are not run.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  messages: {
    type: "There is no parameter type '{type}'.{near}",
    default: "The default of the parameter '{name}' is refused: {refusal}.",
    allowed: "The allowed value {found} of the parameter '{name}' is not a number, as its type is.",
    idle: "'{key}' of the parameter '{name}' has no effect: {type} is not limited by it. Use {instead}.",
    pattern: "'AllowedPattern' of the parameter '{name}' is not a regular expression: a '[' has no ']'.",
    limits: "'{lower}' of the parameter '{name}' is {least}, above '{upper}', which is {most}.",
  },
  example: {
    fails: `
Parameters:
  Stage: {Type: String, AllowedValues: [test, live], Default: ‹dev›}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stage}}
`,
    passes: `
Parameters:
  Stage: {Type: String, AllowedValues: [test, live], Default: test}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stage}}
`,
  },
  check(cx) {
    const parameters = get(cx.document, 'Parameters');
    if (!isMap(parameters)) return;
    for (const name of Object.keys(parameters)) if (!isMacroKey(name)) check(name, parameters[name]!, cx);
  },
});

const check = (name: string, parameter: Json, cx: RuleContext): void => {
  const type = get(parameter, 'Type');
  if (isString(type) && !parameterTypes.has(type)) {
    const near = nearest(type, parameterTypes);
    const level = near === undefined && type.startsWith('AWS::') ? 'warning' : 'error';
    cx.report('type', cx.placeOf(parameter, 'Type'), { data: { type, near: didYouMean(near) }, level });
    return;
  }
  for (const [lower, upper] of limits) {
    const [least, most] = [scalarNumber(get(parameter, lower)), scalarNumber(get(parameter, upper))];
    if (least === undefined || most === undefined || least <= most) continue;
    cx.report('limits', cx.placeOf(parameter, lower), { data: { name, lower, upper, least, most } });
    return;
  }
  if (isString(type)) checkConstraints(name, type, parameter, cx);
  const pattern = get(parameter, 'AllowedPattern');
  if (isString(pattern) && isUnclosed(pattern)) {
    cx.report('pattern', cx.placeOf(parameter, 'AllowedPattern'), { data: { name } });
  }
  const value = get(parameter, 'Default');
  const refusal = value === undefined || typeof value === 'object' ? undefined : refusalOf(parameter, value);
  if (refusal !== undefined) cx.report('default', cx.placeOf(parameter, 'Default'), { data: { name, refusal } });
};

/** The constraints that are for other types, and those for this one. Source: the page of the section in the user guide. */
const idle: ReadonlyMap<string, { readonly keys: readonly string[]; readonly instead: string }> = new Map([
  ['String', { keys: ['MinValue', 'MaxValue'], instead: "'MinLength', 'MaxLength' or 'AllowedPattern'" }],
  ['Number', { keys: ['MinLength', 'MaxLength', 'AllowedPattern'], instead: "'MinValue' and 'MaxValue'" }],
]);

const checkConstraints = (name: string, type: string, parameter: Json, cx: RuleContext): void => {
  const { keys = [], instead = '' } = idle.get(type) ?? {};
  for (const key of keys) {
    if (get(parameter, key) === undefined) continue;
    cx.report('idle', cx.keyOf(parameter, key), { data: { name, type, key, instead }, level: 'warning' });
  }
  const values = get(parameter, 'AllowedValues');
  if (type !== 'Number' || !isList(values)) return;
  for (const [step, value] of values.entries()) {
    if (value === null || typeof value === 'object' || scalarNumber(value) !== undefined) continue;
    cx.report('allowed', cx.placeOf(values, step), { data: { name, found: shown(value) } });
  }
};
