import { expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

const fn = (config: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://bucket/key
      Handler: index.handler
      Runtime: python3.13
      DurableConfig: ${config}
`;

it('lambda-durable-config: the specification asks for ExecutionTimeout, and for integers', () => {
  expect(errorsOf(fn('{RetentionPeriodInDays: 7}'))).toEqual(['9:22 cfn-missing-property']);
  expect(errorsOf(fn('{ExecutionTimeout: 1.5}'))).toEqual(['9:41 cfn-property-type']);
  expect(errorsOf(fn('{ExecutionTimeout: 0}'))).toEqual(['9:41 lambda-durable-config']);
});
