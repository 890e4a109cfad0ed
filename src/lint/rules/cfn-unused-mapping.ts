import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap, isString, type Json } from '../../model/tree.ts';
import { isFunctionKey } from '../facts/templates/function-keys.ts';
import { referencesOf } from '../facts/templates/references.ts';

/** Whether any `Fn::FindInMap` finds out its mapping's name only at deploy time. */
const hasComputedName = (value: Json): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const path = get(value, 'Fn::FindInMap');
  if (Array.isArray(path) && !isString(path[0])) return true;
  return Object.values(value).some(hasComputedName);
};

export const cfnUnusedMapping = defineTemplateRule({
  id: 'cfn-unused-mapping',
  level: 'warning',
  category: 'style',
  stage: 'source',
  macros: 'silent',
  title: 'Mapping that nothing looks into',
  description: 'No `Fn::FindInMap` of the template names this mapping. Remove it, or look into it.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
  messages: { unused: "Nothing looks into the mapping '{name}'." },
  example: {
    fails: `
Mappings: {‹Names›: {prod: {topic: Orders}}}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: Orders}}`,
    passes: `
Mappings: {Names: {prod: {topic: Orders}}}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !FindInMap [Names, prod, topic]}}`,
  },
  check(cx) {
    const mappings = get(cx.template, 'Mappings');
    if (!isMap(mappings)) return;
    const used = new Set(
      [cx.document, cx.template]
        .flatMap(referencesOf)
        .filter(({ kind }) => kind === 'Fn::FindInMap')
        .map(({ name }) => name),
    );
    const unused = Object.keys(mappings).filter((name) => !used.has(name) && !isFunctionKey(name));
    if (unused.length === 0 || hasComputedName(cx.document)) return;
    for (const name of unused) cx.report('unused', cx.keyOf(mappings, name), { data: { name } });
  },
});
