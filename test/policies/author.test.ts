import { describe, expect, test } from 'vitest';
import { expand } from '../../src/index.ts';
import { getIn, type Json } from '../../src/model/tree.ts';

const withPolicies = (policies: string): string => `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: x
      Policies: ${policies}
`;
const role = (policies: string): Json | undefined =>
  getIn(expand(withPolicies(policies)).template, 'Resources', 'FnRole', 'Properties');
const found = (policies: string) =>
  expand(withPolicies(policies)).problems.map(({ code, level, line, column }) => [code, level, line, column]);

describe('Policies', () => {
  test('name inline policies by their index among all of them', () => {
    const policies = getIn(role('[A, {Statement: []}, B, {Statement: []}]'), 'Policies') as Json[];
    expect(policies.map((policy) => getIn(policy, 'PolicyName'))).toEqual(['FnRolePolicy1', 'FnRolePolicy3']);
  });

  test('are the same whether one stands alone or in a list', () => {
    expect(role('AmazonS3FullAccess')).toEqual(role('[AmazonS3FullAccess]'));
    expect(role('{SQSPollerPolicy: {QueueName: q}}')).toEqual(role('[{SQSPollerPolicy: {QueueName: q}}]'));
  });

  test('drop a managed policy that the role already has', () => {
    const names = '[AWSLambdaBasicExecutionRole, AmazonS3FullAccess, AmazonS3FullAccess, !Ref P, !Ref P]';
    expect(getIn(role(names), 'ManagedPolicyArns')).toHaveLength(3);
  });

  test('keep names that AWS does not have, also those that only look like a part of the table', () => {
    const names = ['Mine', 'AmazonS3FullAccess AmazonS3ReadOnlyAccess', ''];
    expect(getIn(role(JSON.stringify(names)), 'ManagedPolicyArns')).toEqual([expect.anything(), ...names]);
  });

  test('put values of parameters into the document as they are', () => {
    const value = { Ref: 'QueueName' };
    const policy = getIn(role(`{SQSPollerPolicy: {QueueName: ${JSON.stringify(value)}}}`), 'Policies', 0);
    expect(getIn(policy, 'PolicyDocument', 'Statement', 0, 'Resource', 'Fn::Sub', 1)).toEqual({ queueName: value });
  });
});

test.each([
  ['a misspelt template', '[{S3ReadPolcy: {BucketName: b}}]', 'unknown-policy-template', 'error', 17],
  ['a wrapped document', '[{PolicyName: a, PolicyDocument: {Statement: []}}]', 'invalid-policy', 'error', 17],
  ['an empty map', '[{}, A]', 'invalid-policy', 'error', 17],
  ['no parameters', '[{S3ReadPolicy: }]', 'invalid-policy-template', 'error', 18],
  ['a missing parameter', '[{S3ReadPolicy: {}}]', 'missing-policy-template-parameter', 'error', 18],
  ['a superfluous parameter', '[{VPCAccessPolicy: {Vpc: a}}]', 'unknown-policy-template-parameter', 'warning', 36],
  ['a short Fn::If', '[{"Fn::If": [C, A]}]', 'invalid-if', 'error', 17],
  ['mixed kinds in Fn::If', '[{"Fn::If": [C, A, {Statement: []}]}]', 'mixed-policies', 'error', 17],
])('%s is told at its place', (_, policies, code, level, column) => {
  expect(found(policies)).toEqual([[code, level, 8, column + 1]]);
});

test('every fault among the policies is told', () => {
  expect(found('[{Nope: {}}, {S3ReadPolicy: {}}, {DynamoDBStreamReadPolicy: {}}]')).toHaveLength(4);
});
