import { sfnIntegration } from '../../../src/lint/rules/sfn-integration.ts';
import { sam } from '../state-machines.ts';
import { tester } from '../tester.ts';

const task = (resource: string, fields = '', further = ''): string =>
  sam(`A: {Type: Task, Resource: ${resource}, ${fields}End: true}`, further);

tester.run(sfnIntegration, {
  valid: [
    task('arn:aws:states:::dynamodb:putItem', 'Parameters: {TableName: t, Item: {}}, '),
    task('arn:aws:states:::lambda:invoke.waitForTaskToken', 'Parameters: {FunctionName.$: $.fn}, '),
    task('arn:aws:states:::sns:publish', 'Parameters: {Message: m, PhoneNumber: "+1"}, '),
    task('arn:aws:states:::sqs:sendMessage', "QueryLanguage: JSONata, Arguments: '{% $states.input %}', "),
    task('arn:aws:states:::sqs:sendMessage', 'Parameters: {Fn::If: [A, {QueueUrl: q}, {}]}, '),
    task("!Sub 'arn:aws:states:::lambda:${Action}'"),
    task('arn:aws:states:us-east-1:123456789012:activity:approve'),
    task('arn:aws:lambda:us-east-1:123456789012:function:fn'),
    task('arn:aws:states:::states:startExecution.sync:2', 'Parameters: {StateMachineArn: m}, '),
    task('arn:aws:states:::aws-sdk:s3:listBuckets', 'Parameters: {}, '),
    task('arn:aws:states:::eks:runJob.sync', 'Parameters: {ClusterName: c}, '),
  ],
  invalid: [
    {
      template: task('arn:aws:states:::lambda:invok', 'Parameters: {FunctionName: x}, '),
      problems: [
        { messageId: 'action', line: 6, column: 44, level: 'error', data: { near: " Did you mean 'invoke'?" } },
      ],
    },
    {
      template: task('arn:aws:states:::sqs:sendMessageBatch.waitForTaskToken'),
      problems: [{ messageId: 'action', line: 6, column: 44, level: 'error', data: { api: 'sendMessageBatch' } }],
    },
    {
      template: task('arn:aws:states:::sqs:purge'),
      problems: [
        { messageId: 'action', line: 6, column: 44, level: 'warning', data: { near: ' Its actions are sendMessage.' } },
      ],
    },
    {
      template: task('arn:aws:states:::dynamo:getItem'),
      problems: [
        { messageId: 'service', line: 6, column: 44, level: 'error', data: { near: " Did you mean 'dynamodb'?" } },
      ],
    },
    {
      template: task('arn:aws:states:::cloudwatch:putMetricData'),
      problems: [{ messageId: 'service', line: 6, column: 44, level: 'warning', data: { service: 'cloudwatch' } }],
    },
    {
      template: task('arn:aws:states:::dynamodb:putItem', 'Parameters: {Table: t, Item: {}}, '),
      problems: [{ messageId: 'misspelt', line: 6, column: 92, data: { name: 'TableName', given: 'Table' } }],
    },
    {
      template: task('arn:aws:states:::sns:publish', 'QueryLanguage: JSONata, Arguments: {Message: m}, '),
      problems: [
        { messageId: 'missing', line: 6, column: 98, data: { name: "'TopicArn' or 'TargetArn' or 'PhoneNumber'" } },
      ],
    },
    {
      template: task('arn:aws:states:::aws-sdk:s3:ListBuckets', 'Parameters: {}, '),
      problems: [{ messageId: 'sdkAction', line: 6, column: 44, data: { cure: 'listBuckets' } }],
    },
    {
      template: task('arn:aws:states:::aws-sdk:s3:getObject', 'Parameters: {bucket: b, Key: k}, '),
      problems: [{ messageId: 'sdkParameter', line: 6, column: 96, data: { cure: 'Bucket' } }],
    },
  ],
});
