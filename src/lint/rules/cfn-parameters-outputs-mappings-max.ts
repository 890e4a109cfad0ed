import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isMap, type Json, type JsonMap } from '../../model/tree.ts';
import { utf8Length } from '../facts/texts/utf8.ts';

const maximum = 200;
const warnFrom = 180;
const maximumValue = 4096;
const maximumName = 255;
const sections = { Parameters: 'parameters', Outputs: 'outputs', Mappings: 'mappings' };

export const cfnParametersOutputsMappingsMax = defineTemplateRule({
  id: 'cfn-parameters-outputs-mappings-max',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'More than 200 parameters, outputs or mappings',
  description:
    'A template has at most 200 parameters, 200 outputs and 200 mappings, and a mapping at most 200 keys, each with at most 200 attributes; from 180 on it is a warning. Their names have at most 255 characters, and the value of a parameter at most 4,096 bytes.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html; cfn-lint E2010/E6010/E7010',
  messages: {
    many: 'The template has {count} {what}; at most {maximum} are allowed. Divide it into several stacks.',
    near: 'The template has {count} of at most {maximum} {what}.',
    keys: "The mapping '{name}' has {count} keys; at most {maximum} are allowed.",
    keysNear: "The mapping '{name}' has {count} of at most {maximum} keys.",
    attributes: "The mapping '{name}' has {count} attributes under '{key}'; at most {maximum} are allowed.",
    attributesNear: "The mapping '{name}' has {count} of at most {maximum} attributes under '{key}'.",
    value: "The default of the parameter '{name}' has {count} bytes; at most {maximum} are allowed.",
    name: 'The name of this {what} has {count} characters; at most {maximum} are allowed.',
  },
  example: {
    fails: () => withOutputs(201, '‹Outputs›'),
    passes: () => withOutputs(2, 'Outputs'),
  },
  check(cx) {
    for (const [section, what] of Object.entries(sections)) {
      const content = get(cx.template, section);
      if (!isMap(content)) continue;
      checkCount(content, cx.keyOf(cx.template, section), { many: 'many', near: 'near' }, { what }, cx);
      for (const name of Object.keys(content)) {
        if (name.length > maximumName && !name.startsWith('Fn::ForEach::')) {
          cx.report('name', cx.keyOf(content, name), {
            data: { what: what.slice(0, -1), count: name.length, maximum: maximumName },
          });
        }
        if (section === 'Parameters') checkDefault(name, content[name]!, cx);
        if (section === 'Mappings') checkMapping(name, content[name]!, cx.keyOf(content, name), cx);
      }
    }
  },
});

const checkCount = (
  map: JsonMap,
  at: Cause | undefined,
  ids: { readonly many: string; readonly near: string },
  data: Readonly<Record<string, string>>,
  cx: RuleContext,
): void => {
  const count = Object.keys(map).length;
  if (count < warnFrom) return;
  const over = count > maximum;
  cx.report(over ? ids.many : ids.near, at, {
    data: { ...data, count, maximum },
    level: over ? 'error' : 'warning',
  });
};

const checkDefault = (name: string, parameter: Json, cx: RuleContext): void => {
  const value = get(parameter, 'Default');
  const count = typeof value === 'string' ? utf8Length(value) : 0;
  if (count > maximumValue) {
    cx.report('value', cx.placeOf(parameter, 'Default'), { data: { name, count, maximum: maximumValue } });
  }
};

const checkMapping = (name: string, mapping: Json, at: Cause | undefined, cx: RuleContext): void => {
  if (!isMap(mapping)) return;
  checkCount(mapping, at, { many: 'keys', near: 'keysNear' }, { name }, cx);
  for (const key of Object.keys(mapping)) {
    const attributes = mapping[key]!;
    if (!isMap(attributes)) continue;
    checkCount(attributes, cx.keyOf(mapping, key), { many: 'attributes', near: 'attributesNear' }, { name, key }, cx);
  }
};

const withOutputs = (count: number, key: string): string => {
  const outputs = Array.from({ length: count }, (_, at) => `  O${at}: {Value: !Ref AWS::Region}\n`).join('');
  return `${key}:\n${outputs}Resources: {Topic: {Type: AWS::SNS::Topic}}`;
};
