import { cfnFunctionArguments } from '../../../src/lint/rules/cfn-function-arguments.ts';
import { topicNamed } from '../functions.ts';
import { tester } from '../tester.ts';

const extensions = '[AWS::LanguageExtensions, AWS::Serverless-2016-10-31]';
const wrong = (value: string, messageId: string, column: number, data: Record<string, string | number> = {}) => ({
  template: topicNamed(value),
  problems: [{ messageId, line: 15, column, data }],
});
const kind = (value: string, column: number, found: string) => wrong(value, 'kind', column, { found });
const count = (value: string, found: string) => wrong(value, 'count', 20 + value.indexOf(' ') + 1, { found });

tester.run(cfnFunctionArguments, {
  valid: [
    topicNamed("!Select [0, !Cidr ['10.0.0.0/16', 256, 8]]"),
    topicNamed("!Join [',', !Ref Names]"),
    topicNamed("!Join ['', [a, 1, true, !Ref Stage, !GetAtt Orders.Arn]]"),
    topicNamed("!Join ['', !If [IsLive, [a], !Ref Names]]"),
    topicNamed("!Join [',', !FindInMap [Sizes, !Ref Stage, zones]]"),
    topicNamed("!Join [',', !GetAtt Net.CidrBlockAssociations]"),
    topicNamed("!Join [',', !Ref AWS::NotificationARNs]"),
    topicNamed("!Join ['', [!If [IsLive, !Ref AWS::NoValue, a], b]]"),
    topicNamed("!Select ['1', [a, b]]"),
    topicNamed('!Select [1, [!Ref Stage, !Ref Stage]]'),
    topicNamed('!Select [3, [a, !If [IsLive, b, c]]]'),
    topicNamed('!Select [!FindInMap [Sizes, small, memory], !GetAZs ""]'),
    topicNamed("!Select [1, !Split ['-', a-b]]"),
    topicNamed("!Select [0, !Cidr [!GetAtt Net.CidrBlock, '256', 8]]"),
    topicNamed("!Select [0, !Cidr ['2600:1f00::/56', 4, 64]]"),
    topicNamed('!ToJsonString {a: !Ref Stage}', extensions),
    topicNamed('!Sub a'),
    topicNamed("!Sub ['${Names} ${Orders.Arn} ${!Names}', {Names: !Select [0, !Ref Names]}]"),
    topicNamed('!Sub ["${A}", {A: !Ref Stage, B: !If [IsLive, a, b]}]'),
    topicNamed('{"Fn::GetAtt": Orders.Arn}'),
    topicNamed('!GetAtt [Orders, !Ref Stage]'),
    topicNamed('{"Fn::GetStackOutput": {StackName: network, OutputName: Vpc, Region: !Ref AWS::Region}}'),
    topicNamed('!Transform [{Name: Upper, Parameters: {Text: a}}]'),
    topicNamed('!FindInMap [Sizes, small, memory, {DefaultValue: 1}]', extensions),
    topicNamed('!Join [1, 2, 3]', '[OurMacro]'),
    `Transform: [AWS::LanguageExtensions]
Conditions: {One: !Equals [!Join ['', !Ref AWS::NotificationARNs], ''], Two: !Not [!Condition One]}
Resources:
  Fn::ForEach::Topics:
    - Name
    - [A, B]
    - Topic\${Name}:
        Type: AWS::SNS::Topic
        Properties: {DisplayName: !Select [0, [!Ref Name]], TopicName: !Sub '\${Name}'}
`,
  ],
  invalid: [
    wrong("!Select [0, !Cidr ['10.0.0.0/28', 3, 8]]", 'room', 39, { block: '10.0.0.0/28', count: 3, bits: 8 }),
    count("!Join [',', a, b]", 'a list of 3'),
    count("!Join [',']", 'a list of 1'),
    count('!Join {a: b}', 'a map'),
    count('!If [IsLive, a]', 'a list of 2'),
    count('!Select []', 'an empty list'),
    count('!FindInMap [Sizes, small]', 'a list of 2'),
    count('!FindInMap {MapName: Sizes}', 'a map'),
    wrong('!FindInMap [Sizes, small, memory, {DefaultValue: 1}]', 'count', 31, { takes: 'AWS::LanguageExtensions' }),
    count('!Cidr [10.0.0.0/16]', 'a list of 1'),
    count('!Sub [a, {b: c}, d]', 'a list of 3'),
    count('!GetAtt [Orders, Arn, x]', 'a list of 3'),
    wrong('!GetAtt Orders', 'attribute', 28, { id: 'Orders' }),
    wrong('{"Fn::GetAtt": Orders}', 'attribute', 35, { id: 'Orders' }),
    kind('!Ref [Orders]', 25, 'a list'),
    kind("!Join [',', a]", 32, "the text 'a'"),
    kind("!Join [',', !Ref Stage]", 32, "'Ref' to 'Stage', which gives a text"),
    kind("!Join [',', !Ref Orders]", 32, "'Ref' to 'Orders'"),
    kind("!Join [',', !If [IsLive, [a], !Sub b]]", 50, "'Fn::Sub', which gives a text"),
    kind("!Join [',', [a, !Ref Names]]", 36, "'Ref' to 'Names', which gives a list"),
    kind("!Join [',', [!GetAtt Net.CidrBlockAssociations]]", 33, 'gives a list'),
    kind("!Join [',', !FindInMap [Sizes, small, memory]]", 32, "'Fn::FindInMap', which gives a text"),
    kind('!Join [[a], [b]]', 27, 'a list'),
    kind('!Select [a, [b]]', 29, "'a'"),
    kind('!Select [-1, [b]]', 29, '-1'),
    {
      template: topicNamed('!Select [[a], 1]'),
      problems: [
        { messageId: 'kind', line: 15, column: 29, data: { found: 'a list' } },
        { messageId: 'kind', line: 15, column: 34, data: { found: 'a number' } },
      ],
    },
    kind("!Select [0, !Join [',', [a]]]", 32, "'Fn::Join', which gives a text"),
    wrong('!Select [2, [a, b]]', 'index', 29, { index: 2, count: 2 }),
    wrong('!Select [6, !Cidr [10.0.0.0/16, 4, 8]]', 'index', 29, { index: 6, count: 4 }),
    wrong("!Select [3, !Split ['-', a-b-c]]", 'index', 29, { index: 3, count: 3 }),
    kind("!Select [0, !Split ['-', !GetAZs '']]", 45, "'Fn::GetAZs', which gives a list"),
    wrong('!Select [0, !Split [":", "{{resolve:ssm:/a:1}}"]]', 'reference', 45, { delimiter: ':' }),
    kind('!Base64 [a]', 28, 'a list'),
    wrong("!ImportValue {'Fn::Sub': '${Orders.QueueName}-x'}", 'export', 48, { id: 'Orders' }),
    kind('!ImportValue {a: b}', 33, 'a map'),
    kind("!Sub 'all: ${Names}'", 31, "'Ref' to 'Names', which gives a list"),
    kind("!Sub ['${Net.CidrBlockAssociations}', {}]", 27, "'Fn::GetAtt', which gives a list"),
    kind('!Sub ["${A}", [{A: b}]]', 34, 'a list'),
    kind('!Sub ["${A}", {A: !Ref Names}]', 38, "'Ref' to 'Names'"),
    kind('!Select [0, !Cidr [10.0.0.0/16, 257, 8]]', 52, '257'),
    kind('!Select [0, !Cidr [10.0.0.0/16, 4, 0]]', 55, '0'),
    kind('!Join [1, [a, b]]', 27, 'a number'),
    kind('!Select [0, !Cidr [everything, 4, 8]]', 39, "'everything'"),
    kind('!GetAZs [eu-west-1]', 28, 'a list'),
    wrong('{"Fn::GetStackOutput": {StackName: a}}', 'missing', 43, { key: 'OutputName' }),
    wrong('{"Fn::GetStackOutput": {StackName: a, OutputName: b, Stack: c}}', 'key', 73, { key: 'Stack' }),
    {
      template:
        'Conditions:\n  A: !And [!Condition B]\n  B: !Not [!Condition A, !Condition A]\n  C: !Equals [a]\nResources: {T: {Type: AWS::SNS::Topic}}\n',
      problems: [
        { messageId: 'count', line: 2, column: 11, data: { takes: 'a list of 2 to 10 conditions' } },
        { messageId: 'count', line: 3, column: 11, data: { takes: 'a list of 1 condition' } },
        { messageId: 'count', line: 4, column: 14, data: { found: 'a list of 1' } },
      ],
    },
    {
      template:
        'Parameters: {Zones: {Type: CommaDelimitedList}}\nConditions:\n  A: !Equals [!Ref Zones, ""]\nResources: {T: {Type: AWS::SNS::Topic}}\n',
      problems: [{ messageId: 'kind', line: 3, column: 15, data: { found: "'Ref' to 'Zones'" } }],
    },
  ],
});
