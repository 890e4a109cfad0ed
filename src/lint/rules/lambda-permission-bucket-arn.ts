import { defineRule } from '../../model/rule.ts';
import { elided, partialText } from '../facts/texts/partial-text.ts';

/** The ARN of objects of a bucket; the bucket may be known only at the deployment. */
const ofObjects = /^(?:arn:[^:]*:s3:::[^/]*|\u0000)\//;

export const lambdaPermissionBucketArn = defineRule({
  id: 'lambda-permission-bucket-arn',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Permission for objects instead of their bucket',
  description:
    'S3 calls a function on behalf of a bucket, never of an object: the `SourceArn` that it sends is `arn:aws:s3:::bucket`. A permission for `arn:aws:s3:::bucket/*` permits no call.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html',
  messages: {
    objects: "S3 calls on behalf of a bucket, so '{found}' permits nothing; write the ARN of the bucket.",
  },
  example: {
    in: 'permission',
    fails: `
Principal: s3.amazonaws.com
SourceArn: ‹arn:aws:s3:::uploads/*›
SourceAccount: !Ref AWS::AccountId`,
    passes: `
Principal: s3.amazonaws.com
SourceArn: arn:aws:s3:::uploads
SourceAccount: !Ref AWS::AccountId`,
  },
  on: ['AWS::Lambda::Permission'],
  check(permission, cx) {
    const principals = permission.strings('Principal');
    if (principals.length === 0 || principals.some(({ value }) => value !== 's3.amazonaws.com')) return;
    for (const { value, at } of permission.all('SourceArn')) {
      const text = partialText(value, cx);
      if (text !== undefined && ofObjects.test(text)) cx.report('objects', at, { data: { found: elided(text) } });
    }
  },
});
