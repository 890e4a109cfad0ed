import { lambdaProvisionedExceedsReserved } from '../../../src/lint/rules/lambda-provisioned-exceeds-reserved.ts';
import { lambda, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const sam = (reserved: string, provisioned: string) =>
  samFunction(`AutoPublishAlias: live
ReservedConcurrentExecutions: ${reserved}
ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: ${provisioned}}`);
const version = (provisioned: string) => `  Version:
    Type: AWS::Lambda::Version
    Properties:
      FunctionName: !Ref Fn
      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: ${provisioned}}
`;

tester.run(lambdaProvisionedExceedsReserved, {
  valid: [
    sam('5', '5'),
    sam('!Ref AWS::NoValue', '5'),
    sam('!Ref Reserved', '5'),
    sam('!If [Prod, 100, 5]', '!If [Prod, 50, 1]'),
    sam('!If [Test, 5, !Ref AWS::NoValue]', '!If [Test, !Ref AWS::NoValue, 10]'),
    lambda('MemorySize: 128', version('5')),
  ],
  invalid: [
    {
      template: sam('5', "'6'"),
      problems: [{ messageId: 'exceeds', line: 10, column: 71, data: { provisioned: 6, reserved: 5 } }],
    },
    {
      template: sam('!If [Prod, 100, 5]', '!If [Prod, 200, 1]'),
      problems: [{ messageId: 'exceeds', line: 10, column: 82, data: { provisioned: 200, reserved: 100 } }],
    },
    {
      template: sam('!If [Test, 5, !Ref AWS::NoValue]', '10'),
      problems: [{ messageId: 'exceeds', line: 10, column: 71, data: { reserved: 5 } }],
    },
    {
      template: lambda('ReservedConcurrentExecutions: 0', version('1')),
      problems: [{ messageId: 'exceeds', line: 9, column: 71, data: { provisioned: 1, reserved: 0 } }],
    },
  ],
});
