import { defineRule } from '../../model/rule.ts';

const configurations = ['LambdaConfigurations', 'QueueConfigurations', 'TopicConfigurations'];

export const s3FilterWildcard = defineRule({
  id: 's3-filter-wildcard',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Wildcard in the filter of a notification',
  description:
    'The filters of S3 notifications compare the beginning and the end of keys, character by character: `images/*` matches keys that hold an asterisk, and so mostly none.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
  macros: 'silent',
  messages: { wildcard: "Filters know no wildcards, so '{value}' matches only keys that hold a '*'; leave it out." },
  example: {
    in: 'resources',
    fails: `
Files:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      LambdaConfigurations:
        - Event: s3:ObjectCreated:*
          Function: arn:aws:lambda:eu-west-1:111122223333:function:resize
          Filter: {S3Key: {Rules: [{Name: prefix, Value: ‹images/*›}]}}
`,
    passes: `
Files:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      LambdaConfigurations:
        - Event: s3:ObjectCreated:*
          Function: arn:aws:lambda:eu-west-1:111122223333:function:resize
          Filter: {S3Key: {Rules: [{Name: prefix, Value: images/}]}}
`,
  },
  on: ['AWS::S3::Bucket'],
  check(bucket, cx) {
    for (const kind of configurations) {
      const values = bucket.strings('NotificationConfiguration', kind, '*', 'Filter', 'S3Key', 'Rules', '*', 'Value');
      for (const { value, at } of values) if (value.includes('*')) cx.report('wildcard', at, { data: { value } });
    }
  },
});
