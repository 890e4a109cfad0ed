import { lambdaMemoryDefault } from '../../../src/lint/rules/lambda-memory-default.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaMemoryDefault, {
  valid: [lambda('MemorySize: 256'), lambda('MemorySize: !Ref Size')],
  invalid: [
    { template: lambda('Timeout: 3'), problems: [{ messageId: 'unset', line: 2, column: 3, endColumn: 5 }] },
    { template: lambda('MemorySize: !Ref AWS::NoValue'), problems: [{ messageId: 'unset', line: 2, column: 3 }] },
  ],
});
