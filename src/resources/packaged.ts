import { sub } from '../model/intrinsics.ts';
import type { Cause } from '../model/origin.ts';
import type { Context } from '../model/plugin.ts';
import { hasScheme } from '../model/s3.ts';
import { isString, type Json } from '../model/tree.ts';

/**
 * Where a local file will be once it is packaged; the value itself where it names no local file.
 * @param uri makes the URI of a bucket and a key; either may have `${…}` in it
 */
export const packaged = (
  cx: Pick<Context, 'pathKind' | 'artifact'>,
  value: Json,
  at: Cause | undefined,
  uri: (bucket: string, key: string) => string,
): Json => {
  if (!isString(value) || value === '' || hasScheme(value) || cx.pathKind(value) !== 'file') return value;
  const { bucket, key } = cx.artifact(value, at);
  if (!isString(bucket)) return sub(uri('${Bucket}', key), { Bucket: bucket });
  const text = uri(bucket, key);
  return text.includes('${') ? sub(text) : text;
};

/** The form `s3://bucket/key`. */
export const s3Uri = (bucket: string, key: string): string => `s3://${bucket}/${key}`;
