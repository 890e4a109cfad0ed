import { neverPackaged } from '../src/files/ignore.ts';
import { type Contents, type Form, packagedProperties } from '../src/packaging/properties.ts';
import { markedTables } from './marked-tables.ts';

const holds: Readonly<Record<Contents, string>> = {
  archive: 'code: a folder or a file, as an archive',
  bundle: 'a folder as an archive, or a file',
  file: 'a file',
  openapi: 'an OpenAPI document',
  template: 'a template, expanded',
  image: 'the folder `DockerContext` of its `Metadata`, as an image',
};

const forms: Readonly<Record<Form, string>> = {
  'Bucket/Key': '`{Bucket, Key}`',
  'S3Bucket/S3Key': '`{S3Bucket, S3Key}`',
  's3://': '`s3://bucket/key`',
  'https://': '`https://s3.region.suffix/bucket/key`',
  'registry/repository:tag': '`registry/repository:tag`',
};

const tables: Readonly<Record<string, () => string[]>> = {
  packaged: () => [
    '| type | property | what it names | what it becomes |',
    '|---|---|---|---|',
    ...packagedProperties.map(
      ({ type, path, holds: what, form }) =>
        `| \`${type}\` | \`${path.join('.')}\` | ${holds[what]} | ${forms[form]} |`,
    ),
  ],
  ignored: () => [neverPackaged.map((name) => `\`${name}\``).join(', ')],
};

/** A page with its tables written anew, each between its two marks. */
export const withTables = (page: string): string => markedTables(page, tables);
