import { message } from '../model/problem.ts';
import { get, isTruthy, type JsonMap } from '../model/tree.ts';
import { loose, object, string } from '../schema/property.ts';

/** The shape of a file's place in S3 where it is not given as a URI. */
export const s3LocationShape = object({
  Bucket: loose(string, 'The bucket.', { required: true }),
  Key: loose(string, 'The key of the object.', { required: true }),
  Version: loose(string, 'The version of the object.'),
});

export const IncompleteLocation = message(
  'incomplete-s3-location',
  'error',
  (name: string, missing: readonly string[]) =>
    `'${name}' is a map without ${missing.map((part) => `'${part}'`).join(' and ')}; it must have 'Bucket' and 'Key'.`,
);
export const BadS3Uri = message(
  'invalid-s3-uri',
  'error',
  (name: string, found: string) =>
    `'${name}' is ${found}; it must be s3://bucket/key (with ?versionId=… if wanted) or a local path.`,
);

/** What a place in S3 lacks. */
export const missingParts = (location: JsonMap): string[] =>
  ['Bucket', 'Key'].filter((part) => !isTruthy(get(location, part)));
