import { describe, expect, test } from 'vitest';
import { expand } from '../../../src/index.ts';
import { valueOrigin } from '../../../src/model/origin.ts';
import { getIn, type Json } from '../../../src/model/tree.ts';
import { lineOf } from '../../line.ts';
import { functionWith } from './template.ts';

const at = (template: string, ...path: string[]): Json | undefined =>
  getIn(expand(template).template, 'Resources', ...path);

describe('a generated role', () => {
  test('is traced to the function, or to what asks for more', () => {
    expect(lineOf(functionWith(''), at(functionWith(''), 'FnRole'))).toBe('Fn:');
    const template = functionWith('Policies: [{Statement: []}]');
    expect(lineOf(template, at(template, 'FnRole'))).toContain('Policies');
  });

  test('has managed policies that are traced to what needs them', () => {
    const template = functionWith('Tracing: Active\nVpcConfig: {SubnetIds: [a]}');
    const policies = at(template, 'FnRole', 'Properties', 'ManagedPolicyArns');
    const lines = [1, 2].map((index) => template.slice(0, valueOrigin(policies, index)?.start).split('\n').length);
    expect(lines).toEqual([8, 9]);
  });

  test('is made under the condition that there is no other', () => {
    const template = functionWith('Role: !If [Given, arn, !Ref AWS::NoValue]');
    expect(at(template, 'FnRole', 'Condition')).toBe('NOTGiven');
    expect(at(template, 'Fn', 'Properties', 'Role')).toEqual({
      'Fn::If': ['Given', 'arn', { 'Fn::GetAtt': ['FnRole', 'Arn'] }],
    });
    const other = functionWith('Role: !If [Missing, !Ref AWS::NoValue, arn]');
    expect(at(other, 'FnRole', 'Condition')).toBe('Missing');
    expect(at(functionWith('Role: !If [C, one, two]'), 'FnRole')).toBeUndefined();
  });
});

test('policies are checked even where the role is the author’s', () => {
  const { problems } = expand(functionWith('Role: arn\nPolicies: [{NoSuchPolicyTemplate: {}}]'));
  expect(problems).toMatchObject([{ level: 'error', line: 9, logicalId: 'Fn' }]);
});
