import { lambdaDurableConfig } from '../../../src/lint/rules/lambda-durable-config.ts';
import { lambda, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaDurableConfig, {
  valid: [
    lambda('DurableConfig: {ExecutionTimeout: 31622400, RetentionPeriodInDays: 90}'),
    lambda('DurableConfig: {ExecutionTimeout: 1, RetentionPeriodInDays: 1}'),
    lambda('DurableConfig: {ExecutionTimeout: !Ref Longest}'),
    lambda('DurableConfig: !Ref AWS::NoValue'),
  ],
  invalid: [
    {
      template: lambda('DurableConfig: {ExecutionTimeout: 0, RetentionPeriodInDays: 91}'),
      problems: [
        { messageId: 'outside', line: 4, column: 52, data: { value: 0, unit: 'seconds' } },
        { messageId: 'outside', line: 4, column: 78, data: { value: 91, maximum: 90, unit: 'days' } },
      ],
    },
    {
      template: samFunction("DurableConfig:\n  ExecutionTimeout: !If [Long, '31622401', 60]"),
      problems: [{ messageId: 'outside', line: 9, column: 38, data: { value: 31622401 } }],
    },
  ],
});
