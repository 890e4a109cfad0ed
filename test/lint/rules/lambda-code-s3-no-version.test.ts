import { lambdaCodeS3NoVersion } from '../../../src/lint/rules/lambda-code-s3-no-version.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaCodeS3NoVersion, {
  valid: [
    lambda('Code: {S3Bucket: b, S3Key: k, S3ObjectVersion: v}'),
    lambda('Code: {S3Bucket: !Ref B, S3Key: k}'),
    lambda('Code: {ZipFile: x}'),
    lambda('Code: {S3Bucket: b, S3Key: !Sub "${Hash}.zip"}'),
  ],
  invalid: [
    { template: lambda('Code: {S3Bucket: b, S3Key: k}'), problems: [{ messageId: 'fixed', line: 4, column: 18 }] },
    {
      template: `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri:
        Bucket: b
        Key: k.zip
      Handler: a.b
      Runtime: nodejs22.x
`,
      problems: [{ messageId: 'fixed', line: 5, column: 7, data: { name: 'CodeUri', key: 'k.zip' } }],
    },
  ],
});
