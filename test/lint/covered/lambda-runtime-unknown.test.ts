import { expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

it('lambda-runtime-unknown: no other rule repeats that a runtime is misspelt', () => {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.handler
      Runtime: pyton3.13
      AutoPublishAlias: live
      SnapStart: {ApplyOn: PublishedVersions}
`;
  expect(errorsOf(template)).toEqual(['8:16 lambda-runtime-unknown']);
});
