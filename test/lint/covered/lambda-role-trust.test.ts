import { expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

const role = (properties: string) => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Code: {ZipFile: x}, Handler: index.h, Runtime: nodejs24.x, Role: !GetAtt Role.Arn}
  Role:
    Type: AWS::IAM::Role
    Properties: {${properties}}
`;

it('lambda-role-trust: a role without a trust policy lacks a property', () => {
  expect(errorsOf(role('Path: /'))).toEqual(['7:17 cfn-missing-property']);
});

it('lambda-role-trust: a trust policy that breaks the grammar is reported as that', () => {
  const trust =
    'AssumeRolePolicyDocument: {Statement: {Effect: allow, Action: sts:AssumeRole, Principal: {Service: ec2.amazonaws.com}}}';
  expect(errorsOf(role(trust))).toEqual(['7:65 iam-policy-document']);
});
