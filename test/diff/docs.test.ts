import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { synth } from '../cli/synth.ts';

const page = readFileSync('docs/diff.md', 'utf8');

it('links of docs/diff.md lead somewhere', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => `docs/${path}`);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

it('its recipes are YAML', () => {
  const recipes = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
  expect(recipes).toHaveLength(4);
  for (const recipe of recipes) {
    const documents = parseAllDocuments(recipe) as { readonly errors: readonly unknown[] }[];
    for (const { errors } of documents) expect(errors).toEqual([]);
  }
});

it.each(['diff', 'review'])('its commands have only options that synth %s has', (command) => {
  const { out } = synth('.', [command, '--help']);
  const lines = [...page.matchAll(new RegExp(`^.*\\bsynth ${command} .*$`, 'gm'))].map(
    ([line]) => line!.split('#')[0]!,
  );
  const options = new Set(lines.flatMap((line) => [...line.matchAll(/ (--[a-z-]+)/g)].map(([, name]) => name!)));
  expect(options.size).toBeGreaterThan(0);
  expect([...options].filter((name) => !out.includes(name))).toEqual([]);
});
