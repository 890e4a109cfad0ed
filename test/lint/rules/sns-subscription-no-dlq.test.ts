import { snsSubscriptionNoDlq } from '../../../src/lint/rules/sns-subscription-no-dlq.ts';
import { resource, samEvent } from '../templates.ts';
import { tester } from '../tester.ts';

const type = 'AWS::SNS::Subscription';

tester.run(snsSubscriptionNoDlq, {
  valid: [
    resource(type, 'Protocol: sqs, RedrivePolicy: {deadLetterTargetArn: d}'),
    resource(type, 'Protocol: email'),
    resource(type, 'Protocol: !Ref Unknown'),
  ],
  invalid: [
    {
      template: resource(type, 'Protocol: https'),
      problems: [{ messageId: 'lost', line: 2, column: 3, endColumn: 8 }],
    },
    {
      template: samEvent('SNS', 'Topic: !Ref Topic'),
      problems: [{ messageId: 'lost', line: 9, column: 9, endColumn: 15 }],
    },
  ],
});
