import { describe, expect, it } from 'vitest';
import { errorsOf, samTransform } from '../covered.ts';
import { samFunction } from '../templates.ts';

const event = (bucket: string) =>
  samFunction(
    `DeadLetterQueue: {Type: SQS, TargetArn: arn:aws:sqs:eu-west-1:123456789012:dead}
Events:
  Uploads:
    Type: S3
    Properties:
      Bucket: ${bucket}
      Events: s3:ObjectCreated:*`,
    `  Topic:
    Type: AWS::SNS::Topic
${samTransform}`,
  );

describe('of s3-notification-target, the transform', () => {
  it.each([
    ['a name', 'my-bucket', '13:21 not-in-template'],
    ['an import', '!ImportValue Bucket', '13:21 not-in-template'],
    ['a reference to nothing', '!Ref Bucket', '13:21 not-in-template'],
    ['a reference to something else', '!Ref Topic', '13:21 wrong-resource-type'],
  ])('reports %s in the place of a bucket of the template', (_, bucket, expected) => {
    expect(errorsOf(event(bucket))).toEqual([expected]);
  });
});
