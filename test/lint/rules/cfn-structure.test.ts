import { cfnStructure } from '../../../src/lint/rules/cfn-structure.ts';
import { withTopic } from '../sections.ts';
import { tester } from '../tester.ts';

const kind = (text: string, line: number, column: number, wanted: string, found: string) => ({
  template: withTopic(text),
  problems: [{ messageId: 'kind', line, column, data: { wanted, found } }],
});
const missing = (text: string, line: number, column: number, name: string) => ({
  template: withTopic(text),
  problems: [{ messageId: 'missing', line, column, data: { name } }],
});

tester.run(cfnStructure, {
  valid: [
    withTopic(`AWSTemplateFormatVersion: 2010-09-09
Description: Orders
Metadata: {Any: [1, null]}
Parameters:
  A: {Type: String, Default: 1, AllowedValues: [1, true, a], NoEcho: 'TRUE', MinLength: '1'}
  B: {Type: Number, Default: '', MaxValue: 5}
Mappings: {M: {a: {b: c}}}
Conditions:
  C: !Equals [!Ref A, 1]
  D: {Condition: C}
  E: {"Fn::Transform": {Name: Upper}}
Rules:
  R: {RuleCondition: !Equals [!Ref A, 1], Assertions: [{Assert: {"Fn::Contains": [[a], !Ref A]}}]}
Outputs:
  O: {Value: !Ref Topic, Description: x, Condition: C, Export: {Name: !Sub '\${AWS::StackName}-x'}}
  P: {Value: {"Fn::Transform": {Name: Upper}}}`),
    'Transform: [OurMacro]\nResources: {A: {Kind: topic}}\nOutputs: [a]\n',
    `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [A, B]
    - Topic\${Name}: {Type: AWS::SNS::Topic, DependsOn: !Ref Name}
  Last: {Type: AWS::SNS::Topic, DependsOn: [TopicA], DeletionPolicy: !Ref AWS::NoValue}
`,
  ],
  invalid: [
    kind('Description: [a]', 1, 1, 'a text', 'a list'),
    kind('Description: 5', 1, 1, 'a text', 'a number'),
    kind('Outputs: [a]', 1, 1, 'a map', 'a list'),
    kind('Metadata: a', 1, 1, 'a map', "the text 'a'"),
    kind('Parameters: {A: {Type: String, Default: {a: b}}}', 1, 41, 'a text or a number', 'a map'),
    kind('Parameters: {A: {Type: String, Default: [a]}}', 1, 41, 'a text or a number', 'a list'),
    kind('Parameters: {A: {Type: String, AllowedValues: a}}', 1, 47, 'a list', "the text 'a'"),
    kind('Parameters: {A: {Type: String, AllowedValues: [[a]]}}', 1, 48, 'a text or a number', 'a list'),
    kind('Parameters: {A: {Type: String, NoEcho: maybe}}', 1, 40, 'true or false', "the text 'maybe'"),
    kind('Parameters: {A: {Type: String, MinLength: few}}', 1, 43, 'a number', "the text 'few'"),
    kind('Parameters: {A: {Type: [String]}}', 1, 24, 'a text', 'a list'),
    kind('Conditions: {A: true}', 1, 17, "a condition, such as 'Fn::Equals'", 'a boolean'),
    kind('Conditions: {A: !Ref AWS::Region}', 1, 17, 'a condition', 'an intrinsic function'),
    kind('Rules: {R: {Assertions: {Assert: !Equals [a, b]}}}', 1, 25, 'a list', 'a map'),
    kind('Rules: {R: {Assertions: [{Assert: a}]}}', 1, 35, 'a condition', "the text 'a'"),
    kind('Outputs: {A: {Value: a, Description: {b: c}}}', 1, 38, 'a text', 'a map'),
    kind('Outputs: {A: {Value: a, Export: b}}', 1, 33, 'a map', "the text 'b'"),
    missing('Parameters: {A: {Default: a}}', 1, 14, 'Type'),
    missing('Rules: {R: {RuleCondition: !Equals [a, b]}}', 1, 9, 'Assertions'),
    missing('Outputs: {A: {Description: a}}', 1, 11, 'Value'),
    missing('Outputs: {A: {Value: a, Export: {Nmae: b}}}', 1, 25, 'Name'),
    {
      template: 'Resources: {A: {Properties: {}}, B: {Type: AWS::SNS::Topic, DependsOn: {a: b}}}\n',
      problems: [
        { messageId: 'missing', line: 1, column: 13, data: { name: 'Type' } },
        { messageId: 'kind', line: 1, column: 72, data: { found: 'a map' } },
      ],
    },
  ],
});
