import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileReader } from '../../src/files/reader.ts';
import { expand } from '../../src/index.ts';

const names = readdirSync('templates')
  .filter((name) => existsSync(join('templates', name, 'template.yaml')))
  .sort();

it.each(names)(
  '%s expands as kept in snapshots; `npm run snapshots` takes over what changed on purpose',
  async (name) => {
    const folder = join('templates', name);
    const path = join(folder, 'template.yaml');
    const { template, problems } = expand(readFileSync(path), { path, reader: fileReader(folder) });
    expect(problems).toEqual([]);
    await expect(`${JSON.stringify(template, null, 2)}\n`).toMatchFileSnapshot(join('../../snapshots', `${name}.json`));
  },
);

it('every snapshot belongs to a template', () => {
  expect(readdirSync('snapshots').sort()).toEqual(names.map((name) => `${name}.json`));
});
