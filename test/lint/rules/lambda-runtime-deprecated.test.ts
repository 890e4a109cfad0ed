import { lambdaRuntimeDeprecated } from '../../../src/lint/rules/lambda-runtime-deprecated.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaRuntimeDeprecated, {
  valid: [
    { template: lambda('Runtime: nodejs22.x'), today: '2027-04-29' },
    { template: lambda('Runtime: made.up'), today: '2030-01-01' },
  ],
  invalid: [
    {
      template: lambda('Runtime: nodejs22.x'),
      today: '2027-04-30',
      problems: [{ messageId: 'deprecated', line: 4, column: 27, level: 'warning', data: { date: '2027-04-30' } }],
      output: lambda('Runtime: nodejs24.x'),
    },
    {
      template: lambda('Runtime: python3.8'),
      today: '2027-02-01',
      problems: [{ messageId: 'noCreate', line: 4, column: 27, level: 'error' }],
      output: lambda('Runtime: python3.14'),
    },
    {
      template: lambda('Runtime: nodejs12.x'),
      problems: [{ messageId: 'noUpdate', line: 4, column: 27, level: 'error', data: { date: '2023-04-30' } }],
      output: lambda('Runtime: nodejs24.x'),
    },
    {
      // The layer is not declared for the successor.
      template: lambda(
        'Runtime: python3.9, Layers: [!Ref L]',
        '  L: {Type: AWS::Lambda::LayerVersion, Properties: {CompatibleRuntimes: [python3.9, python3.13]}}\n',
      ),
      today: '2027-04-01',
      problems: [
        { messageId: 'noUpdate', line: 4, column: 27 },
        { messageId: 'deprecated', line: 5, column: 74 },
      ],
    },
    {
      template: lambda(
        'Runtime: nodejs22.x, Layers: [!Ref L]',
        '  L: {Type: AWS::Lambda::LayerVersion, Properties: {CompatibleRuntimes: [nodejs22.x, nodejs24.x]}}\n',
      ),
      today: '2027-04-30',
      problems: [
        { messageId: 'deprecated', line: 4, column: 27 },
        { messageId: 'deprecated', line: 5, column: 74 },
      ],
      output: lambda(
        'Runtime: nodejs24.x, Layers: [!Ref L]',
        '  L: {Type: AWS::Lambda::LayerVersion, Properties: {CompatibleRuntimes: [nodejs22.x, nodejs24.x]}}\n',
      ),
    },
    {
      // By then the successor is deprecated too.
      template: lambda('Runtime: python3.13'),
      today: '2040-01-01',
      problems: [{ messageId: 'noUpdate', line: 4, column: 27 }],
    },
    {
      // The successor does not bring this module; Globals give the runtime to another function too.
      template: `Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Runtime: nodejs16.x, Handler: index.a}}
Resources:
  A: {Type: AWS::Serverless::Function, Properties: {InlineCode: 'exports.a = () => 1'}}
  B: {Type: AWS::Serverless::Function, Properties: {InlineCode: "require('aws-sdk')"}}
`,
      problems: [{ messageId: 'deprecated', line: 2, column: 31 }],
    },
    {
      template: `Resources:
  Layer: {Type: AWS::Lambda::LayerVersion, Properties: {CompatibleRuntimes: [nodejs12.x, nodejs22.x]}}
`,
      problems: [{ messageId: 'deprecated', line: 2, column: 78, level: 'warning' }],
    },
  ],
});
