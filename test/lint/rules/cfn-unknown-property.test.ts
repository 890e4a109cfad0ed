import { cfnUnknownProperty } from '../../../src/lint/rules/cfn-unknown-property.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(cfnUnknownProperty, {
  valid: [
    `Resources:
  Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 30, RedrivePolicy: {anything: goes}}}
`,
    `Resources:
  Q: {Type: AWS::Nobody::Knows, Properties: {A: 1}}
  M: {Type: AWS::SQS::Queue, Properties: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: s3://a/b}}}}
`,
  ],
  invalid: [
    {
      template: `Resources:
  Q:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeOut: 30
      Colour: red
`,
      problems: [
        { messageId: 'suggested', line: 5, column: 7, endColumn: 24, data: { near: 'VisibilityTimeout' } },
        // It may be newer than the data.
        { messageId: 'newer', line: 6, column: 7, level: 'warning', data: { name: 'Colour', day: '2026-09-29' } },
      ],
    },
    {
      // The type has that property elsewhere.
      template: `Resources:
  F: {Type: AWS::Lambda::Function, Properties: {Role: r, Code: {ZipFile: x}, Variables: {A: b}}}
`,
      problems: [{ messageId: 'unknown', line: 2, column: 78, level: 'error', data: { name: 'Variables' } }],
    },
    {
      template: samFunction('VpcConfig:\n  SubnetIds: [a]\n  SecurityGroups: [b]'),
      problems: [{ messageId: 'suggested', line: 10, column: 9, data: { near: 'SecurityGroupIds' } }],
    },
  ],
});
