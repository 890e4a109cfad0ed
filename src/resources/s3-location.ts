import { loose, object, string } from '../schema/property.ts';

/** The shape of a file's place in S3 where it is not given as a URI. */
export const s3LocationShape = object({
  Bucket: loose(string, 'The bucket.', { required: true }),
  Key: loose(string, 'The key of the object.', { required: true }),
  Version: loose(string, 'The version of the object.'),
});
