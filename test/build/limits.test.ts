import { expect, it } from 'vitest';
import { maximumBytes, maximumEntries } from '../../src/build/archive.ts';
import { layerFaults, sizeFault } from '../../src/build/limits.ts';
import type { ListedFile } from '../../src/build/manifest.ts';
import { type Packed, pack } from '../../src/build/pack.ts';
import type { PlannedFile } from '../../src/build/plan.ts';
import type { Artifact } from '../../src/model/artifact.ts';
import type { Output, Source } from '../../src/model/build-files.ts';
import type { ArchiveEntry } from '../../src/model/reader.ts';
import type { JsonMap } from '../../src/model/tree.ts';

const file = (name: string, logicalId: string, property: string): PlannedFile => ({
  name,
  made: 'archive',
  path: `src/${name}`,
  from: `src/${name}`,
  users: [{ logicalId, property, template: undefined, at: undefined } as Artifact],
});
const packed = (unpacked: number): Packed => ({ bytes: 1, sha256: '', entries: 1, unpacked });
const limit = 262_144_000;

it.each([
  [file('a', 'F', 'CodeUri'), limit, undefined],
  [file('a', 'F', 'CodeUri'), limit + 1, 'package-too-large'],
  [file('a', 'L', 'Content'), limit + 1, 'package-too-large'],
  [file('a', 'Repository', 'Code.S3'), limit + 1, undefined],
])('code is as large as Lambda takes it: %o with %i bytes', (planned, bytes, code) => {
  expect(sizeFault(planned, packed(bytes))?.code).toBe(code);
});

const template = (layers: readonly string[]): JsonMap => ({
  Resources: {
    F: {
      Type: 'AWS::Lambda::Function',
      Properties: { Code: { S3Bucket: 'b', S3Key: 'p/code' }, Layers: layers.map((Ref) => ({ Ref })) },
    },
    One: { Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Bucket: 'b', S3Key: 'p/one' } } },
    Two: { Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Bucket: 'b', S3Key: 'p/two' } } },
  },
});
const planned = [file('code', 'F', 'CodeUri'), file('one', 'One', 'ContentUri'), file('two', 'Two', 'ContentUri')];
const listed = (sizes: readonly number[]): ListedFile[] =>
  planned.map(({ name, path }, at) => ({ ...packed(sizes[at]!), name, path, file: '', made: 'archive', users: [] }));

it.each([
  [['One', 'Two'], [limit - 2, 1, 1], undefined],
  [
    ['One', 'Two'],
    [limit - 2, 1, 2],
    `'src/code' has ${limit + 1} bytes unpacked together with the layers 'src/one', 'src/two'`,
  ],
  [['One'], [limit, 1, 0], `'src/code' has ${limit + 1} bytes unpacked together with the layer 'src/one'`],
  [['Elsewhere'], [limit, 1, 1], undefined],
  [[], [limit, 1, 1], undefined],
  // That is said of the code alone.
  [['One'], [limit + 1, 1, 1], undefined],
])('a function counts with its layers %o: %o', (layers, sizes, text) => {
  const found = layerFaults(template(layers), planned, listed(sizes));
  expect(found.map(({ logicalId }) => logicalId)).toEqual(text === undefined ? [] : ['F']);
  if (text !== undefined) expect(found[0]!.text).toContain(text);
});

/** Packs entries that are only made up. */
const packing = (entries: Iterable<ArchiveEntry & { readonly bytes?: Uint8Array }>, digest = 'a') => {
  const source: Source = {
    archive: () => undefined,
    readFile: () => '',
    readEntries: async (_, visit) => {
      for (const entry of entries) await visit(entry, (take) => take(entry.bytes ?? new Uint8Array(0)));
      return digest;
    },
  };
  const output: Output = {
    reuse: () => false,
    link: () => undefined,
    write: async (_, fill) => {
      await fill(() => undefined);
      return { bytes: 0, sha256: '' };
    },
  };
  return pack(file('a', 'F', 'CodeUri'), { source, output }, () => undefined);
};
const emptyFiles = (count: number): ArchiveEntry[] =>
  Array.from({ length: count }, (_, at) => ({ path: `f${at}`, kind: 'file', size: 0 }));

it('an archive holds as many files as its form can', async () => {
  expect(await packing(emptyFiles(maximumEntries + 1))).toMatchObject({
    code: 'archive-too-large',
    text: expect.stringContaining('more than 65,535 files'),
  });
});

it('an archive holds no more bytes than its form can', async () => {
  // Its memory is only set aside: the size is looked at before the bytes.
  const huge = { path: 'f', kind: 'file', size: 9_000_000, bytes: new Uint8Array(maximumBytes + 1) } as const;
  expect(await packing([huge])).toMatchObject({
    code: 'archive-too-large',
    text: expect.stringContaining('more than 4 GB'),
  });
});

it('an archive whose files are others than those that gave it its name is refused', async () => {
  expect(await packing([], 'a')).toMatchObject({ entries: 0 });
  expect(await packing([], 'other')).toMatchObject({ code: 'file-changed' });
});
