import { lambdaRecursionResource } from '../../../src/lint/rules/lambda-recursion-resource.ts';
import { allowing, withRole } from '../roles.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const sam = (events: string, policies: string, further: string) =>
  samFunction(`Events: {In: ${events}}\nPolicies:\n  - ${policies}`, further);
const queue = '  Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: work}}\n  Other: {Type: AWS::SQS::Queue}\n';
const reading = '{Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}';
const bucket = '  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: files}}\n';
const uploads = (filter = '') => `{Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'${filter}}}`;
const prefix = ', Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}]}}';
const statement = (action: string, resource: string) =>
  `Statement: [{Effect: Allow, Action: '${action}', Resource: ${resource}}]`;

tester.run(lambdaRecursionResource, {
  valid: [
    sam(reading, 'SQSPollerPolicy: {QueueName: !GetAtt Queue.QueueName}', queue),
    sam(reading, 'SQSSendMessagePolicy: {QueueName: !GetAtt Other.QueueName}', queue),
    sam(uploads(), 'S3ReadPolicy: {BucketName: files}', bucket),
    sam(uploads(prefix), statement('s3:PutObject', '"arn:aws:s3:::files/out/*"'), bucket),
    sam(uploads(), statement('s3:*', '"arn:aws:s3:::files"'), bucket),
    sam(uploads().replace('Created', 'Removed'), 'S3CrudPolicy: {BucketName: files}', bucket),
  ],
  invalid: [
    {
      template: sam(reading, 'SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}', queue),
      problems: [{ messageId: 'writes', line: 10, column: 11, data: { what: 'queue', source: 'Queue' } }],
    },
    {
      template: sam(reading, statement('sqs:Send*', '"arn:aws:sqs:us-east-1:111122223333:work"'), queue),
      problems: [{ messageId: 'writes', line: 10, column: 70 }],
    },
    {
      template: sam(uploads(), 'S3CrudPolicy: {BucketName: files}', bucket),
      problems: [{ messageId: 'writes', line: 10, column: 11, data: { action: 's3:PutObject' } }],
    },
    {
      template: sam(uploads(prefix), statement('s3:PutObject', '"arn:aws:s3:::files/in/done/*"'), bucket),
      problems: [{ messageId: 'writes', line: 10, column: 73 }],
    },
    {
      template: withRole(
        '',
        [allowing('"dynamodb:*"', '!GetAtt Table.Arn')],
        `  Table: {Type: AWS::DynamoDB::Table}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !Ref Fn, EventSourceArn: !GetAtt Table.StreamArn}
`,
      ),
      problems: [{ messageId: 'writes', line: 9, column: 110, data: { what: 'table' } }],
    },
    {
      template: withRole(
        '',
        [allowing('"sns:Publish"')],
        '  Topic: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: lambda, Endpoint: !GetAtt Fn.Arn}]}}\n',
      ),
      problems: [{ messageId: 'writes', line: 9, column: 111, data: { what: 'topic' } }],
    },
  ],
});
