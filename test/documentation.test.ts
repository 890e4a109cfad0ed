import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { withSettings } from '../scripts/config-table.ts';
import validate from '../src/cli/generated/validate-config.js';

const index = readFileSync('docs/README.md', 'utf8');
const configuration = readFileSync('docs/configuration.md', 'utf8');
const linksOf = (page: string): string[] => [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path!);

it('docs/README.md lists every page once, with what it is about', () => {
  const pages = readdirSync('docs', { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return entry.name === 'README.md' ? [] : [entry.name];
    return existsSync(join('docs', entry.name, 'README.md')) ? [`${entry.name}/README.md`] : [];
  });
  const rows = [...index.matchAll(/^\| \[[^\]]+\]\(([^)]+)\) \| \S.{20,} \|$/gm)].map(([, path]) => path!);
  expect(rows.toSorted()).toEqual(pages.toSorted());
});

it('links in docs lead somewhere', () => {
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
  const broken = pages.flatMap((page) =>
    linksOf(readFileSync(join('docs', page), 'utf8'))
      .filter((path) => !existsSync(join('docs', path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(broken).toEqual([]);
});

it('docs/configuration.md has the settings of the schema; `npm run config-docs` writes them', () => {
  expect(withSettings(configuration)).toBe(configuration);
  expect(withSettings(configuration.replace('| `preset` |', '| `presets` |'))).toBe(configuration);
  expect(configuration).not.toMatch(/\| +\|/);
});

it('the example of a configuration is valid', () => {
  const [, example] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(configuration)!;
  expect([validate(parse(example!)), validate.errors]).toEqual([true, null]);
});

it('docs/configuration.md names every environment variable that is read', () => {
  const sources = ['src', 'bin'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[tj]s$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const read = sources.flatMap((text) => [
    ...[...text.matchAll(/\{([^{}]*)\} = process\.env\b/g)].flatMap(([, names]) => names!.match(/[A-Z_]+/g)!),
    ...[...text.matchAll(/process\.env(?:\.|\[')([A-Z_]+)/g)].map(([, name]) => name!),
  ]);
  expect(read.length).toBeGreaterThan(5);
  const [, table] = /## Environment variables\n([\s\S]*?)\n## /.exec(configuration)!;
  expect([...new Set(table!.match(/`[A-Z_]{4,}`/g))].toSorted()).toEqual(
    [...new Set(read)].map((name) => `\`${name}\``).toSorted(),
  );
});
