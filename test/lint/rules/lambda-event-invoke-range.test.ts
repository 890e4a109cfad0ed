import { lambdaEventInvokeRange } from '../../../src/lint/rules/lambda-event-invoke-range.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const config = (properties: string) => `Resources:
  Config:
    Type: AWS::Lambda::EventInvokeConfig
    Properties: {FunctionName: f, Qualifier: $LATEST, ${properties}}
`;

tester.run(lambdaEventInvokeRange, {
  valid: [config('MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60'), config('MaximumRetryAttempts: !Ref Tries')],
  invalid: [
    {
      template: config('MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 30'),
      problems: [
        { messageId: 'outside', line: 4, column: 77, data: { value: 3 } },
        { messageId: 'outside', line: 4, column: 106, data: { minimum: 60 } },
      ],
      output: config('MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 60'),
    },
    {
      template: samFunction('EventInvokeConfig:\n  MaximumEventAgeInSeconds: 21601'),
      problems: [{ messageId: 'outside', line: 9, column: 35 }],
      output: samFunction('EventInvokeConfig:\n  MaximumEventAgeInSeconds: 21600'),
    },
  ],
});
