import { cfnFunctionNesting } from '../../../src/lint/rules/cfn-function-nesting.ts';
import { topicNamed } from '../functions.ts';
import { tester } from '../tester.ts';

const extensions = '[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]';
const wrong = (value: string, messageId: string, column: number, data: Record<string, string>) => ({
  template: topicNamed(value),
  problems: [{ messageId, line: 15, column, data }],
});
const conditions = (text: string) => `Parameters: {Stage: {Type: String}}
Conditions:
  IsLive: !Equals [!Ref Stage, live]
  Both: ${text}
Resources: {Topic: {Type: AWS::SNS::Topic}}
`;

tester.run(cfnFunctionNesting, {
  valid: [
    topicNamed('!FindInMap [!Ref Stage, !FindInMap [Sizes, small, memory], !Ref AWS::Region]'),
    topicNamed('!Select [!Ref Stage, !Ref Names]'),
    topicNamed('!GetAtt [Orders, !Ref Stage]'),
    topicNamed('!FindInMap [Sizes, !Sub "${Stage}", memory]', extensions),
    topicNamed('!If [!Equals [a, b], c, d]', '[OurMacro]'),
    conditions('!And [!Condition IsLive, !Not [!Equals [!Join ["", [!Ref Stage]], ""]]]'),
    conditions('{"Fn::Or": [Condition: IsLive, "Fn::Equals": [a, !FindInMap [a, b, c]]]}'),
    `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Mark
    - [A, B]
    - Topic\${Mark}: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Join [!Ref Mark, [a, b]]}}
`,
  ],
  invalid: [
    wrong('!If [!Equals [!Ref Stage, live], a, b]', 'literal', 25, {
      inner: 'Fn::Equals',
      cure: 'Define the condition',
    }),
    wrong('!If [!Condition IsLive, a, b]', 'literal', 25, { inner: 'Condition' }),
    wrong('!If [!Ref Stage, a, b]', 'literal', 25, { inner: 'Ref' }),
    wrong('!Join [!Ref Stage, [a]]', 'literal', 27, { operand: 'delimiter' }),
    wrong('!Select [0, !Split [!Ref Stage, a]]', 'literal', 40, { fn: 'Fn::Split' }),
    wrong('!Sub [!Ref Stage, {}]', 'literal', 26, { fn: 'Fn::Sub' }),
    wrong('{"Fn::Sub": !Ref Stage}', 'literal', 32, { fn: 'Fn::Sub' }),
    wrong('!Select [!Sub "1", !Ref Names]', 'inner', 29, { inner: 'Fn::Sub', allowed: 'Ref, Fn::FindInMap' }),
    wrong('!FindInMap [Sizes, !GetAtt Orders.Arn, memory]', 'inner', 39, { inner: 'Fn::GetAtt' }),
    wrong('!FindInMap [Sizes, !Sub "${Stage}", memory]', 'inner', 39, { inner: 'Fn::Sub' }),
    wrong('!FindInMap [Sizes, !Ref Orders, memory]', 'resource', 39, { id: 'Orders' }),
    wrong('!Select [!Ref Orders, !Ref Names]', 'resource', 29, { operand: 'index' }),
    wrong('!GetAtt [!Ref Stage, Arn]', 'literal', 29, { inner: 'Ref' }),
    wrong('!GetAtt [Orders, !Sub Arn]', 'inner', 37, { inner: 'Fn::Sub' }),
    {
      template: conditions('!And [!Condition IsLive, !Ref Stage]'),
      problems: [{ messageId: 'condition', line: 4, column: 34, data: { fn: 'Fn::And', inner: 'Ref' } }],
    },
  ],
});
