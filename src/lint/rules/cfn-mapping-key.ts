import { didYouMean, nearest } from '../../model/nearest.ts';
import { originOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { functionsOf } from '../facts/intrinsics/uses.ts';
import { type MappingLevel, mappingLevel } from '../facts/sections/mapping-level.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';
import { listed } from '../facts/texts/names.ts';
import { scalarText } from '../facts/texts/scalar.ts';

export const cfnMappingKey = defineTemplateRule({
  id: 'cfn-mapping-key',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Key that the mapping does not have',
  description:
    'CloudFormation cannot make a stack from a template in which `Fn::FindInMap` names a key that its mapping does not have. Keys that are written out are checked, and, as a warning, those that are the default of a parameter or one of its `AllowedValues`, unless a condition decides where the value is used. `DefaultValue` of `AWS::LanguageExtensions` takes the place of a missing key.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html',
  supersedes: ['not-in-mappings'],
  messages: {
    missing: "The mapping '{mapping}' has no key '{key}'{under}.{near} It has: {allowed}.",
    default:
      "With the default of '{parameter}' the key is '{key}', which the mapping '{mapping}' does not have{under}.",
    permitted: "'{parameter}' may be {keys}, for which the mapping '{mapping}' has no key{under}.",
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
    const mappings = get(cx.template, 'Mappings');
    if (!isMap(mappings)) return;
    for (const { map, fn, logicalId } of functionsOf(cx.template).named) {
      const operand = fn === 'Fn::FindInMap' ? map[fn] : undefined;
      if (!isList(operand) || operand.length !== 3 || !isString(operand[0])) continue;
      const mapping = mappingLevel(get(mappings, operand[0]));
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
    const lacking = parameter === undefined ? [] : permittedBy(parameter, cx).filter((each) => !level!.has(each));
    if (lacking.length > 0 && alwaysUsed(cx).has(operand)) {
      const data = { mapping: String(operand[0]), under, parameter: parameter!, keys: listed(lacking, 5) };
      cx.report('permitted', cx.placeOf(operand, step), {
        data,
        related: [originOf(operand)],
        logicalId,
        level: 'warning',
      });
      return;
    }
    level = level.below(key);
    under = key === undefined ? '' : ` under '${key}'`;
  }
};

/** With more keys than this, no similar key is suggested. */
const mostCompared = 60;
const mostShown = 12;

/** The keys that there are, and the one that was meant. */
const others = (key: string, { keys }: MappingLevel) => ({
  near: didYouMean(keys.length > mostCompared ? undefined : nearest(key, keys)),
  allowed: keys.slice(0, mostShown).join(', ') + (keys.length > mostShown ? ' …' : ''),
});

/** The values that a parameter may be given. */
const permittedBy = (parameter: string, cx: RuleContext): readonly string[] => {
  const values = get(get(get(cx.template, 'Parameters'), parameter), 'AllowedValues');
  return isList(values) ? values.flatMap((value) => scalarText(value) ?? []) : [];
};

/** The operands of all `Fn::FindInMap` that no condition decides on: outside of `Fn::If`, and of what has a `Condition`. */
const alwaysUsed = oncePerTemplate((cx: RuleContext): ReadonlySet<Json> => {
  const found = new Set<Json>();
  const walk = (tree: Json): void => {
    if (isList(tree)) return tree.forEach(walk);
    if (!isMap(tree) || tree['Fn::If'] !== undefined || tree['Condition'] !== undefined) return;
    if (tree['Fn::FindInMap'] !== undefined) found.add(tree['Fn::FindInMap']);
    for (const key in tree) walk(tree[key]!);
  };
  for (const section of ['Resources', 'Outputs']) walk(cx.template[section] ?? null);
  return found;
});

/** The parameter whose value a key is. */
const parameterOf = (key: Json, cx: RuleContext): string | undefined => {
  const name = get(key, 'Ref');
  return isString(name) && get(get(cx.template, 'Parameters'), name) !== undefined ? name : undefined;
};
