const isAction = (text: string): boolean => /^s3:[A-Za-z]+$/.test(text);

/** Whether an action of S3 is on the bucket itself, such as `s3:ListBucket`. */
export const isOfBucket = (action: string): boolean => isAction(action) && action.includes('Bucket');

/** Whether an action of S3 is on the objects of a bucket, such as `s3:GetObject`. */
export const isOfObjects = (action: string): boolean =>
  isAction(action) && action.includes('Object') && !action.includes('Bucket');
