import { lambdaDlqOnSqsConsumer } from '../../../src/lint/rules/lambda-dlq-on-sqs-consumer.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const mapping =
  '  M: {Type: AWS::Lambda::EventSourceMapping, Properties: {FunctionName: !Ref Fn, EventSourceArn: arn:aws:sqs:eu-west-1:123456789012:q}}\n';
const permission =
  '  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Fn, Principal: sns.amazonaws.com}}\n';

tester.run(lambdaDlqOnSqsConsumer, {
  valid: [lambda('Timeout: 3', mapping), lambda('DeadLetterConfig: {TargetArn: x}', mapping + permission)],
  invalid: [
    {
      template: lambda('DeadLetterConfig: {TargetArn: x}', mapping),
      problems: [{ messageId: 'useless', line: 4, column: 18 }],
    },
    {
      template: lambda('Timeout: 3, DeadLetterConfig: {TargetArn: x}', mapping.repeat(1).replace('M:', 'N:')),
      problems: [{ messageId: 'useless', line: 4, column: 30, data: { id: 'Fn' } }],
    },
  ],
});
