import { cfnParameter } from '../../../src/lint/rules/cfn-parameter.ts';
import { withTopic } from '../sections.ts';
import { tester } from '../tester.ts';

const wrong = (
  text: string,
  messageId: string,
  column: number,
  data: Record<string, string | number>,
  level = 'error',
) => ({
  template: withTopic(`Parameters: {A: {${text}}}`),
  problems: [{ messageId, line: 1, column, data, level }],
});

tester.run(cfnParameter, {
  valid: [
    withTopic(`Parameters:
  A: {Type: String, Default: abc, AllowedPattern: '[a-z]+', MinLength: 1, MaxLength: 3}
  B: {Type: Number, Default: 5, MinValue: 5, MaxValue: 5}
  C: {Type: CommaDelimitedList, Default: 'a, b', AllowedValues: [a, b]}
  D: {Type: 'List<AWS::EC2::Subnet::Id>'}
  E: {Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: /a/b}
  F: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/ami}
  G: {Type: String, Default: '', AllowedPattern: '(?=x)y'}
  H: {Type: String, Default: !Ref A}
  I: {Type: String, AllowedPattern: '[[a]b]|\\[a'}`),
    withTopic('Transform: OurMacro\nParameters: {A: {Type: Text}}'),
  ],
  invalid: [
    wrong("Type: String, AllowedPattern: '[a-z'", 'pattern', 48, { name: 'A' }),
    wrong("Type: String, AllowedPattern: '[a-z\\]+'", 'pattern', 48, { name: 'A' }),
    wrong('Type: Strng', 'type', 24, { near: "Did you mean 'String'?" }),
    wrong('Type: Elephant', 'type', 24, { type: 'Elephant' }),
    wrong('Type: AWS::EC2::Subnet::Ids', 'type', 24, { near: "Did you mean 'AWS::EC2::Subnet::Id'?" }),
    wrong('Type: AWS::Newest::Thing::Identifier', 'type', 24, { type: 'AWS::Newest::Thing::Identifier' }, 'warning'),
    wrong('Type: Number, Default: many', 'default', 41, { refusal: "'many' is not a number" }),
    wrong('Type: String, AllowedValues: [a, b], Default: c', 'default', 64, { refusal: 'a, b' }),
    wrong('Type: String, MinLength: 8, Default: abc', 'default', 55, { refusal: "'MinLength' is 8" }),
    wrong("Type: String, AllowedPattern: '[a-z]*', Default: A1", 'default', 67, { refusal: 'AllowedPattern' }),
    wrong('Type: Number, MinValue: 5, MaxValue: 1', 'limits', 42, { least: 5, most: 1 }),
    wrong('Type: Number, AllowedValues: [1, two]', 'allowed', 51, { found: "'two'" }),
    wrong(
      'Type: Number, MaxLength: 3',
      'idle',
      32,
      { key: 'MaxLength', instead: "'MinValue' and 'MaxValue'" },
      'warning',
    ),
    wrong('Type: String, MinValue: 3', 'idle', 32, { key: 'MinValue' }, 'warning'),
  ],
});
