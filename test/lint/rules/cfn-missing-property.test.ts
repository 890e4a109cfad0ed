import { cfnMissingProperty } from '../../../src/lint/rules/cfn-missing-property.ts';
import { tester } from '../tester.ts';

tester.run(cfnMissingProperty, {
  valid: [
    `Resources:
  A: {Type: AWS::Lambda::Alias, Properties: {Name: live, FunctionName: f, FunctionVersion: !GetAtt V.Version}}
`,
    `Resources:
  A: {Type: AWS::Lambda::Alias, Properties: {Fn::Transform: {Name: Aliases}}}
`,
  ],
  invalid: [
    {
      template: `Resources:
  A: {Type: AWS::S3::BucketPolicy, Properties: !If [A, {Bucket: a}, {Bucket: b, PolicyDocument: {}}]}
`,
      problems: [{ messageId: 'missing', line: 2, column: 56, data: { name: 'PolicyDocument' } }],
    },
    {
      template: `Conditions:
  Given: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  A: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !If [Given, a, !Ref AWS::NoValue], PolicyDocument: {}}}
  B: {Type: AWS::S3::BucketPolicy, Condition: Given, Properties: {Bucket: !If [Given, a, !Ref AWS::NoValue], PolicyDocument: {}}}
`,
      problems: [{ messageId: 'missing', line: 4, column: 48, data: { name: 'Bucket' } }],
    },
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
