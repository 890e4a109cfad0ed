import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sub } from '../model/intrinsics.ts';
import type { Cause } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import type { Json } from '../model/tree.ts';
import type { Report } from '../schema/check.ts';
import type { ExpandOptions } from './options.ts';

const NoSuchPath = message('path-not-found', 'error', (path: string) => `There is no file or folder '${path}'.`);
const NotBuilt = message(
  'path-not-found',
  'warning',
  (path: string) => `There is no file or folder '${path}'; it must be there when the template is deployed.`,
);
const NotLooked = message(
  'local-path-not-read',
  'info',
  (path: string) =>
    `'${path}' was not looked at; its key is made from the path's text and stays the same when the code changes.`,
);

/** The bucket that `cdk bootstrap` makes in every account and region. */
const bootstrapBucket = 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}';

/** Where a local file or folder will be in S3: named by its contents, so that the same code gives the same template. */
export const artifactFor = (
  path: string,
  { reader, artifacts, beforeBuild }: ExpandOptions,
  at: Cause | undefined,
  report: Report,
): { bucket: Json; key: string } => {
  let name: string;
  if (reader === undefined) {
    report(NotLooked(path), at);
    name = bytesToHex(sha256(utf8ToBytes(path)));
  } else {
    const fingerprint = reader.fingerprint(path);
    if (fingerprint === undefined) report(beforeBuild ? NotBuilt(path) : NoSuchPath(path), at);
    name = fingerprint ?? '';
  }
  const prefix = artifacts?.prefix === undefined || artifacts.prefix === '' ? '' : `${artifacts.prefix}/`;
  return { bucket: artifacts?.bucket ?? sub(bootstrapBucket), key: `${prefix}${name}` };
};
