import { lambdaCodeMissing } from '../../../src/lint/rules/lambda-code-missing.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const sam = (properties: string, globals = '') => `Globals:
  Function: {Handler: index.handler, Runtime: nodejs22.x, ${globals}}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {${properties}}
`;

tester.run(lambdaCodeMissing, {
  valid: [
    lambda('Code: {ZipFile: x}'),
    lambda('Code: {S3Bucket: !Ref Bucket, S3Key: key}'),
    lambda('Code: !If [A, !Ref AWS::NoValue, {ZipFile: x}]'),
    lambda('Code: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/code.yaml}}}'),
    sam('', 'CodeUri: s3://bucket/key'),
    sam('InlineCode: !If [A, x, !Ref AWS::NoValue]'),
    // What an image lacks is told by another rule.
    sam('PackageType: Image'),
  ],
  invalid: [
    { template: lambda('Code: {}'), problems: [{ messageId: 'plain', line: 4, column: 24, endColumn: 26 }] },
    {
      template: lambda('Code: {SourceKMSKeyArn: !GetAtt Key.Arn, ZipFile: !Ref AWS::NoValue}'),
      problems: [{ messageId: 'plain', line: 4, column: 24 }],
    },
    {
      template: sam('InlineCode: !Ref AWS::NoValue'),
      problems: [{ messageId: 'sam', line: 6, column: 30 }],
    },
    { template: sam(''), problems: [{ messageId: 'unnamed', line: 4, column: 3, level: 'error' }] },
  ],
});
