import { lambdaRuntimeUnknown } from '../../../src/lint/rules/lambda-runtime-unknown.ts';
import { lambda, resource } from '../templates.ts';
import { tester } from '../tester.ts';

const wrong = (runtime: string, near: string) => ({
  template: lambda(`Runtime: ${runtime}`),
  problems: [{ messageId: 'unknown', line: 4, column: 27, data: { runtime, near } }],
});

const newer = (runtime: string, newest: string) => ({
  template: lambda(`Runtime: ${runtime}`),
  problems: [{ messageId: 'newer', line: 4, column: 27, level: 'warning' as const, data: { runtime, newest } }],
});

tester.run(lambdaRuntimeUnknown, {
  valid: [
    lambda('Runtime: nodejs22.x'),
    lambda('Runtime: !Ref AnyRuntime'),
    lambda("Runtime: '{{resolve:ssm:/runtime}}'"),
    { template: lambda('Runtime: python3.15'), options: { also: ['python3.15'] } },
    `Parameters:
  Stored: {Type: AWS::SSM::Parameter::Value<String>, Default: /runtime}
${lambda('Runtime: !Ref Stored')}`,
  ],
  invalid: [
    wrong('nodejs24', " Did you mean 'nodejs24.x'?"),
    wrong('node22', " Did you mean 'nodejs22.x'?"),
    wrong('py312', " Did you mean 'python3.12'?"),
    wrong('Python3.9', " Did you mean 'python3.9'?"),
    wrong('java 21', " Did you mean 'java21'?"),
    wrong('python3', " Did you mean 'python3.14'?"),
    wrong('nodejs21.x', " Did you mean 'nodejs24.x'?"),
    wrong('go1.22', " Did you mean 'go1.x'?"),
    wrong('dotnet9', " Did you mean 'dotnet10'?"),
    newer('nodejs26.x', 'nodejs24.x'),
    newer('python3.15', 'python3.14'),
    newer('java29', 'java25'),
    newer('dotnet12', 'dotnet10'),
    newer('ruby4.1', 'ruby4.0'),
    wrong('python3.41', " Did you mean 'python3.14'?"),
    wrong('nodejs25.x', " Did you mean 'nodejs24.x'?"),
    wrong('nodejs240.x', " Did you mean 'nodejs24.x'?"),
    wrong('fortran', "'fortran'."),
    {
      template: `Globals:
  Function: {Runtime: pyton3.13}
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: index.handler}}
`,
      problems: [{ messageId: 'unknown', line: 2, column: 23, endColumn: 32, data: { near: "'python3.13'" } }],
    },
    {
      template: lambda('Runtime: !If [A, java21, java22]'),
      problems: [{ messageId: 'unknown', line: 4, column: 43, data: { runtime: 'java22' } }],
    },
    {
      template: resource('AWS::Lambda::LayerVersion', 'CompatibleRuntimes: [nodejs22.x, nodejs24]'),
      problems: [{ messageId: 'unknown', line: 4, column: 51, data: { near: "'nodejs24.x'" } }],
    },
  ],
});
