import { lambdaTimeoutRange } from '../../../src/lint/rules/lambda-timeout-range.ts';
import { tester } from '../tester.ts';

const fn = (properties: string) => `Parameters:
  Seconds: {Type: Number, Default: 901}
Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {${properties}}
`;

tester.run(lambdaTimeoutRange, {
  valid: [fn('Timeout: 900'), fn('Timeout: 1'), fn('Timeout: !ImportValue x'), fn('Timeout: !If [Long, 900, 30]')],
  invalid: [
    {
      template: fn('Timeout: 901'),
      problems: [{ messageId: 'outside', line: 6, column: 27, endLine: 6, endColumn: 30, data: { value: 901 } }],
      output: fn('Timeout: 900'),
    },
    {
      template: fn('Timeout: 0'),
      problems: [{ messageId: 'outside', line: 6, column: 27 }],
      output: fn('Timeout: 1'),
    },
    {
      template: fn('CapacityProviderConfig: {a: b}, Timeout: 3600'),
      problems: [{ messageId: 'managed', line: 6, column: 59, level: 'warning' }],
    },
    {
      // What the transform refuses does not hide what else is wrong.
      template: `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Timeout: 1000, DeadLetterQueue: {Type: SQS}}
`,
      problems: [{ messageId: 'outside', line: 4, column: 27 }],
      output: `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Timeout: 900, DeadLetterQueue: {Type: SQS}}
`,
    },
  ],
});
