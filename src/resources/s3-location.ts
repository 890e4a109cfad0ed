import { type Message, message } from '../model/problem.ts';
import { get, isIntrinsic, isTruthy, type JsonMap } from '../model/tree.ts';
import { loose, object, string } from '../schema/property.ts';

/** The shape of a file's place in S3 where it is not given as a URI. */
export const s3LocationShape = object({
  Bucket: loose(string, 'The bucket.', { required: true }),
  Key: loose(string, 'The key of the object.', { required: true }),
  Version: loose(string, 'The version of the object.'),
});

const IncompleteLocation = message(
  'incomplete-s3-location',
  'error',
  (name: string, missing: readonly string[]) =>
    `'${name}' is a map without ${missing.map((part) => `'${part}'`).join(' and ')}; it must have 'Bucket' and 'Key'.`,
);
const FunctionForLocation = message(
  'wrong-type',
  'error',
  (name: string) =>
    `'${name}' is an intrinsic function that is not resolved before the deployment; it must be s3://bucket/key, a local path, or a map with 'Bucket' and 'Key', whose values may be functions.`,
);
export const BadS3Uri = message(
  'invalid-s3-uri',
  'error',
  (name: string, found: string) =>
    `'${name}' is ${found}; it must be s3://bucket/key (optionally with ?versionId=…) or a local path.`,
);

/** What is wrong with a place in S3 that is given as a map; undefined where it has what it needs. */
export const locationFault = (name: string, location: JsonMap): Message | undefined => {
  if (isIntrinsic(location)) return FunctionForLocation(name);
  const missing = ['Bucket', 'Key'].filter((part) => !isTruthy(get(location, part)));
  return missing.length > 0 ? IncompleteLocation(name, missing) : undefined;
};
