import { sqsAttributeRange } from '../../../src/lint/rules/sqs-attribute-range.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const queue = (properties: string) => resource('AWS::SQS::Queue', properties);

tester.run(sqsAttributeRange, {
  valid: [
    queue('DelaySeconds: 900, MaximumMessageSize: 1048576, MessageRetentionPeriod: 1209600'),
    queue('ReceiveMessageWaitTimeSeconds: 0, VisibilityTimeout: !Ref Timeout'),
  ],
  invalid: [
    {
      template: queue('ReceiveMessageWaitTimeSeconds: 21, MessageRetentionPeriod: "59"'),
      problems: [
        { messageId: 'outside', line: 4, column: 49, endColumn: 51, data: { maximum: 20 } },
        { messageId: 'outside', line: 4, column: 77, data: { minimum: 60 } },
      ],
      output: queue('ReceiveMessageWaitTimeSeconds: 20, MessageRetentionPeriod: "60"'),
    },
    {
      template: queue('VisibilityTimeout: !If [A, 43201, 30], KmsDataKeyReusePeriodSeconds: 59'),
      problems: [
        { messageId: 'outside', line: 4, column: 45 },
        { messageId: 'outside', line: 4, column: 87 },
      ],
      output: queue('VisibilityTimeout: !If [A, 43200, 30], KmsDataKeyReusePeriodSeconds: 60'),
    },
  ],
});
