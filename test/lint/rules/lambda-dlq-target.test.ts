import { lambdaDlqTarget } from '../../../src/lint/rules/lambda-dlq-target.ts';
import { lambda, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const sam = (queue: string) => samFunction(`DeadLetterQueue: ${queue}`);

tester.run(lambdaDlqTarget, {
  valid: [
    lambda('DeadLetterConfig: {TargetArn: !GetAtt Q.Arn}', '  Q: {Type: AWS::SQS::Queue}\n'),
    lambda('DeadLetterConfig: {TargetArn: arn:aws:sns:eu-west-1:123456789012:t}'),
    lambda('DeadLetterConfig: {TargetArn: !ImportValue x}'),
    lambda('DeadLetterConfig: {TargetArn: !Ref T}', '  T: {Type: AWS::SNS::Topic}\n'),
    lambda('DeadLetterConfig: {TargetArn: !GetAtt S.Outputs.Q}', '  S: {Type: AWS::CloudFormation::Stack}\n'),
    sam('{Type: SNS, TargetArn: !Ref P}'),
  ],
  invalid: [
    {
      template: lambda('DeadLetterConfig: {TargetArn: !GetAtt B.Arn}', '  B: {Type: AWS::S3::Bucket}\n'),
      problems: [{ messageId: 'type', line: 4, column: 48, data: { found: 'AWS::S3::Bucket' } }],
    },
    {
      template: lambda('DeadLetterConfig: {TargetArn: arn:aws:lambda:eu-west-1:123456789012:function:f}'),
      problems: [{ messageId: 'arn', line: 4, column: 48, data: { service: 'lambda' } }],
    },
    {
      template: lambda('DeadLetterConfig: {TargetArn: !Sub "arn:aws:kinesis:${AWS::Region}:${Account}:stream/s"}'),
      problems: [{ messageId: 'arn', line: 4, column: 48, data: { service: 'kinesis' } }],
    },
    {
      template: lambda(
        'DeadLetterConfig: {TargetArn: !GetAtt Q.Arn}',
        '  Q: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}\n',
      ),
      problems: [{ messageId: 'fifo', line: 4, column: 48, level: 'warning' }],
    },
    {
      template: lambda('DeadLetterConfig: {TargetArn: !Sub "arn:aws:sqs:${AWS::Region}:${Account}:q.fifo"}'),
      problems: [{ messageId: 'fifo', line: 4, column: 48, level: 'warning' }],
    },
    {
      template: lambda('DeadLetterConfig: {TargetArn: !Ref Q}', '  Q: {Type: AWS::SQS::Queue}\n'),
      problems: [{ messageId: 'url', line: 4, column: 48, data: { target: 'Q' } }],
    },
    {
      template: sam('{Type: Kinesis, TargetArn: arn:aws:kinesis:eu-west-1:123456789012:stream/s}'),
      problems: [{ messageId: 'kind', line: 8, column: 31, data: { found: 'Kinesis' } }],
    },
    {
      template: sam('{Type: SQS}'),
      problems: [{ messageId: 'incomplete', line: 8, column: 7, data: { name: 'TargetArn' } }],
    },
  ],
});
