/** A location in S3 taken apart. */
export interface S3Location {
  readonly bucket: string;
  readonly key: string;
  readonly version: string | undefined;
}

/** Reads `s3://bucket/key` with an optional `?versionId=…`; undefined for anything else. */
export const parseS3Uri = (uri: string): S3Location | undefined => {
  const match = /^s3:\/\/([^/?#[\]]+)\/([^?#]+)(?:\?([^#]*))?(?:#.*)?$/i.exec(uri);
  if (!match) return undefined;
  const [, bucket, key, query] = match as unknown as [string, string, string, string | undefined];
  const version = query
    ?.split('&')
    .find((part) => part.startsWith('versionId='))
    ?.slice('versionId='.length);
  return { bucket, key, version };
};

/** True for texts that name a place by a scheme: `https://…`, `s3://…`. */
export const hasScheme = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
