import { expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

const fn = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {${properties}}
`;

it('lambda-code-missing: a function without code is told once', () => {
  expect(errorsOf(fn('Handler: index.handler, Runtime: python3.13'))).toEqual(['3:3 lambda-code-missing']);
  expect(errorsOf(fn('PackageType: Image'))).toEqual(['3:3 lambda-image-exclusions']);
  expect(errorsOf(fn('Handler: index.handler, Runtime: python3.13, CodeUri: {}'))).toEqual([
    '5:72 incomplete-s3-location',
  ]);
});

it('lambda-code-missing: a plain function without code lacks a property', () => {
  const plain = 'Handler: index.handler, Runtime: python3.13, Role: arn:aws:iam::123456789012:role/fn';
  expect(errorsOf(fn(plain).replace('AWS::Serverless::F', 'AWS::Lambda::F'))).toEqual(['5:17 cfn-missing-property']);
});
