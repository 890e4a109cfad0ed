import { samPolicyParameter } from '../../../src/lint/rules/sam-policy-parameter.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const worker = (policies: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs: {Type: AWS::SQS::Queue}
  News: {Type: AWS::SNS::Topic}
  Orders: {Type: AWS::Serverless::SimpleTable}
  Key: {Type: AWS::SecretsManager::Secret}
  Cipher: {Type: AWS::KMS::Key}
  Named: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/orders, TargetKeyId: !Ref Cipher}}
  Clicks: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
  Flat: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: a, Name: flat}}
  Deep: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: a, Name: /deep/a}}
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
    worker(
      "[{DynamoDBStreamReadPolicy: {TableName: !Ref Orders, StreamName: !Select [3, !Split ['/', !GetAtt Orders.StreamArn]]}}]",
    ),
    worker('[{KinesisCrudPolicy: {StreamName: !Ref Clicks}}, {KMSDecryptPolicy: {KeyId: !Ref Cipher}}]'),
    worker(
      '[{KMSDecryptPolicy: {KeyId: 1234abcd-12ab-34cd-56ef-1234567890ab}}, {KMSEncryptPolicy: {KeyId: !Ref KeyId}}]',
    ),
    worker('[{SSMParameterReadPolicy: {ParameterName: app/x}}, {SSMParameterReadPolicy: {ParameterName: !Ref Flat}}]'),
    worker('[{SSMParameterWithSlashPrefixReadPolicy: {ParameterName: /app/x}}]'),
    worker('[{SNSPublishMessagePolicy: {TopicName: orders}}, {EventBridgePutEventsPolicy: {EventBusName: default}}]'),
    worker('[{SQSPollerPolicy: {QueueName: !Sub "${Jobs.QueueName}"}}, !Ref Managed, Managed]'),
    worker('!Ref Policies'),
  ],
  invalid: [
    marked(
      worker('[{SSMParameterReadPolicy: {ParameterName: ‹/app/x›}}]'),
      { messageId: 'slash', data: { found: '/app/x' } },
      {
        output: worker('[{SSMParameterReadPolicy: {ParameterName: app/x}}]'),
      },
    ),
    marked(worker('[{SSMParameterReadPolicy: {ParameterName: ‹!Ref Deep›}}]'), {
      messageId: 'slash',
      data: { found: '/deep/a' },
    }),
    marked(worker("[{SSMParameterReadPolicy: {ParameterName: ‹!Sub '/${Stage}/x'›}}]"), {
      messageId: 'slash',
      data: { found: '/…/x' },
    }),
    marked(worker('[{KMSDecryptPolicy: {KeyId: ‹!GetAtt Cipher.Arn›}}]'), {
      messageId: 'form',
      data: { wanted: 'an id', given: 'an ARN', cure: '!Ref Cipher' },
    }),
    marked(worker('[{KMSDecryptPolicy: {KeyId: ‹alias/x›}}, {KMSEncryptPolicy: {KeyId: ‹!Ref Named›}}]'), 'alias'),
    marked(worker('[{KinesisCrudPolicy: {StreamName: ‹!GetAtt Clicks.Arn›}}]'), {
      messageId: 'form',
      data: { cure: '!Ref Clicks' },
    }),
    marked(worker('[{DynamoDBStreamReadPolicy: {TableName: !Ref Orders, StreamName: ‹!GetAtt Orders.StreamArn›}}]'), {
      messageId: 'form',
      data: { cure: "!Select [3, !Split ['/', !GetAtt Orders.StreamArn]]" },
    }),
    marked(worker("[{SNSPublishMessagePolicy: {TopicName: ‹'arn:aws:sns:us-east-1:111122223333:t'›}}]"), {
      messageId: 'literal',
      data: { parameter: 'TopicName', given: 'an ARN' },
    }),
    marked(worker("[{SQSPollerPolicy: {QueueName: ‹!Sub 'https://sqs.${AWS::Region}.amazonaws.com/1/q'›}}]"), {
      messageId: 'literal',
      data: { given: 'a URL' },
    }),
    {
      template: worker('[AWSLambdaExecute, {SQSPollerPolicy: {QueueName: !Ref Jobs}}]'),
      problems: [
        {
          messageId: 'form',
          line: 15,
          column: 127,
          data: { given: 'a URL', cure: '!GetAtt Jobs.QueueName', template: 'SQSPollerPolicy' },
        },
      ],
    },
    {
      template: worker('[!If [C, {SQSPollerPolicy: {QueueName: !Ref Jobs}}, !Ref AWS::NoValue]]'),
      problems: [{ messageId: 'form', line: 15, column: 117 }],
    },
    {
      template: worker('{DynamoDBReadPolicy: {TableName: !GetAtt Orders.Arn}}'),
      problems: [{ messageId: 'form', line: 15, column: 111, data: { given: 'an ARN', cure: '!Ref Orders' } }],
    },
    {
      template: worker('[{SNSPublishMessagePolicy: {TopicName: !Ref News}}]'),
      problems: [{ messageId: 'form', line: 15, column: 117, data: { cure: '!GetAtt News.TopicName' } }],
    },
  ],
});
