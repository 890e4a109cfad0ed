import { cfnAllowedValue } from '../../../src/lint/rules/cfn-allowed-value.ts';
import { tester } from '../tester.ts';

const schedule = (mode: string) => `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties: {ScheduleExpression: rate(1 day), FlexibleTimeWindow: {Mode: ${mode}}}
`;

const fn = (properties: string) => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {${properties}}
`;

const subscription = (scope: string) => `Resources:
  Mails:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref T, Protocol: email, Endpoint: a@b.c, FilterPolicyScope: ${scope}}
`;

tester.run(cfnAllowedValue, {
  valid: [
    fn('PackageType: Zip'),
    fn("RecursiveLoop: '{{resolve:ssm:/loop}}'"),
    fn('PackageType: !Ref P'),
    subscription('MessageBody'),
  ],
  invalid: [
    {
      template: 'Resources: {A: {Type: AWS::CloudWatch::Alarm, Properties: {TreatMissingData: ignored}}}\n',
      problems: [{ messageId: 'suggested', line: 1, column: 78, data: { near: 'ignore' } }],
    },
    {
      template: fn(`PackageType: !Ref P}\nParameters: {P: {Type: String, Default: Tar}`),
      problems: [{ messageId: 'value', line: 4, column: 31, level: 'warning', data: { found: 'Tar' } }],
    },
    {
      template: fn(`PackageType: !Ref P}\nParameters: {P: {Type: String, Default: Zip, AllowedValues: [Zip, Tar]}`),
      problems: [{ messageId: 'value', line: 4, column: 31, level: 'warning', data: { found: 'Tar' } }],
    },
    {
      template: fn(`PackageType: !FindInMap [M, a, b]}\nMappings: {M: {a: {b: Tar}}`),
      problems: [{ messageId: 'value', line: 4, column: 31, level: 'error', data: { found: 'Tar' } }],
    },
    {
      template: fn('RecursiveLoop: ALLOW'),
      problems: [{ messageId: 'suggested', line: 4, column: 33, data: { near: 'Allow' } }],
    },
    {
      template: fn('PackageType: !If [A, Zip, Tarball]'),
      problems: [{ messageId: 'value', line: 4, column: 44, data: { found: 'Tarball' } }],
    },
    {
      template: schedule('OFF'),
      problems: [{ messageId: 'quoted', line: 4, column: 78, endColumn: 81, data: { spelt: 'OFF', found: 'false' } }],
      output: schedule("'OFF'"),
    },
    {
      template: subscription('Body'),
      problems: [{ messageId: 'suggested', line: 4, column: 89, data: { near: 'MessageBody' } }],
    },
    {
      template: schedule('off'),
      problems: [{ messageId: 'value', line: 4, column: 78, data: { found: 'false' } }],
    },
  ],
});
