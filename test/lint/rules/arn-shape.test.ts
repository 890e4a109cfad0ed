import { arnShape } from '../../../src/lint/rules/arn-shape.ts';
import { lambda, resource } from '../templates.ts';
import { tester } from '../tester.ts';

const topic = (arn: string) => resource('AWS::SNS::Subscription', `TopicArn: ${arn}`);

tester.run(arnShape, {
  valid: [
    topic('arn:aws:sns:eu-west-1:123456789012:t'),
    topic('!Sub "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:t"'),
    topic('arn:aws-cn:sns:cn-north-1:123456789012:t'),
    lambda('Role: arn:aws:iam::123456789012:role/r, Environment: {Variables: {QueueArn: arn}}'),
    lambda('Role: "{{resolve:ssm:/role}}"'),
    resource('AWS::IAM::Role', 'ManagedPolicyArns: ["arn:aws:iam::aws:policy/P", !Ref P]'),
    resource('AWS::Lambda::Permission', "SourceArn: 'arn:aws:s3:::b*'"),
    resource('Custom::Thing', 'TopicArn: arn:x'),
    { template: topic('!If [China, "arn:aws-cn:sns:::t", "arn:aws:sns:::t"]'), region: 'cn-north-1' },
  ],
  invalid: [
    {
      template: topic('arn:aws:sns:t'),
      problems: [{ messageId: 'short', line: 4, column: 28, endColumn: 41 }],
    },
    {
      template: topic('"arn:{AWS::Partition}:sns:eu-west-1:123456789012:t"'),
      problems: [{ messageId: 'partition', line: 4, column: 28, data: { near: 'aws' } }],
    },
    {
      template: resource('AWS::IAM::Role', 'ManagedPolicyArns: [a, "arn:awscn:iam::aws:policy/P"]'),
      problems: [{ messageId: 'partition', line: 4, column: 41, data: { near: 'aws-cn' } }],
    },
    {
      template: topic('arn:aws:sns:us-gov-west-1:123456789012:t'),
      problems: [{ messageId: 'mismatch', line: 4, column: 28, data: { wanted: 'aws-us-gov' } }],
    },
    {
      template: topic('!If [A, arn:aws:sns:eu-west-1:1234567:t, !Ref T]'),
      problems: [{ messageId: 'account', line: 4, column: 36, level: 'warning', data: { account: '1234567' } }],
    },
    {
      template: resource(
        'AWS::Events::Rule',
        'Targets: [{Id: a, Arn: !Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q"}]',
      ),
      region: 'cn-north-1',
      problems: [{ messageId: 'elsewhere', line: 4, column: 41, level: 'warning', data: { wanted: 'aws-cn' } }],
    },
  ],
});
