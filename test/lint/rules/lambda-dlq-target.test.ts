import { lambdaDlqTarget } from '../../../src/lint/rules/lambda-dlq-target.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaDlqTarget, {
  valid: [
    lambda('DeadLetterConfig: {TargetArn: !GetAtt Q.Arn}', '  Q: {Type: AWS::SQS::Queue}\n'),
    lambda('DeadLetterConfig: {TargetArn: arn:aws:sns:eu-west-1:123456789012:t}'),
    lambda('DeadLetterConfig: {TargetArn: !ImportValue x}'),
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
      template: lambda(
        'DeadLetterConfig: {TargetArn: !GetAtt Q.Arn}',
        '  Q: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}\n',
      ),
      problems: [{ messageId: 'fifo', line: 4, column: 48, level: 'warning' }],
    },
  ],
});
