import { lambdaReservedConcurrencyAccount } from '../../../src/lint/rules/lambda-reserved-concurrency-account.ts';
import { tester } from '../tester.ts';

const functions = (...reserved: string[]) =>
  `Resources:\n${reserved.map((each, at) => `  F${at}: {Type: AWS::Lambda::Function, Properties: {ReservedConcurrentExecutions: ${each}}}\n`).join('')}`;

tester.run(lambdaReservedConcurrencyAccount, {
  valid: [functions('400', '500'), functions('900', '!Ref Many'), functions('!If [Big, 950, 10]', '800')],
  invalid: [
    { template: functions('401', '500'), problems: [{ messageId: 'over', line: 3, column: 80, data: { sum: 901 } }] },
    {
      template: functions('30'),
      options: { accountConcurrency: 120 },
      problems: [{ messageId: 'over', line: 2, column: 80, data: { available: 20 } }],
    },
  ],
});
