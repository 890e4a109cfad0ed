import { cfnPseudoParameterText } from '../../../src/lint/rules/cfn-pseudo-parameter-text.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(cfnPseudoParameterText, {
  valid: [
    samFunction(
      "Environment: {Variables: {A: !Ref AWS::Region, B: !Sub '${AWS::Region}', C: 'in AWS::Region', D: AWS::Other}}",
    ),
    'Resources:\n  A: {Type: Custom::A, Properties: {ServiceToken: x, Text: AWS::Region}}\n',
    'Transform: OurMacro\nResources:\n  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: AWS::Region}}\n',
  ],
  invalid: [
    {
      template: samFunction('Environment: {Variables: {A: AWS::Region}}'),
      problems: [{ messageId: 'text', line: 8, column: 36, level: 'warning', data: { name: 'AWS::Region' } }],
      output: samFunction('Environment: {Variables: {A: !Ref AWS::Region}}'),
    },
    {
      template: samFunction(
        "Policies: [!If [A, AmazonS3ReadOnlyAccess, 'AWS::NoValue']]",
        'Conditions: {A: !Equals [a, b]}\n',
      ),
      problems: [{ messageId: 'text', line: 8, column: 50, level: 'error' }],
      output: samFunction(
        'Policies: [!If [A, AmazonS3ReadOnlyAccess, !Ref AWS::NoValue]]',
        'Conditions: {A: !Equals [a, b]}\n',
      ),
    },
    {
      template:
        'Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: {"Fn::Join": ["", [a, AWS::StackName]]}}}\n',
      problems: [{ messageId: 'text', line: 2, column: 78, level: 'warning' }],
      output:
        'Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {DisplayName: {"Fn::Join": ["", [a, !Ref AWS::StackName]]}}}\n',
    },
  ],
});
