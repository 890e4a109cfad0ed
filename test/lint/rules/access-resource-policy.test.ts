import { accessResourcePolicy } from '../../../src/lint/rules/access-resource-policy.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const subscribed = (policy = '') => `Resources:
  Topic: {Type: AWS::SNS::Topic}
  Queue: {Type: AWS::SQS::Queue}
  Failed: {Type: AWS::SQS::Queue}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      Protocol: sqs
      TopicArn: !Ref Topic
      Endpoint: !GetAtt Queue.Arn
      RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed.Arn}
${policy}`;
const policy = (queues: string, principal: string, more = '') => `  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: ${queues}
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: ${principal}, Action: 'sqs:SendMessage', Resource: '*'${more}}]
`;
const topicPolicy =
  '  Policy: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Topic], PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: sns:Publish, Resource: !Ref Topic}]}}}\n';
const notified = (further = '', more = '') => `Resources:
  Topic: {Type: AWS::SNS::Topic}
  Bucket:
    Type: AWS::S3::Bucket${more}
    Properties:
      NotificationConfiguration:
        TopicConfigurations: [{Event: 's3:ObjectCreated:*', Topic: !Ref Topic}]
${further}`;

tester.run(accessResourcePolicy, {
  valid: [
    subscribed(
      policy(
        '[!Ref Queue, !Ref Failed]',
        '{Service: sns.amazonaws.com}',
        ', Condition: {ArnEquals: {"aws:SourceArn": !Ref Topic}}',
      ),
    ),
    subscribed(policy('!Ref Queues', '{Service: sns.amazonaws.com}')),
    // SAM makes the policies of its events.
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: a.b
      Runtime: nodejs22.x
      Events:
        Topic: {Type: SNS, Properties: {Topic: !Ref Topic, SqsSubscription: true}}
        Rule: {Type: EventBridgeRule, Properties: {Pattern: {source: [a]}, DeadLetterConfig: {Type: SQS}}}
`,
    notified(topicPolicy, '\n    DependsOn: [Policy]'),
    // Alarms may publish to a topic without a policy.
    'Resources: {Topic: {Type: AWS::SNS::Topic}, Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref Topic]}}}',
  ],
  invalid: [
    marked(
      notified(topicPolicy).replace('Topic: !Ref Topic}', 'Topic: ‹!Ref Topic›}'),
      { messageId: 'beside', level: 'warning', data: { permission: 'Policy', owner: 'Bucket' } },
      { output: notified(topicPolicy, '\n    DependsOn: Policy') },
    ),
    {
      template: subscribed(policy('[!Ref Queue]', '{Service: sns.amazonaws.com}')),
      problems: [{ messageId: 'missing', line: 11, column: 44, level: 'warning', data: { target: 'Failed' } }],
    },
    {
      template: subscribed(policy('[!Ref Queue, !Ref Failed]', '{Service: events.amazonaws.com}')),
      problems: [
        { messageId: 'missing', line: 10, column: 17, data: { target: 'Queue', principal: 'sns.amazonaws.com' } },
        { messageId: 'missing', line: 11, column: 44, data: { target: 'Failed' } },
      ],
    },
    {
      template: notified(),
      problems: [{ messageId: 'missing', line: 7, column: 68, level: 'error', data: { kind: 'topic' } }],
    },
    marked(
      notified(
        "  Policy: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Topic], PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: s3.amazonaws.com}, Action: sns:Publish, Resource: !Ref Topic, Condition: {ArnLike: {'aws:SourceArn': !GetAtt Bucket.Arn}}}]}}}",
      ).replace('!Ref Topic}]', '‹!Ref Topic›}]'),
      { messageId: 'after', level: 'error', data: { permission: 'Policy', owner: 'Bucket' } },
    ),
  ],
});
