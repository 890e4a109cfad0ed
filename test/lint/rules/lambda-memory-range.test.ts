import { lambdaMemoryRange } from '../../../src/lint/rules/lambda-memory-range.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaMemoryRange, {
  valid: [
    lambda('MemorySize: 128'),
    lambda('MemorySize: 20480, CapacityProviderConfig: {a: b}'),
    lambda('MemorySize: !Ref Size'),
  ],
  invalid: [
    {
      template: lambda('MemorySize: 100'),
      problems: [{ messageId: 'outside', line: 4, column: 30, endColumn: 33, data: { value: 100 } }],
      output: lambda('MemorySize: 128'),
    },
    {
      template: lambda("MemorySize: !If [Big, '10241', 512]"),
      problems: [{ messageId: 'outside', line: 4, column: 40, data: { maximum: 10240 } }],
      output: lambda("MemorySize: !If [Big, '10240', 512]"),
    },
    {
      template: lambda('MemorySize: !Ref Five', 'Parameters: {Five: {Type: Number, Default: 5}}\n'),
      problems: [{ messageId: 'outside', line: 4, column: 30, data: { value: 5 } }],
    },
  ],
});
