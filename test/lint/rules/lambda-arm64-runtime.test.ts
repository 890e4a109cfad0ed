import { lambdaArm64Runtime } from '../../../src/lint/rules/lambda-arm64-runtime.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaArm64Runtime, {
  valid: [lambda('Architectures: [arm64], Runtime: nodejs22.x'), lambda('Architectures: [x86_64], Runtime: go1.x')],
  invalid: [
    {
      template: lambda('Architectures: [arm64], Runtime: go1.x'),
      problems: [{ messageId: 'x86', line: 4, column: 51 }],
    },
    {
      template: lambda('Architectures: !If [Arm, [arm64], [x86_64]], Runtime: java8'),
      problems: [{ messageId: 'x86', line: 4, column: 72, data: { runtime: 'java8' } }],
    },
  ],
});
