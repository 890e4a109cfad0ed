import { accessEncryptionKey } from '../../../src/lint/rules/access-encryption-key.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const subscribed = (queue: string, further = '') => `Resources:
  Topic: {Type: AWS::SNS::Topic}
  Queue: {Type: AWS::SQS::Queue, Properties: {${queue}}}
  Subscription: {Type: AWS::SNS::Subscription, Properties: {Protocol: sqs, TopicArn: !Ref Topic, Endpoint: ‹!GetAtt Queue.Arn›}}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*'}]}
${further}`;
const key = (
  statement: string,
) => `  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/own, TargetKeyId: !Ref Key}}
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - {Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}
          ${statement}
`;
const lets = (service: string, actions: string) =>
  `- {Effect: Allow, Principal: {Service: ${service}}, Action: ${actions}, Resource: '*'}`;
const logs = (encryption: string, further: string) => `Conditions: {Own: !Equals [!Ref AWS::Region, eu-west-1]}
Resources:
  Group: {Type: AWS::Logs::LogGroup, Properties: {${encryption}}}
${further}`;
const plain = (text: string) => text.replace(/[‹›]/g, '');

/** A function that polls the queue, or a pipe that reads it, with a role of its own. */
const read = (queue: string, actions: string, further = '') => `Resources:
  Queue: {Type: AWS::SQS::Queue, Properties: {${queue}}}
  Fn: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
  Mapping: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref Fn, EventSourceArn: ‹!GetAtt Queue.Arn›}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: [lambda.amazonaws.com, pipes.amazonaws.com]}, Action: 'sts:AssumeRole'}]}
      Policies: [{PolicyName: read, PolicyDocument: {Statement: [{Effect: Allow, Action: ${actions}, Resource: '*'}]}}]
${further}`;
const encrypted = 'KmsMasterKeyId: !Ref Key';
const toRole = "- {Effect: Allow, Principal: {AWS: !GetAtt Role.Arn}, Action: 'kms:Decrypt', Resource: '*'}";

tester.run(accessEncryptionKey, {
  valid: [
    logs(
      'KmsKeyId: !GetAtt Key.Arn',
      key(lets('logs.amazonaws.com', "['kms:Encrypt*', 'kms:Decrypt*', 'kms:GenerateDataKey*']")),
    ),
    logs(
      'KmsKeyId: !GetAtt Key.Arn',
      key(lets("!Sub 'logs.${AWS::Region}.amazonaws.com'", "['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*']")),
    ),
    logs('KmsKeyId: !GetAtt Key.Arn', key(lets('!Ref Service', "'kms:*'"))),
    logs('KmsKeyId: !GetAtt Key.Arn', '  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: !Ref Policy}}\n'),
    logs('KmsKeyId: !ImportValue key', ''),
    logs('KmsKeyId: !Ref AWS::NoValue', ''),
    plain(read(encrypted, "['sqs:*', 'kms:Decrypt']", key(''))),
    plain(read(encrypted, "['sqs:*', 'kms:*']", key(''))),
    // The policy of the key names the role, or somebody who is not known.
    plain(read(encrypted, "'sqs:*'", key(toRole))),
    plain(read(encrypted, "'sqs:*'", key(toRole.replace('!GetAtt Role.Arn', '!Ref Reader')))),
    plain(read(encrypted, "'sqs:*'", key(toRole.replace('!GetAtt Role.Arn', "'*'")))),
    plain(read(encrypted, "'sqs:*'", key(''))).replace('Policies: [', 'Policies: [!Ref More, '),
    plain(read('KmsMasterKeyId: alias/aws/sqs', "'sqs:*'")),
    plain(read('SqsManagedSseEnabled: true', "'sqs:*'")),
    plain(subscribed('SqsManagedSseEnabled: true')),
    plain(subscribed('KmsMasterKeyId: !ImportValue key')),
    plain(subscribed('KmsMasterKeyId: alias/shared')),
    plain(
      subscribed('KmsMasterKeyId: !Ref Key', key(lets('sns.amazonaws.com', "['kms:GenerateDataKey*', 'kms:Decrypt']"))),
    ),
    plain(subscribed('KmsMasterKeyId: !GetAtt Key.Arn', key(lets('"*"', "'kms:*'")))),
    // Without a policy of the queue that is what is wrong.
    plain(subscribed('KmsMasterKeyId: alias/aws/sqs')).replace('sns.amazonaws.com', 'events.amazonaws.com'),
  ],
  invalid: [
    marked(logs('‹KmsKeyId›: !GetAtt Key.Arn', '  Key: {Type: AWS::KMS::Key}\n'), {
      messageId: 'logs',
      level: 'error',
      data: { key: 'Key', group: 'Group', region: 'us-east-1' },
    }),
    marked(logs('‹KmsKeyId›: !GetAtt Key.Arn', key(lets('sns.amazonaws.com', "'kms:*'"))), {
      messageId: 'logs',
      level: 'error',
    }),
    marked(logs('‹KmsKeyId›: !If [Own, !GetAtt Key.Arn, !Ref AWS::NoValue]', key('')), {
      messageId: 'logs',
      level: 'error',
    }),
    marked(read(encrypted, "'sqs:*'", key('')), {
      messageId: 'reader',
      level: 'warning',
      data: { reader: 'Fn', target: 'Queue', key: 'Key', role: 'Role' },
    }),
    marked(
      read('KmsMasterKeyId: !Ref Alias', "'sqs:*'", key(lets('sns.amazonaws.com', "'kms:*'"))).replace(
        '{Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref Fn, EventSourceArn:',
        '{Type: AWS::Pipes::Pipe, Properties: {RoleArn: !GetAtt Role.Arn, Source:',
      ),
      { messageId: 'reader', data: { reader: 'Mapping' } },
    ),
    marked(
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Clicks: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1, StreamEncryption: {EncryptionType: KMS, KeyId: !Ref Key}}}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: a.b
      Runtime: nodejs22.x
      Events: {Clicks: {Type: Kinesis, Properties: {Stream: ‹!GetAtt Clicks.Arn›, StartingPosition: LATEST}}}
${key('')}`,
      { messageId: 'reader', data: { reader: 'Fn', target: 'Clicks', role: 'FnRole' } },
    ),
    marked(subscribed('KmsMasterKeyId: alias/aws/sqs'), {
      messageId: 'managed',
      level: 'warning',
      data: { key: 'alias/aws/sqs' },
    }),
    marked(subscribed('KmsMasterKeyId: !Ref Key', key('')), { messageId: 'policy', data: { key: 'Key' } }),
    marked(subscribed('KmsMasterKeyId: !Ref Alias', key(lets('sns.amazonaws.com', "'kms:Decrypt'"))), 'policy'),
    marked(
      `Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: alias/aws/sns}}
  Policy: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Topic], PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: sns:Publish, Resource: !Ref Topic}]}}}
  Bucket: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: {TopicConfigurations: [{Event: 's3:ObjectCreated:*', Topic: ‹!Ref Topic›}]}}}
`,
      { messageId: 'managed', level: 'error', data: { consequence: "AWS refuses 'Bucket'" } },
    ),
  ],
});
