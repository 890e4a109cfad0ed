import { s3BucketPolicy } from '../../../src/lint/rules/s3-bucket-policy.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const policy = (statement: string, bucket = '') => `Resources:
  Files: {Type: AWS::S3::Bucket, Properties: {${bucket}}}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument: {Statement: [{Effect: Allow, ${statement}}]}
`;
const account = "Principal: {AWS: '111122223333'}";
const objects = "Resource: !Sub '${Files.Arn}/*'";
const open = 'PublicAccessBlockConfiguration: {BlockPublicPolicy: false}';

tester.run(s3BucketPolicy, {
  valid: [
    policy(`${account}, Action: 's3:GetObject', ${objects}`),
    policy(`${account}, Action: 's3:ListBucket', Resource: !GetAtt Files.Arn`),
    policy(`${account}, Action: ['s3:GetObject', 's3:ListBucket'], Resource: !GetAtt Files.Arn`),
    policy(`${account}, Action: 's3:ObjectOwnerOverrideToBucketOwner', ${objects}`),
    policy(`${account}, Action: 's3:*', Resource: !GetAtt Files.Arn`),
    policy(`${account}, Action: 's3:GetBucketObjectLockConfiguration', Resource: !GetAtt Files.Arn`),
    policy(`Principal: '*', Action: 's3:GetObject', ${objects}`, open),
    policy(`Principal: '*', Action: 's3:GetObject', ${objects}, Condition: {Bool: {'aws:SecureTransport': true}}`),
    policy(`Principal: '*', Action: 's3:GetObject', ${objects}`, 'PublicAccessBlockConfiguration: !Ref Block'),
    policy(`Principal: '*', Action: 's3:GetObject', ${objects}`).replace('Allow', 'Deny'),
    policy(`${account}, Action: 's3:GetObject', Resource: 'arn:aws:s3:::files/*'`, 'BucketName: files'),
    policy(`${account}, Action: 's3:GetObject', Resource: 'arn:aws:s3:::films/*'`, 'BucketName: !Ref Name'),
    policy(`${account}, Action: 's3:GetObject', Resource: 'arn:aws:s3:::*'`, 'BucketName: files'),
    policy(`${account}, Action: 's3:GetObject', Resource: !Sub 'arn:aws:s3:::\${Files}/*'`),
    policy(`${account}, Action: 's3:GetObject', Resource: !Sub 'arn:aws:s3:::\${Name}/*'`, 'BucketName: !Ref Name'),
    policy(`${account}, Action: 's3:GetObject', Resource: !Sub '\${Other.Arn}/*'`, 'BucketName: files') +
      '  Other: {Type: AWS::S3::Bucket, Condition: C, Properties: {BucketName: files}}\n',
  ],
  invalid: [
    marked(policy(`${account}, Action: 's3:GetObject', Resource: ‹arn:aws:s3:::films/*›`, 'BucketName: files'), {
      messageId: 'other',
      data: { bucket: 'Files' },
    }),
    marked(
      policy(`${account}, Action: 's3:GetObject', Resource: [‹arn:aws:s3:::films/*›, !Sub '\${Files.Arn}/*']`),
      'other',
    ),
    marked(
      `${policy(`${account}, Action: 's3:GetObject', Resource: ‹!Sub '\${Other.Arn}/*'›`)}  Other: {Type: AWS::S3::Bucket}\n`,
      'other',
    ),
    {
      template: policy(`${account}, Action: ['s3:GetObject', 's3:PutObject'], Resource: !GetAtt Files.Arn`),
      problems: [{ messageId: 'objects', line: 7, column: 138, data: { action: 's3:GetObject' } }],
    },
    {
      template: policy(`${account}, Action: 's3:ListBucket', Resource: 'arn:aws:s3:::files/*'`, 'BucketName: files'),
      problems: [{ messageId: 'bucket', line: 7, column: 121 }],
    },
    {
      template: policy(`Principal: '*', Action: 's3:GetObject', ${objects}`),
      problems: [{ messageId: 'public', line: 7, column: 63, data: { bucket: 'Files' } }],
    },
    {
      template: policy(`Principal: {AWS: '*'}, Action: 's3:GetObject', ${objects}`, open.replace('false', 'true')),
      problems: [{ messageId: 'public', line: 7, column: 63 }],
    },
  ],
});
