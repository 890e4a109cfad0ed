import { didYouMean, nearest } from '../../model/nearest.ts';
import { originOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isString, type Json } from '../../model/tree.ts';
import { functionsOf } from '../facts/intrinsics/uses.ts';
import { type MappingLevel, mappingLevel } from '../facts/sections/mapping-level.ts';
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
      const mapping = mappingLevel(get(get(cx.template, 'Mappings'), operand[0]));
      if (mapping) check(operand, mapping, logicalId, cx);
    }
  },
});

const check = (operand: Json[], mapping: MappingLevel, logicalId: string | undefined, cx: RuleContext): void => {
  let level: MappingLevel | undefined = mapping;
  let under = '';
  for (const step of [1, 2]) {
    if (!level || level.isOpen) return;
    const parameter = parameterOf(operand[step]!, cx);
    const key: string | undefined = scalarText(parameter === undefined ? operand[step] : cx.resolve(operand[step]));
    if (key !== undefined && !level.has(key)) {
      const data = { mapping: String(operand[0]), key, under, parameter: parameter ?? '', ...others(key, level) };
      const messageId = parameter === undefined ? 'missing' : 'default';
      const more = parameter === undefined ? {} : { level: 'warning' as const };
      cx.report(messageId, cx.placeOf(operand, step), { data, related: [originOf(operand)], logicalId, ...more });
      return;
    }
    level = level.below(key);
    under = key === undefined ? '' : ` under '${key}'`;
  }
};

/** Among more keys than this none is looked for that may have been meant. */
const mostCompared = 60;
const mostShown = 12;

/** The keys that there are, and the one that was meant. */
const others = (key: string, { keys }: MappingLevel) => ({
  near: didYouMean(keys.length > mostCompared ? undefined : nearest(key, keys)),
  allowed: keys.slice(0, mostShown).join(', ') + (keys.length > mostShown ? ' …' : ''),
});

/** The parameter whose value a key is. */
const parameterOf = (key: Json, cx: RuleContext): string | undefined => {
  const name = get(key, 'Ref');
  return isString(name) && get(get(cx.template, 'Parameters'), name) !== undefined ? name : undefined;
};
