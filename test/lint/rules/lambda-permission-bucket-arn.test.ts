import { lambdaPermissionBucketArn } from '../../../src/lint/rules/lambda-permission-bucket-arn.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const permission = (arn: string, principal = 's3.amazonaws.com') => `Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Allow: {Type: AWS::Lambda::Permission, Properties: {Principal: ${principal}, SourceArn: ${arn}}}
`;

tester.run(lambdaPermissionBucketArn, {
  valid: [
    permission('arn:aws:s3:::uploads'),
    permission("'arn:aws:s3:::uploads-*'"),
    permission('!GetAtt Bucket.Arn'),
    permission('!ImportValue uploads'),
    permission("!Sub '${Bucket.Arn}'"),
    permission("'arn:aws:s3:::uploads/*'", '!Ref Principal'),
    permission("!Sub 'arn:aws:events:eu-west-1:123456789012:rule/${Bucket}'", 'events.amazonaws.com'),
  ],
  invalid: [
    marked(permission("‹'arn:aws:s3:::uploads/*'›"), {
      messageId: 'objects',
      data: { found: 'arn:aws:s3:::uploads/*' },
    }),
    marked(permission("‹!Sub 'arn:${AWS::Partition}:s3:::${Bucket}/in/*'›"), 'objects'),
    marked(permission("‹!Sub '${Bucket.Arn}/*'›"), { messageId: 'objects', data: { found: '…/*' } }),
    marked(permission("!If [Live, ‹'arn:aws:s3:::uploads/*'›, !GetAtt Bucket.Arn]"), 'objects'),
  ],
});
