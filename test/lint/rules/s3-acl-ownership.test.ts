import { s3AclOwnership } from '../../../src/lint/rules/s3-acl-ownership.ts';
import { tester } from '../tester.ts';

const bucket = (properties: string) => `Conditions:
  IsProd: !Equals [!Ref AWS::StackName, prod]
  NotProd: !Not [!Condition IsProd]
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties: {${properties}}
`;
const controls = '{Rules: [{ObjectOwnership: ObjectWriter}]}';

tester.run(s3AclOwnership, {
  valid: [
    bucket('BucketName: a'),
    bucket('AccessControl: Private'),
    bucket(`AccessControl: PublicRead, OwnershipControls: ${controls}`),
    bucket('AccessControl: !Ref Acl'),
    bucket(
      `AccessControl: !If [IsProd, PublicRead, Private], OwnershipControls: !If [NotProd, !Ref AWS::NoValue, ${controls}]`,
    ),
  ],
  invalid: [
    {
      template: bucket('AccessControl: PublicRead'),
      problems: [{ messageId: 'refused', line: 7, column: 33, data: { acl: 'PublicRead' } }],
    },
    {
      template: bucket(
        `AccessControl: !If [IsProd, PublicRead, Private], OwnershipControls: !If [IsProd, !Ref AWS::NoValue, ${controls}]`,
      ),
      problems: [{ messageId: 'refused', line: 7, column: 33, data: { acl: 'PublicRead' } }],
    },
  ],
});
