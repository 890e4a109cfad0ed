import { cfnMissingProperty } from '../../../src/lint/rules/cfn-missing-property.ts';
import { tester } from '../tester.ts';

tester.run(cfnMissingProperty, {
  valid: [
    `Resources:
  A: {Type: AWS::Lambda::Alias, Properties: {Name: live, FunctionName: f, FunctionVersion: !GetAtt V.Version}}
`,
    `Resources:
  A: {Type: AWS::Lambda::Alias, Properties: !If [A, {}, {}]}
`,
  ],
  invalid: [
    {
      template: `Resources:
  A:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionVersion: '1'
`,
      problems: [{ messageId: 'missing', line: 5, column: 7, data: { name: 'FunctionName' } }],
    },
    {
      template: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      Tags:
        - Key: a
`,
      problems: [{ messageId: 'missing', line: 6, column: 11, data: { name: 'Value' } }],
    },
  ],
});
