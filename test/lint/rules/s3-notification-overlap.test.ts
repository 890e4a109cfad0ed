import { s3NotificationOverlap } from '../../../src/lint/rules/s3-notification-overlap.ts';
import { samFunction, samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const bucket = (...configurations: string[]) => `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        QueueConfigurations:
${configurations.map((each) => `          - ${each}\n`).join('')}`;
const filter = (prefix: string, suffix: string) =>
  `Filter: {S3Key: {Rules: [{Name: prefix, Value: ${prefix}}, {Name: Suffix, Value: ${suffix}}]}}`;

tester.run(s3NotificationOverlap, {
  valid: [
    bucket(
      `{Queue: q, Event: 's3:ObjectCreated:*', ${filter('in/', '.jpg')}}`,
      `{Queue: q, Event: 's3:ObjectCreated:*', ${filter('in/', '.png')}}`,
      `{Queue: q, Event: 's3:ObjectCreated:*', ${filter('out/', '.jpg')}}`,
      "{Queue: q, Event: 's3:ObjectRemoved:*'}",
    ),
    bucket(
      `{Queue: q, Event: 's3:ObjectCreated:*', ${filter('!Ref P', '.a')}}`,
      "{Queue: q, Event: 's3:ObjectCreated:*'}",
    ),
    bucket(
      "!If [A, {Event: 's3:Replication:*'}, {Event: 's3:Replication:*'}]",
      "!If [B, {Event: 's3:Replication:*'}, {}]",
    ),
  ],
  invalid: [
    {
      template: bucket(
        `{Queue: q, Event: 's3:ObjectCreated:*', ${filter('in/', "''")}}`,
        `{Queue: q, Event: 's3:ObjectCreated:Put', ${filter('in/raw/', '.jpg')}}`,
      ),
      problems: [{ messageId: 'overlap', line: 8, column: 31, data: { filter: "'in/raw/*.jpg' and 'in/*'" } }],
    },
    {
      template: bucket("{Event: 's3:Replication:*'}", "!If [A, {Event: 's3:Replication:*'}, !Ref AWS::NoValue]"),
      problems: [{ messageId: 'overlap', line: 8, column: 29 }],
    },
    {
      template: samFunction(
        "Events: {Upload: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}}",
        `${samFunctionCalled(
          'Other',
          `Events:
  Upload:
    Type: S3
    Properties: {Bucket: !Ref Bucket, Events: ['s3:ObjectRemoved:*', 's3:ObjectCreated:Copy']}`,
        )}  Bucket: {Type: AWS::S3::Bucket}
`,
      ),
      problems: [{ messageId: 'overlap', line: 18, column: 76, endColumn: 99 }],
    },
  ],
});
