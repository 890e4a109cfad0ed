import { lambdaFunctionName } from '../../../src/lint/rules/lambda-function-name.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaFunctionName, {
  valid: [lambda('FunctionName: my-fn_1'), lambda('FunctionName: !Sub "${AWS::StackName}-fn"')],
  invalid: [
    {
      template: lambda('FunctionName: my fn'),
      problems: [{ messageId: 'format', line: 4, column: 32, endColumn: 37 }],
    },
    {
      template: lambda(`FunctionName: ${'a'.repeat(65)}`),
      problems: [{ messageId: 'length', line: 4, column: 32, data: { length: 65 } }],
    },
  ],
});
