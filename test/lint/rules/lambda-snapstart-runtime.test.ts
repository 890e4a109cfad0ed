import { lambdaSnapstartRuntime } from '../../../src/lint/rules/lambda-snapstart-runtime.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaSnapstartRuntime, {
  valid: [
    lambda('SnapStart: {ApplyOn: PublishedVersions}, Runtime: java21'),
    lambda('SnapStart: {ApplyOn: PublishedVersions}, Runtime: python3.12'),
    lambda('SnapStart: {ApplyOn: PublishedVersions}, Runtime: dotnet10'),
    lambda('SnapStart: {ApplyOn: None}, Runtime: nodejs22.x'),
  ],
  invalid: [
    {
      template: lambda('SnapStart: {ApplyOn: PublishedVersions}, Runtime: python3.9'),
      problems: [{ messageId: 'runtime', line: 4, column: 39, data: { runtime: 'python3.9' } }],
      output: lambda('SnapStart: {ApplyOn: None}, Runtime: python3.9'),
    },
    {
      template: lambda('SnapStart: {ApplyOn: PublishedVersions}, PackageType: Image'),
      problems: [{ messageId: 'image', line: 4, column: 39 }],
      output: lambda('SnapStart: {ApplyOn: None}, PackageType: Image'),
    },
    {
      // Another function may well have it.
      template: `Globals: {Function: {SnapStart: {ApplyOn: PublishedVersions}, Handler: a.b, InlineCode: x}}
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {Runtime: nodejs22.x, Handler: a.b, InlineCode: x}}
`,
      problems: [{ messageId: 'runtime', line: 1, column: 43 }],
    },
    {
      template: lambda('SnapStart: {ApplyOn: PublishedVersions}, Runtime: nodejs22.x, TenancyConfig: {}'),
      problems: [{ messageId: 'runtime', line: 4, column: 39 }],
    },
    {
      // Where the other branch has SnapStart, nothing is changed.
      template: lambda('SnapStart: {ApplyOn: "PublishedVersions"}, Runtime: !If [Old, java8.al2, java21]'),
      problems: [{ messageId: 'runtime', line: 4, column: 39, data: { runtime: 'java8.al2' } }],
    },
  ],
});
