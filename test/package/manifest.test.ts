import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

it('the package has no dependencies: what it needs is bundled', () => {
  expect(manifest.dependencies).toBeUndefined();
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
