import { defineRule } from '../../model/rule.ts';
import { isString } from '../../model/tree.ts';
import { scenariosOf } from '../facts/combinations/presence.ts';
import { ownWay } from '../facts/templates/ways.ts';

/** The ACLs that a bucket whose objects all belong to its owner refuses. */
const refused: ReadonlySet<string> = new Set([
  'AuthenticatedRead',
  'AwsExecRead',
  'LogDeliveryWrite',
  'PublicRead',
  'PublicReadWrite',
]);

export const s3AclOwnership = defineRule({
  id: 's3-acl-ownership',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'ACL of a bucket without ownership controls',
  description:
    'Since April 2023 the objects of a new bucket belong to its owner, and S3 refuses `AccessControl` other than `Private`: the bucket does not allow ACLs. Grant access with a bucket policy, or let objects keep their ACLs with `OwnershipControls`.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  macros: 'silent',
  messages: {
    refused:
      "New buckets take no ACLs, so '{acl}' is refused; use a bucket policy, or add 'OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerPreferred}]}'.",
  },
  example: {
    in: 'resources',
    fails: `
Logs:
  Type: AWS::S3::Bucket
  Properties:
    AccessControl: ‹LogDeliveryWrite›
`,
    passes: `
Logs:
  Type: AWS::S3::Bucket
  Properties:
    AccessControl: LogDeliveryWrite
    OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerPreferred}]}
`,
  },
  on: ['AWS::S3::Bucket'],
  check(bucket, cx) {
    const names = ['AccessControl', 'OwnershipControls'];
    for (const { present } of scenariosOf(bucket.properties, names, ownWay(bucket.body), cx)) {
      const acl = cx.resolve(present.get('AccessControl'));
      if (!isString(acl) || !refused.has(acl) || present.has('OwnershipControls')) continue;
      return cx.report('refused', bucket.place('AccessControl'), { data: { acl } });
    }
  },
});
