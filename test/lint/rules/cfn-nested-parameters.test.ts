import { cfnNestedParameters } from '../../../src/lint/rules/cfn-nested-parameters.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const files = {
  'child.yaml': `Parameters: {Cidr: {Type: String}, Zones: {Type: CommaDelimitedList, Default: ''}}
Resources: {Topic: {Type: AWS::SNS::Topic}}
`,
};
const application = (parameters: string, location = 'child.yaml') => `Transform: AWS::Serverless-2016-10-31
Parameters: {List: {Type: CommaDelimitedList}, Text: {Type: String}}
Resources:
  Child:
    Type: AWS::Serverless::Application
    Properties:
      Location: ${location}
      ${parameters}
`;
const stack = (parameters: string) =>
  `Resources: {Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./child.yaml, Parameters: ${parameters}}}}`;

tester.run(cfnNestedParameters, {
  valid: [
    { template: application('Parameters: {Cidr: !Ref Text}'), files },
    { template: application("Parameters: {Cidr: a, Zones: !Join [',', !Ref List]}"), files },
    { template: application('Parameters: {Anything: a}', 'https://example.com/child.yaml'), files },
    { template: application('Parameters: {Anything: a}', 'missing.yaml'), files },
    { template: application('Parameters: !FindInMap [A, B, C]'), files },
    application('Parameters: {Anything: 1, Other: !If [A, b, !Ref AWS::NoValue]}'),
    { template: application('Parameters: {A: b}', 'broken.yaml'), files: { 'broken.yaml': '{' } },
  ],
  invalid: [
    marked(
      application('Parameters: {Cidr: a, ‹Zone›: b}'),
      { messageId: 'unknown', data: { near: "'Zones'" } },
      { files },
    ),
    marked(application('‹Parameters›: {Zones: a}'), { messageId: 'missing', data: { names: "'Cidr'" } }, { files }),
    marked(stack('{Cidr: ‹[a, b]›, Zones: ‹!GetAZs ""›}'), 'list', { files }),
    marked(application('Parameters: {Cidr: ‹!Ref List›, Zones: ‹{a: b}›}'), ['list', 'map']),
    marked(application('').replace('  Child:', '  ‹Child›:'), 'missing', { files }),
  ],
});
