import { lambdaEphemeralStorageRange } from '../../../src/lint/rules/lambda-ephemeral-storage-range.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaEphemeralStorageRange, {
  valid: [lambda('EphemeralStorage: {Size: 512}'), lambda('EphemeralStorage: {Size: !Ref Size}')],
  invalid: [
    {
      template: lambda('EphemeralStorage: {Size: 511}'),
      problems: [{ messageId: 'outside', line: 4, column: 43 }],
      output: lambda('EphemeralStorage: {Size: 512}'),
    },
    {
      template: lambda('EphemeralStorage: {Size: 20000}'),
      problems: [{ messageId: 'outside', line: 4, column: 43, data: { value: 20000 } }],
      output: lambda('EphemeralStorage: {Size: 10240}'),
    },
  ],
});
