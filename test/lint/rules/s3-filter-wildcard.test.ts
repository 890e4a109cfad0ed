import { s3FilterWildcard } from '../../../src/lint/rules/s3-filter-wildcard.ts';
import { tester } from '../tester.ts';

const bucket = (value: string) => `Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: q, Filter: {S3Key: {Rules: [{Name: suffix, Value: ${value}}]}}}]
`;

tester.run(s3FilterWildcard, {
  valid: [bucket('.jpg'), bucket('!Ref Suffix'), bucket("!Sub 'a/${Stage}/'")],
  invalid: [
    {
      template: bucket("'*.jpg'"),
      problems: [{ messageId: 'wildcard', line: 6, column: 118, data: { value: '*.jpg' } }],
    },
    { template: bucket('!If [C, images/*, images/]'), problems: [{ messageId: 'wildcard', line: 6, column: 126 }] },
  ],
});
