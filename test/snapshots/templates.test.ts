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
  expect(
    readdirSync('snapshots')
      .filter((name) => name !== 'starters')
      .sort(),
  ).toEqual(names.map((name) => `${name}.json`));
});

it('the compact spec of orders becomes the same, in at most 45 % of the lines of SAM', () => {
  const lines = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;
  const folder = 'templates/orders';
  const [sam, compact] = ['template.yaml', 'synth.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'));
  const { template, problems } = expand(compact!, { path: 'synth.yaml', reader: fileReader(folder) });
  expect(problems).toEqual([]);
  const { Metadata: _, ...plain } = JSON.parse(readFileSync('snapshots/orders.json', 'utf8'));
  expect(template).toEqual(plain);
  expect(lines(compact!)).toBeLessThanOrEqual(0.45 * lines(sam!));
});
