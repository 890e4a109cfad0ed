import { lambdaInlineCode } from '../../../src/lint/rules/lambda-inline-code.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaInlineCode, {
  valid: [
    // The handler is in the layer.
    lambda("Code: {ZipFile: ' '}, Handler: app.handler, Runtime: python3.13, Layers: [!Ref L]"),
    lambda('Code: {ZipFile: x}, Handler: index.handler, Runtime: python3.13'),
    lambda('Code: {S3Bucket: b, S3Key: k}, Handler: app.handler, Runtime: java21'),
  ],
  invalid: [
    {
      template: lambda("Code: {ZipFile: x}, Handler: 'app.handler', Runtime: java21"),
      problems: [
        { messageId: 'handler', line: 4, column: 47, data: { name: 'handler' } },
        { messageId: 'runtime', line: 4, column: 71, data: { runtime: 'java21' } },
      ],
      output: lambda("Code: {ZipFile: x}, Handler: 'index.handler', Runtime: java21"),
    },
    {
      template: lambda('Code: {ZipFile: x}, Handler: index.handler'),
      problems: [{ messageId: 'noRuntime', line: 4, column: 25 }],
    },
    {
      // The handler of other functions is left alone.
      template: `Globals: {Function: {Handler: app.run, Runtime: python3.13}}
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}
`,
      problems: [{ messageId: 'handler', line: 1, column: 31, data: { name: 'run' } }],
    },
    {
      template: lambda(`Code: {ZipFile: '${'x'.repeat(4_194_305)}'}, Handler: index.handler, Runtime: nodejs22.x`),
      problems: [{ messageId: 'size', line: 4, column: 34, data: { bytes: 4_194_305 } }],
    },
  ],
});
