import { didYouMean, nearest } from '../../model/nearest.ts';
import { originOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { functionsOf } from '../facts/intrinsics/uses.ts';
import { isFunctionKey } from '../facts/templates/function-keys.ts';
import { scalarText } from '../facts/texts/scalar.ts';

export const cfnMappingKey = defineTemplateRule({
  id: 'cfn-mapping-key',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Key that the mapping does not have',
  description:
    'CloudFormation cannot make a stack from a template in which `Fn::FindInMap` names a key that its mapping does not have. Keys that are written out are checked, and, as a warning, those that are the default of a parameter. `DefaultValue` of `AWS::LanguageExtensions` takes the place of a missing key.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html',
  supersedes: ['not-in-mappings'],
  messages: {
    missing: "The mapping '{mapping}' has no key '{key}'{under}.{near} It has: {allowed}.",
    default:
      "With the default of '{parameter}' the key is '{key}', which the mapping '{mapping}' does not have{under}.",
  },
  example: {
    fails: `
Mappings:
  Sizes: {live: {memory: 1024}, test: {memory: 128}}
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: {DisplayName: !FindInMap [Sizes, ‹prod›, memory]}
`,
    passes: `
Mappings:
  Sizes: {live: {memory: 1024}, test: {memory: 128}}
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: {DisplayName: !FindInMap [Sizes, live, memory]}
`,
  },
  check(cx) {
    for (const { map, fn, logicalId } of functionsOf(cx.template).named) {
      const operand = fn === 'Fn::FindInMap' ? map[fn] : undefined;
      if (!isList(operand) || operand.length !== 3 || !isString(operand[0])) continue;
      const mapping = get(get(cx.template, 'Mappings'), operand[0]);
      if (isMap(mapping)) check(operand, mapping, logicalId, cx);
    }
  },
});

const check = (operand: Json[], mapping: JsonMap, logicalId: string | undefined, cx: RuleContext): void => {
  let level: Json | undefined = mapping;
  let under = '';
  for (const step of [1, 2]) {
    if (!isMap(level) || Object.keys(level).some(isFunctionKey)) return;
    const parameter = parameterOf(operand[step]!, cx);
    const key: string | undefined = scalarText(parameter === undefined ? operand[step] : cx.resolve(operand[step]));
    // Which of the levels is meant is not known, so all of them must lack the key.
    if (key === undefined) {
      if (step === 2) return;
      level = merged(level);
      continue;
    }
    const found: Json | undefined = get(level, key);
    if (found === undefined) {
      const keys = Object.keys(level);
      const near = didYouMean(nearest(key, keys));
      const allowed = keys.slice(0, 12).join(', ') + (keys.length > 12 ? ' …' : '');
      const data = { mapping: String(operand[0]), key, under, near, allowed, parameter: parameter ?? '' };
      const more = { data, related: [originOf(operand)], logicalId };
      if (parameter === undefined) cx.report('missing', cx.placeOf(operand, step), more);
      else cx.report('default', cx.placeOf(operand, step), { ...more, level: 'warning' });
      return;
    }
    level = found;
    under = ` under '${key}'`;
  }
};

/** The parameter whose value a key is. */
const parameterOf = (key: Json, cx: RuleContext): string | undefined => {
  const name = get(key, 'Ref');
  return isString(name) && get(get(cx.template, 'Parameters'), name) !== undefined ? name : undefined;
};

/** All keys of the second level. */
const merged = (map: JsonMap): JsonMap => Object.assign({}, ...Object.values(map).filter(isMap)) as JsonMap;
