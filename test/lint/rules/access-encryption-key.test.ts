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
const plain = (text: string) => text.replace(/[‹›]/g, '');

tester.run(accessEncryptionKey, {
  valid: [
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
