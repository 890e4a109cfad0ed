import { cfnListOrText } from '../../../src/lint/rules/cfn-list-or-text.ts';
import { tester } from '../tester.ts';

const head = `Parameters:
  Text: {Type: String}
  List: {Type: CommaDelimitedList}
  Stored: {Type: 'AWS::SSM::Parameter::Value<List<String>>'}
  Image: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>'}
Conditions: {IsIt: !Equals [!Ref Text, a]}
Mappings: {M: {a: {text: b, list: [b, c]}, d: {text: e, list: [f]}}}
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Custom: {Type: Custom::Thing, Properties: {ServiceToken: x}}
`;
/** A property of a text, at line 14, column 56. */
const text = (value: string) => `${head}  Setting:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Name: /a, Value: ${value}}
`;
/** A property of a list, at line 14, column 71. */
const list = (value: string) => `${head}  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {DBSubnetGroupDescription: a, DBSubnetGroupName: b, SubnetIds: ${value}}
`;
const output = (value: string) => `${head}Outputs: {A: {Value: ${value}}}\n`;
const wrong = (
  template: string,
  messageId: string,
  line: number,
  column: number,
  data: Record<string, string> = {},
) => ({
  template,
  problems: [{ messageId, line, column, data }],
});

tester.run(cfnListOrText, {
  valid: [
    text('!Ref Text'),
    text('!Ref Image'),
    text("!Join [',', !Ref List]"),
    text('!FindInMap [M, !Ref Text, text]'),
    text('!GetAtt Custom.Anything'),
    text('!If [IsIt, !Ref Text, !Ref AWS::NoValue]'),
    list('!Ref List'),
    list('!Ref Stored'),
    list("!Split [',', !Ref Text]"),
    list('!FindInMap [M, a, list]'),
    list('!FindInMap [M, a, !Ref Text]'),
    list('!GetAtt Custom.Subnets'),
    list('[!Ref Text, !Select [0, !Ref List]]'),
    list('!If [IsIt, !Ref List, [!Ref Text]]'),
    output('!GetAtt Net.CidrBlock'),
    output('5'),
    output('!FindInMap [M, a, !Ref Text]'),
    `Transform: OurMacro\n${text('!Ref List')}`,
    `${head}  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: !Ref Text}
`,
  ],
  invalid: [
    {
      template: `Conditions: {C: !Equals [a, b]}
Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Condition C}}}
`,
      problems: [{ messageId: 'other', line: 2, column: 66 }],
    },
    wrong(text('!Ref List'), 'list', 14, 49, { path: 'Value', found: "'Ref' to 'List', which gives a list" }),
    wrong(text('!Ref Stored'), 'list', 14, 49),
    wrong(text('!Split [a, !Ref Text]'), 'list', 14, 49, { found: "'Fn::Split'" }),
    wrong(text('!GetAtt Net.CidrBlockAssociations'), 'list', 14, 49, { found: "'Fn::GetAtt'" }),
    wrong(text('!FindInMap [M, !Ref Text, list]'), 'list', 14, 49, { found: "'Fn::FindInMap'" }),
    wrong(text('!If [IsIt, a, !Ref List]'), 'list', 14, 63),
    wrong(list('!Ref Text'), 'text', 14, 80, { wanted: 'a list' }),
    wrong(list('!ImportValue subnets'), 'text', 14, 80),
    wrong(list('!Ref Queue'), 'text', 14, 80),
    wrong(list('[!Ref List]'), 'list', 14, 81, { path: 'SubnetIds[0]' }),
    wrong(
      `${head}  Function:
    Type: AWS::Lambda::Function
    Properties: {Code: {ZipFile: a}, Handler: a.b, Role: arn:aws:iam::111122223333:role/a, Runtime: nodejs22.x, VpcConfig: !Ref Text}
`,
      'other',
      14,
      124,
      { wanted: 'a map' },
    ),
    wrong(output('!Ref List'), 'list', 12, 22, { path: 'Outputs.A.Value' }),
    wrong(output("!Split [',', a]"), 'list', 12, 22),
    wrong(output('a, Export: {Name: [a]}'), 'list', 12, 40, { path: 'Outputs.A.Name' }),
    wrong(output('[a]'), 'list', 12, 22, { found: 'a list' }),
    wrong(output('{a: b}'), 'other', 12, 22, { found: 'a map' }),
  ],
});
