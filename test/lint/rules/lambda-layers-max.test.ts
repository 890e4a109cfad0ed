import { lambdaLayersMax } from '../../../src/lint/rules/lambda-layers-max.ts';
import { tester } from '../tester.ts';

tester.run(lambdaLayersMax, {
  valid: [
    `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Layers: [a, b, c, d, e]}
`,
    `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Layers: !Ref Layers}
`,
    `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Layers: [a, b, c, d, e, !If [More, f, !Ref AWS::NoValue]]}
`,
  ],
  invalid: [
    {
      template: `Globals:
  Function:
    Layers: [a, b, c]
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: a.b
      Runtime: nodejs22.x
      Layers: [d, e, f]
`,
      problems: [{ messageId: 'tooMany', line: 11, column: 7, endLine: 11, endColumn: 13, data: { count: 6 } }],
    },
    {
      template: `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Layers: !If [Many, [a, b, c, d, e, f], [a]]
`,
      problems: [{ messageId: 'tooMany', line: 5, column: 26 }],
    },
    {
      template: `Globals:
  Function:
    Layers: [a, b, c, d, e, !If [More, f, g]]
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}
`,
      problems: [{ messageId: 'tooMany', line: 3, column: 5, data: { count: 6 } }],
    },
  ],
});
