import type { Json } from '../../../model/tree.ts';

/** A `CodeUri` or `ContentUri` that names a local file or folder; undefined for URIs and maps. */
export const localPath = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && !/^[a-z][a-z0-9+.-]*:\/\//i.test(value) && !value.includes('{{resolve:')
    ? value
    : undefined;
