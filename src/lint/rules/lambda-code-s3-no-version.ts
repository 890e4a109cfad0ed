import { defineRule } from '../../model/rule.ts';
import { isMap, isString } from '../../model/tree.ts';

export const lambdaCodeS3NoVersion = defineRule({
  id: 'lambda-code-s3-no-version',
  level: 'info',
  category: 'correctness',
  stage: 'expanded',
  title: 'S3 code reference will not trigger updates',
  description:
    'CloudFormation updates a function when its `Code` changes. With a fixed bucket and key and no object version, a new upload under the same key changes nothing. Name the version, or put a hash into the key. With `AutoPublishAlias` it is a warning: nothing is ever published again.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html',
  messages: {
    fixed:
      "'{name}' names '{key}' without a version: new code under this key does not update '{id}'; give the version of the object, or put a hash into the key.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Lambda::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    Role: arn:aws:iam::123456789012:role/orders
    ‹Code›: {S3Bucket: code, S3Key: orders.zip}`,
    passes: `
Orders:
  Type: AWS::Lambda::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    Role: arn:aws:iam::123456789012:role/orders
    Code: {S3Bucket: code, S3Key: orders.zip, S3ObjectVersion: 3HL4kqtJvjVBH40Nrjfkd}`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const written = cx.written(fn.id);
    const name = written?.type === 'AWS::Lambda::Function' ? 'Code' : 'CodeUri';
    if (!written || !isMap(written.get(name))) return;
    const key = fn.get('Code', 'S3Key');
    if (isString(fn.get('Code', 'S3Bucket')) && isString(key) && fn.lacks('Code', 'S3ObjectVersion')) {
      // An alias that is meant to move with the code never does.
      const level = written.lacks('AutoPublishAlias') ? 'info' : 'warning';
      cx.report('fixed', written.keyPlace(name), { data: { id: fn.id, name, key }, level });
    }
  },
});
