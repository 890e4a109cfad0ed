import { cfnExportName } from '../../../src/lint/rules/cfn-export-name.ts';
import { tester } from '../tester.ts';

const outputs = (text: string, more = '') => `${more}Parameters: {Stage: {Type: String}}
Conditions: {A: !Equals [!Ref Stage, a], B: !Not [!Condition A]}
Resources:
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  ${text.replaceAll('\n', '\n  ')}
`;
const exported = (name: string) => `One: {Value: a, Export: {Name: ${name}}}`;

tester.run(cfnExportName, {
  valid: [
    outputs(exported("!Sub '${AWS::StackName}:a-${Stage}'")),
    outputs('One: {Value: a, Condition: A, Export: {Name: x}}\nTwo: {Value: b, Condition: B, Export: {Name: x}}'),
    outputs(exported("!Join [':', [!Ref AWS::StackName, Name]]")),
    outputs(exported('a_b'), 'Transform: OurMacro\n'),
  ],
  invalid: [
    {
      template: outputs(exported("''")),
      problems: [{ messageId: 'empty', line: 6, column: 34 }],
    },
    {
      template: outputs(exported('a b')),
      problems: [{ messageId: 'characters', line: 6, column: 34, data: { character: 'a blank' } }],
    },
    {
      template: outputs(exported("!Sub '${AWS::StackName}_a'")),
      problems: [{ messageId: 'characters', line: 6, column: 34, data: { character: "'_'" } }],
    },
    {
      template: outputs(
        `${exported("!Sub '${Stage}-a'")}\nTwo: {Value: b, Export: {Name: !Join ['-', [!Ref Stage, a]]}}`,
      ),
      problems: [{ messageId: 'twice', line: 7, column: 34, data: { first: 'One', second: 'Two' } }],
    },
    {
      template: outputs(exported('!GetAtt Topic.TopicName')),
      problems: [{ messageId: 'resource', line: 6, column: 34, data: { id: 'Topic' } }],
    },
  ],
});
