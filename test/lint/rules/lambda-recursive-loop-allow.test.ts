import { lambdaRecursiveLoopAllow } from '../../../src/lint/rules/lambda-recursive-loop-allow.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaRecursiveLoopAllow, {
  valid: [lambda('RecursiveLoop: Terminate'), lambda('RecursiveLoop: !Ref Loop')],
  invalid: [
    {
      template: lambda('RecursiveLoop: Allow'),
      problems: [{ messageId: 'allowed', line: 4, column: 33, endColumn: 38 }],
      output: lambda('RecursiveLoop: Terminate'),
    },
    {
      template: lambda('RecursiveLoop: !If [Prod, Terminate, "Allow"]'),
      problems: [{ messageId: 'allowed', line: 4, column: 55 }],
      output: lambda('RecursiveLoop: !If [Prod, Terminate, "Terminate"]'),
    },
    {
      template: `Globals: {Function: {RecursiveLoop: Allow}}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}
`,
      problems: [{ messageId: 'allowed', line: 1, column: 37 }],
      output: `Globals: {Function: {RecursiveLoop: Terminate}}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}
`,
    },
  ],
});
