/** A location in S3 taken apart. */
export interface S3Location {
  readonly bucket: string;
  readonly key: string;
  readonly version: string | undefined;
}

/** Reads `s3://bucket/key` with an optional `?versionId=…`; undefined for anything else. */
export const parseS3Uri = (uri: string): S3Location | undefined => {
  const match = /^s3:\/\/([^/?#[\]]+)\/+([^?#]*)(?:\?([^#]*))?(?:#.*)?$/is.exec(uri);
  if (!match) return undefined;
  const [, bucket, key, query] = match as unknown as [string, string, string, string | undefined];
  return { bucket, key, version: versionOf(query ?? '') };
};

/** The `versionId` of a query; one given twice, or empty, does not count. */
const versionOf = (query: string): string | undefined => {
  const versions = new URLSearchParams(query).getAll('versionId').filter((version) => version !== '');
  return versions.length === 1 ? versions[0] : undefined;
};

/** True for texts that name a place by a scheme: `https://…`, `s3://…`. */
export const hasScheme = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
