import { expect, test } from 'vitest';
import {
  expandPolicyTemplate,
  isPolicyTemplate,
  policyTemplateNames,
  policyTemplateParameters,
} from '../../src/policies/templates.ts';

test('every template is complete: no placeholder is left, every resource is an ARN, a parameter or *', () => {
  const texts = policyTemplateNames().flatMap((name) => {
    const values = Object.fromEntries(policyTemplateParameters(name).map((parameter) => [parameter, 'given']));
    const text = JSON.stringify(expandPolicyTemplate(name, values));
    return [...text.matchAll(/"Fn::Sub":\[?"([^"]*)"/g)].map(([, arn]) => arn!);
  });
  expect(texts.filter((text) => !/^(arn:\$\{AWS::Partition\}:[a-z0-9]+:|\$\{\w+Arn\}$)/.test(text))).toEqual([]);
  expect(texts.filter((text) => /(^|[^$])\{/.test(text))).toEqual([]);
});

test('a variable is named as the table says', () => {
  expect(expandPolicyTemplate('CodePipelineReadOnlyPolicy', { PipelineName: 'p' })).toMatchObject({
    Statement: [{ Resource: { 'Fn::Sub': [expect.stringContaining('${pipelinename}'), { pipelinename: 'p' }] } }],
  });
});

test('names of the prototype are no templates', () => {
  expect(isPolicyTemplate('constructor')).toBe(false);
});
