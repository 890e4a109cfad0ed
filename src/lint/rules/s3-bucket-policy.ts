import type { Cause } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isMap, isString, type Json } from '../../model/tree.ts';
import { documentsOf, isConditional } from '../facts/policies/documents.ts';
import { isOfBucket, isOfObjects } from '../facts/policies/s3-actions.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { entryItems } from '../facts/templates/choices.ts';

type Part = 'bucket' | 'named bucket' | 'objects' | undefined;

/**
 * Whether a resource of a statement is a bucket of the template, a bucket that is named in a text, or what lies in one;
 * undefined where that is not known.
 */
const partOf = (value: Json, cx: RuleContext): Part => {
  if (cx.target(value)?.type === 'AWS::S3::Bucket' && attributeOf(value) === 'Arn') return 'bucket';
  const text = isString(value) ? value : get(value, 'Fn::Sub');
  if (!isString(text)) return undefined;
  if (/^(?:arn:[^:]+:s3:::[^/]+|\$\{[A-Za-z0-9]+\.Arn\})\//.test(text)) return 'objects';
  return /^arn:[^:]+:s3:::[^/*?]+$/.test(text) ? 'named bucket' : undefined;
};

/** Whether anybody may do what a statement allows. */
const isPublic = (statement: Json): boolean => {
  const principal = get(statement, 'Principal');
  return (
    get(statement, 'Effect') === 'Allow' &&
    (principal === '*' || get(principal, 'AWS') === '*') &&
    get(statement, 'NotPrincipal') === undefined &&
    !isConditional(statement)
  );
};

/** Whether a bucket of the template keeps public policies away, as new buckets do. */
const blocksPublic = (bucket: ResourceNode, cx: RuleContext): boolean => {
  const block = bucket.get('PublicAccessBlockConfiguration');
  if (block === undefined) return true;
  const value = isMap(block) ? cx.resolve(block['BlockPublicPolicy']) : undefined;
  return value === true || value === 'true';
};

export const s3BucketPolicy = defineRule({
  id: 's3-bucket-policy',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Bucket policy that S3 refuses',
  description:
    'S3 refuses a statement whose actions and resources do not go together: `s3:GetObject` is for objects (`arn:aws:s3:::bucket/*`), `s3:ListBucket` for the bucket itself; buckets of the template are looked at that a statement names by their `Arn`. A resource of another bucket is refused, and a policy that opens the bucket to anybody while the bucket blocks public policies, as every new bucket does unless `PublicAccessBlockConfiguration` says `BlockPublicPolicy: false`.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  macros: 'silent',
  messages: {
    objects: "'{action}' is for objects, and the statement names buckets only; add '/*' to the resource.",
    bucket: "'{action}' is for the bucket itself, and the statement names objects only; leave out '/*'.",
    other: "The policy is of '{bucket}', and the resource is in another bucket; name the bucket of the policy.",
    public:
      "The policy opens '{bucket}' to anybody, and the bucket blocks public policies; set 'PublicAccessBlockConfiguration: {BlockPublicPolicy: false, RestrictPublicBuckets: false}' if that is meant.",
  },
  example: {
    in: 'resources',
    fails: `
Files:
  Type: AWS::S3::Bucket
FilesPolicy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Files
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        Effect: Allow
        Principal: {AWS: 'arn:aws:iam::111122223333:root'}
        Action: s3:GetObject
        Resource: ‹!GetAtt Files.Arn›
`,
    passes: `
Files:
  Type: AWS::S3::Bucket
FilesPolicy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Files
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        Effect: Allow
        Principal: {AWS: 'arn:aws:iam::111122223333:root'}
        Action: s3:GetObject
        Resource: !Sub '\${Files.Arn}/*'
`,
  },
  on: ['AWS::S3::BucketPolicy'],
  check(policy, cx) {
    const bucket = cx.target(policy.get('Bucket'));
    const isBlocked = bucket?.type === 'AWS::S3::Bucket' && blocksPublic(bucket, cx);
    for (const statement of documentsOf(policy, cx).flatMap(({ statements }) => statements)) {
      const actions = entryItems(statement.value, 'Action', statement.at).map(({ value }) => value);
      const resources = entryItems(statement.value, 'Resource', statement.at);
      if (bucket?.type === 'AWS::S3::Bucket') {
        for (const { value, at } of resources) {
          if (isInOtherBucket(value, bucket, cx)) cx.report('other', at, { data: { bucket: bucket.id } });
        }
      }
      if (actions.length === 0 || !actions.every(isString)) continue;
      const parts = new Set(resources.map(({ value }) => partOf(value, cx)));
      if (!checkParts(actions, parts, resources[0]?.at, cx)) continue;
      const isEmpty = parts.size === 1 && parts.has('named bucket') && actions.every(isOfObjects);
      if (!isBlocked || isEmpty || !isPublic(statement.value)) continue;
      const at = cx.placeOf(statement.value, 'Principal');
      cx.report('public', at, { data: { bucket: bucket.id }, related: [bucket.at] });
    }
  },
});

/** Whether a resource of a statement is certainly not the bucket or what is in it. */
const isInOtherBucket = (value: Json, bucket: ResourceNode, cx: RuleContext): boolean => {
  const text = isString(value) ? value : get(value, 'Fn::Sub');
  const reference = isString(text)
    ? /^(?:arn:[^:]+:s3:::)?(\$\{[A-Za-z0-9]+(?:\.Arn)?\})(?:\/|$)/.exec(text)?.[1]
    : undefined;
  const named = reference === undefined ? cx.target(value) : cx.target({ 'Fn::Sub': reference });
  if (named) return named.type === 'AWS::S3::Bucket' && named !== bucket && !isSameName(named, bucket);
  const name = isString(value) ? /^arn:[^:]+:s3:::([^/*?${]+)(?:\/|$)/.exec(value)?.[1] : undefined;
  const own = bucket.get('BucketName');
  return name !== undefined && (own === undefined || (isString(own) && own !== name && !own.includes('{')));
};

/** Whether two resources, of which conditions leave one, can be the same bucket. */
const isSameName = (one: ResourceNode, other: ResourceNode): boolean =>
  'Condition' in one.body ||
  'Condition' in other.body ||
  (one.get('BucketName') !== undefined &&
    JSON.stringify(one.get('BucketName')) === JSON.stringify(other.get('BucketName')));

/** Whether the actions and the resources of a statement go together, as far as that is known. */
const checkParts = (
  actions: readonly string[],
  parts: ReadonlySet<Part>,
  at: Cause | undefined,
  cx: RuleContext,
): boolean => {
  if (parts.size !== 1) return true;
  const data = { action: actions[0]! };
  if (parts.has('bucket') && actions.every(isOfObjects)) cx.report('objects', at, { data });
  else if (parts.has('objects') && actions.every(isOfBucket)) cx.report('bucket', at, { data });
  else return true;
  return false;
};
