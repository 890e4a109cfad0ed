const isAction = (text: string): boolean => /^s3:[A-Za-z]+$/.test(text);

/** Actions on objects that are called after the bucket of the copies, and on the account. */
const notOfBucket: ReadonlySet<string> = new Set(['s3:ObjectOwnerOverrideToBucketOwner', 's3:ListAllMyBuckets']);

/** Whether an action of S3 is on the bucket itself, such as `s3:ListBucket`. */
export const isOfBucket = (action: string): boolean =>
  isAction(action) && action.includes('Bucket') && !notOfBucket.has(action);

/** Whether an action of S3 is on the objects of a bucket, such as `s3:GetObject`. */
export const isOfObjects = (action: string): boolean =>
  isAction(action) && action.includes('Object') && !action.includes('Bucket');
