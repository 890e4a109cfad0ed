import { expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

it('lambda-architectures: the transform reports the architectures of a SAM layer', () => {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Layer:
    Type: AWS::Serverless::LayerVersion
    Properties:
      ContentUri: s3://bucket/key
      CompatibleArchitectures: [amd64]
`;
  expect(errorsOf(template)).toEqual(['7:33 wrong-value']);
});
