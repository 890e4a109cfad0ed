import { cfnValueRange } from '../../../src/lint/rules/cfn-value-range.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(cfnValueRange, {
  valid: [
    of('AWS::CodeBuild::Project', 'TimeoutInMinutes: 2160, QueuedTimeoutInMinutes: 480'),
    of('AWS::EC2::NetworkAclEntry', 'RuleNumber: 32766'),
    of('AWS::Cognito::UserPool', 'Policies: {PasswordPolicy: {MinimumLength: 99}}'),
    of('AWS::Lambda::EventSourceMapping', 'BatchSize: 10000'),
    of('AWS::Lambda::EventSourceMapping', "BatchSize: '10', MaximumRetryAttempts: -1"),
    of('AWS::Lambda::EventSourceMapping', 'BatchSize: !Ref Size'),
  ],
  invalid: [
    marked(of('AWS::CodeBuild::Project', 'TimeoutInMinutes: ‹2161›'), {
      messageId: 'wrong',
      data: { found: 2161, bounds: '5 to 2160' },
    }),
    marked(of('AWS::EC2::NetworkAclEntry', 'RuleNumber: ‹32767›'), {
      messageId: 'wrong',
      data: { bounds: '1 to 32766' },
    }),
    marked(of('AWS::RDS::DBCluster', 'Port: ‹80›'), { messageId: 'wrong', data: { bounds: '1150 to 65535' } }),
    marked(of('AWS::Backup::BackupPlan', 'BackupPlan: {BackupPlanRule: [{RuleName: r, StartWindowMinutes: ‹30›}]}'), {
      messageId: 'wrong',
      data: { bounds: 'at least 60' },
    }),
    marked(
      of(
        'AWS::KinesisFirehose::DeliveryStream',
        'ExtendedS3DestinationConfiguration: {BufferingHints: {SizeInMBs: ‹200›, IntervalInSeconds: ‹901›}}',
      ),
      [
        { messageId: 'wrong', data: { bounds: '1 to 128' } },
        { messageId: 'wrong', data: { bounds: '0 to 900' } },
      ],
    ),
    {
      template: of('AWS::Cognito::UserPool', 'Policies: {PasswordPolicy: {MinimumLength: 100}}'),
      problems: [{ messageId: 'wrong', line: 4, column: 61, data: { found: 100, bounds: '6 to 99' } }],
    },
    {
      template: of('AWS::Lambda::EventSourceMapping', 'BatchSize: 10001'),
      problems: [{ messageId: 'wrong', line: 4, column: 29, data: { found: 10001, bounds: '1 to 10000' } }],
    },
    {
      template: of('AWS::Lambda::EventSourceMapping', "MaximumRetryAttempts: '-2'"),
      problems: [{ messageId: 'wrong', line: 4, column: 40, data: { found: -2 } }],
    },
    {
      template: of('Custom::Greeting', 'ServiceToken: !ImportValue fn, ServiceTimeout: 5000, Size: 5000'),
      problems: [{ messageId: 'wrong', line: 4, column: 65, data: { found: 5000, bounds: '1 to 3600' } }],
    },
  ],
});
