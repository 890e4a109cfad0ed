import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isPublished } from '../../src/starters/published.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

it('the package has no dependencies: what it needs is bundled', () => {
  expect(manifest.dependencies).toBeUndefined();
});

it('the changelog and the projects of synth init agree on whether this version is published', () => {
  const [, date] = new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')} \\((.*)\\)$`, 'm').exec(
    readFileSync('CHANGELOG.md', 'utf8'),
  )!;
  expect(date !== 'not published yet').toBe(isPublished);
});

it('the version is the same wherever it is written', () => {
  const hooks = readFileSync('.pre-commit-hooks.yaml', 'utf8');
  expect(hooks).toContain(`--package=sam-synth@${manifest.version} synth lint`);
  const versions = [...readFileSync('README.md', 'utf8').matchAll(/sam-synth@(\d[\w.-]*)/g)].map(
    ([, version]) => version,
  );
  expect(new Set(versions)).toEqual(new Set([manifest.version]));
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## ${manifest.version} `);
});
