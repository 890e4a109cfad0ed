import { cfnCustomResourceToken } from '../../../src/lint/rules/cfn-custom-resource-token.ts';
import { tester } from '../tester.ts';

const custom = (properties: string) => `Resources:
  Greeting:
    Type: Custom::Greeting${properties}
`;

tester.run(cfnCustomResourceToken, {
  valid: [
    custom('\n    Properties: {ServiceToken: !GetAtt Greeter.Arn}'),
    custom('\n    Properties: {ServiceToken: !Ref Greeter, Name: a}'),
    custom('\n    Properties: {Fn::Transform: {Name: Tokens}}'),
    'Resources: {Other: {Type: Acme::Store::Item}}\n',
  ],
  invalid: [
    {
      template: 'Resources: {A: {Type: AWS::CloudFormation::CustomResource, Properties: {Name: a}}}\n',
      problems: [{ messageId: 'missing', line: 1, column: 60 }],
    },
    {
      template: custom('\n    Properties: {Name: a}'),
      problems: [{ messageId: 'missing', line: 4, column: 5, data: { id: 'Greeting', type: 'Custom::Greeting' } }],
    },
    {
      template: custom(''),
      problems: [{ messageId: 'missing', line: 3, column: 5 }],
    },
    {
      template: custom('\n    Properties: {ServiceToken: !Ref AWS::NoValue}'),
      problems: [{ messageId: 'missing', line: 4, column: 5 }],
    },
  ],
});
