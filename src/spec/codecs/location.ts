import { isString } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';
import { property } from '../language/key.ts';
import { withGaps } from './functions.ts';
import { readText, writeGaps } from './gaps.ts';
import { record, scalarOr } from './records.ts';
import { text } from './scalars.ts';
import { wrong } from './wrong.ts';

/** A local file or folder, or a place in S3. Local paths count from the folder of the file that they stand in. */
const path: Codec = withGaps({
  says: "a path, or 's3://bucket/key'",
  schema: () => ({ type: 'string' }),
  read: (spot, cx) => {
    const value = readText(spot, cx);
    if (value === undefined)
      return spot.text === undefined ? wrong(spot, "a path, or 's3://bucket/key'", cx) : undefined;
    return isString(value) ? cx.rebase(value, spot) : value;
  },
  write: (value, cx) => (isString(value) ? writeGaps(value, cx) : undefined),
});

/** The place of code, of a definition or a template. */
export const location: Codec = scalarOr(
  path,
  record('a place in S3', [
    property('bucket', 'Bucket', text, 'The bucket.', 'artifacts'),
    property('key', 'Key', text, 'The key in it.', 'orders/place-order.zip'),
    property('version', 'Version', text, 'The version of the object.', 'mF4uX'),
  ]),
);
