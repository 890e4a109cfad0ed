import { samPolicyParameter } from '../../../src/lint/rules/sam-policy-parameter.ts';
import { tester } from '../tester.ts';

const worker = (policies: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs: {Type: AWS::SQS::Queue}
  News: {Type: AWS::SNS::Topic}
  Orders: {Type: AWS::Serverless::SimpleTable}
  Key: {Type: AWS::SecretsManager::Secret}
  Data: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: https://x}}
  Worker:
    Type: AWS::Serverless::Function
    Properties: {Runtime: nodejs24.x, Handler: a.b, InlineCode: c, Policies: ${policies}}
`;

tester.run(samPolicyParameter, {
  valid: [
    worker('[{SQSPollerPolicy: {QueueName: !GetAtt Jobs.QueueName}}, {DynamoDBReadPolicy: {TableName: !Ref Orders}}]'),
    worker('[{AWSSecretsManagerGetSecretValuePolicy: {SecretArn: !Ref Key}}]'),
    worker('[{DynamoDBReadPolicy: {TableName: !GetAtt Data.Outputs.TableArn}}]'),
    worker('[{DynamoDBStreamReadPolicy: {TableName: !Ref Orders, StreamName: !GetAtt Orders.StreamArn}}]'),
    worker('[{SQSPollerPolicy: {QueueName: !Sub "${Jobs.QueueName}"}}, !Ref Managed, Managed]'),
    worker('!Ref Policies'),
  ],
  invalid: [
    {
      template: worker('[AWSLambdaExecute, {SQSPollerPolicy: {QueueName: !Ref Jobs}}]'),
      problems: [
        {
          messageId: 'form',
          line: 10,
          column: 127,
          data: { given: 'a URL', cure: '!GetAtt Jobs.QueueName', template: 'SQSPollerPolicy' },
        },
      ],
    },
    {
      template: worker('[!If [C, {SQSPollerPolicy: {QueueName: !Ref Jobs}}, !Ref AWS::NoValue]]'),
      problems: [{ messageId: 'form', line: 10, column: 117 }],
    },
    {
      template: worker('{DynamoDBReadPolicy: {TableName: !GetAtt Orders.Arn}}'),
      problems: [{ messageId: 'form', line: 10, column: 111, data: { given: 'an ARN', cure: '!Ref Orders' } }],
    },
    {
      template: worker('[{SNSPublishMessagePolicy: {TopicName: !Ref News}}]'),
      problems: [{ messageId: 'form', line: 10, column: 117, data: { cure: '!GetAtt News.TopicName' } }],
    },
  ],
});
