import { accessRoleMissing } from '../../../src/lint/rules/access-role-missing.ts';
import { tester } from '../tester.ts';

const rule = (target: string, more = '') => `Resources:
  Stream: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
  Queue: {Type: AWS::SQS::Queue}
  Bus: {Type: AWS::Events::EventBus, Properties: {Name: other}}
  Hook: {Type: AWS::Events::ApiDestination, Properties: {HttpMethod: POST, InvocationEndpoint: https://a}}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - Id: target
          Arn: ${target}${more}
`;
const filter = (more = '') => `Resources:
  Stream: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
  Filter:
    Type: AWS::Logs::SubscriptionFilter
    Properties: {LogGroupName: orders, FilterPattern: '', DestinationArn: !GetAtt Stream.Arn${more}}
`;

tester.run(accessRoleMissing, {
  valid: [
    rule('!GetAtt Stream.Arn', "\n          RoleArn: 'arn:aws:iam::123456789012:role/events'"),
    rule('!GetAtt Hook.Arn', "\n          RoleArn: 'arn:aws:iam::123456789012:role/events'"),
    rule('!GetAtt Queue.Arn'),
    rule('!GetAtt Bus.Arn'),
    rule('!ImportValue target'),
    rule('arn:aws:sqs:us-east-1:123456789012:jobs'),
    filter(", RoleArn: 'arn:aws:iam::123456789012:role/logs'"),
    filter().replace('!GetAtt Stream.Arn', "'arn:aws:logs:us-east-1:123456789012:destination:d'"),
  ],
  invalid: [
    {
      template: rule('!GetAtt Stream.Arn'),
      problems: [{ messageId: 'missing', line: 11, column: 16, data: { what: 'A rule' } }],
    },
    {
      template: rule("!Sub 'arn:aws:states:us-east-1:${AWS::AccountId}:stateMachine:flow'"),
      problems: [{ messageId: 'missing', line: 11, column: 16 }],
    },
    { template: rule('!GetAtt Hook.Arn'), problems: [{ messageId: 'missing', line: 11, column: 16 }] },
    {
      template: rule('arn:aws:events:us-east-1:123456789012:api-destination/hook/1a2b'),
      problems: [{ messageId: 'missing', line: 11, column: 16, data: { property: 'RoleArn' } }],
    },
    { template: filter(), problems: [{ messageId: 'missing', line: 5, column: 75, data: { property: 'RoleArn' } }] },
  ],
});
