import { lambdaZipRequiresHandlerRuntime } from '../../../src/lint/rules/lambda-zip-requires-handler-runtime.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaZipRequiresHandlerRuntime, {
  valid: [lambda('Handler: a.b, Runtime: nodejs22.x'), lambda('PackageType: Image'), lambda('Code: {ImageUri: x}')],
  invalid: [
    {
      template: lambda('Handler: a.b'),
      problems: [{ messageId: 'missing', line: 2, column: 3, data: { name: 'Runtime' } }],
    },
    {
      template: lambda('PackageType: Zip'),
      problems: [
        { messageId: 'missing', line: 2, column: 3, data: { name: 'Handler' } },
        { messageId: 'missing', line: 2, column: 3, data: { name: 'Runtime' } },
      ],
    },
  ],
});
