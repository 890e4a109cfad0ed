import { cfnFunctionPlace } from '../../../src/lint/rules/cfn-function-place.ts';
import { topicNamed } from '../functions.ts';
import { tester } from '../tester.ts';

const topic = (attributes: string, transform = 'AWS::Serverless-2016-10-31') => `Transform: ${transform}
Parameters: {Keep: {Type: String}}
Conditions: {IsKept: !Equals [!Ref Keep, 'yes']}
Resources:
  Topic:
    Type: AWS::SNS::Topic
    ${attributes}
`;
const section = (text: string) => `${text}
Resources: {Topic: {Type: AWS::SNS::Topic}}
`;
const loop = (body: string, identifier = 'Id', items = '[x, y]') => `Transform: AWS::LanguageExtensions
Resources: {Topic: {Type: AWS::SNS::Topic}}
Outputs:
  Fn::ForEach::Each:
    - ${identifier}
    - ${items}
    - ${body}
`;
const wrong = (template: string, messageId: string, line: number, column: number, data: Record<string, string>) => ({
  template,
  problems: [{ messageId, line, column, data }],
});

tester.run(cfnFunctionPlace, {
  valid: [
    topic('Metadata: {Note: !Sub "${Keep}"}'),
    topic('CreationPolicy: {ResourceSignal: {Count: !Ref Keep}}'),
    topic('UpdatePolicy: !If [IsKept, {UseOnlineResharding: true}, !Ref AWS::NoValue]'),
    topic('DeletionPolicy: !If [IsKept, Retain, Delete]', '[AWS::LanguageExtensions]'),
    topic('Description: !Equals [a, b]', '[OurMacro]'),
    topic('Properties: {DisplayName: !If [IsKept, a, b]}'),
    section('Mappings: {"Fn::Transform": {Name: AWS::Include, Parameters: {Location: s3://a/b}}}'),
    section('Rules: {A: {Assertions: [{Assert: {"Fn::Contains": [[a], !Ref AWS::Region]}}]}}'),
    section('Metadata: {A: {B: !Equals [a, b]}}'),
    // A loop makes texts of these.
    loop("'Out${Id}': {Value: !Ref Topic, Description: !Sub 'for ${Id}'}"),
    loop("'Out${Id}': {Value: !Ref Topic, Description: !Ref Id}"),
    loop("'Out${Id}': {Value: !Ref Topic, Condition: !Sub 'Is${Id}'}"),
    loop("'Out${Id}': {Value: !Ref Topic, Description: !Sub '${Id} and &{Port}'}", '[Id, Port]', '[[a, b]]'),
    loop("'Out${Id}': {Value: !Ref Topic, Description: !Ref Port}", '[Id, Port]', '{a: b}'),
    loop(
      "'Out${Id}': {Value: a, Description: !Ref Id}\nParameters: {P: {Type: String, Default: Id}}",
      '[!Ref P, Port]',
    ),
    `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: a.amazonaws.com}, Condition: {Bool: {a: b}}}]
`,
  ],
  invalid: [
    wrong(section('Description: !Sub a'), 'literal', 1, 14, { fn: 'Fn::Sub', where: "'Description'" }),
    wrong(section('Parameters: {A: {Type: String, Default: !Ref AWS::Region}}'), 'literal', 1, 41, { fn: 'Ref' }),
    wrong(section('Mappings: {A: {b: {c: !Sub d}}}'), 'literal', 1, 23, { where: "'Mappings'" }),
    wrong(section('Mappings: {A: {b: {c: [d, !Ref AWS::Region]}}}'), 'literal', 1, 27, { fn: 'Ref' }),
    wrong(section('Outputs: {A: {Value: a, Description: !Sub b}}'), 'literal', 1, 38, { where: "the output 'A'" }),
    wrong(section('Conditions: {A: !Equals [!GetAtt Topic.TopicArn, a]}'), 'conditions', 1, 26, { fn: 'Fn::GetAtt' }),
    wrong(section('Conditions: {A: !Equals [!ImportValue a, b]}'), 'conditions', 1, 26, { fn: 'Fn::ImportValue' }),
    wrong(section('Rules: {A: {Assertions: [{Assert: !Equals [!GetAtt Topic.TopicArn, b]}]}}'), 'rules', 1, 44, {
      fn: 'Fn::GetAtt',
    }),
    // What the loop leaves is a function still.
    wrong(loop("'Out${Id}': {Value: a, Description: !Sub 'for ${Id} in ${AWS::Region}'}"), 'literal', 7, 43, {
      fn: 'Fn::Sub',
      where: "'Description' of the output 'Out${Id}'",
    }),
    wrong(loop("'Out${Id}': {Value: a, Description: !Ref Topic}"), 'literal', 7, 43, { fn: 'Ref' }),
    wrong(loop("'Out${Id}': {Value: a, Description: !Sub plain}"), 'literal', 7, 43, { fn: 'Fn::Sub' }),
    wrong(topic('DependsOn: !Ref Keep'), 'extension', 7, 16, { where: "'DependsOn' of a resource" }),
    wrong(topic('DependsOn: [!Ref Keep]'), 'literal', 7, 17, { fn: 'Ref' }),
    wrong(topic('Condition: !Equals [a, b]', '[]'), 'extension', 7, 16, { fn: 'Fn::Equals' }),
    wrong(topic('CreationPolicy: !Ref Keep'), 'literal', 7, 21, { where: "'CreationPolicy' of a resource" }),
    wrong(topic('UpdateReplacePolicy: !Ref Keep'), 'extension', 7, 26, { fn: 'Ref' }),
    {
      template: topic('DeletionPolicy: !Ref Keep'),
      problems: [{ messageId: 'extension', line: 7, column: 21, level: 'warning' }],
    },
    wrong(topicNamed('!Equals [!Ref Stage, live]'), 'elsewhere', 15, 20, { fn: 'Fn::Equals' }),
    wrong(topicNamed('!Select [0, {"Fn::RefAll": String}]'), 'elsewhere', 15, 33, { where: "'Rules'" }),
  ],
});
