import { expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

const fn = (alias: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://bucket/key
      Handler: index.handler
      Runtime: python3.13
      AutoPublishAlias: ${alias}
`;

it('lambda-alias-name: the transform reports what AutoPublishAlias cannot be', () => {
  expect(errorsOf(fn("'12'"))).toEqual(['9:25 invalid-alias-name']);
  expect(errorsOf(fn('my live'))).toEqual(['9:25 invalid-alias-name']);
  expect(errorsOf(fn('live'))).toEqual([]);
});
