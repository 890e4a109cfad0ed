import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileReader } from '../../src/files/reader.ts';
import { fileSizes } from '../../src/files/sizes.ts';
import { expand, lint } from '../../src/node.ts';
import { parse } from '../../src/parse/index.ts';
import { toYaml } from '../../src/report/yaml.ts';
import { expandForSnapshot } from '../../src/snapshots/expansion.ts';
import type { Form, Language, Starter } from '../../src/starters/index.ts';
import { isPublished, templateName } from '../../src/starters/index.ts';
import { folderWith } from '../cli/synth.ts';
import { forms, languages, projectFiles, starters } from './projects.ts';

const cases = starters.flatMap((starter) =>
  languages.map((language) => ({ id: starter.id, name: `${starter.id}-${language}`, starter, language })),
);

const inFolder = (starter: Starter, language: Language, form: Form) => {
  const files = projectFiles(starter, language, form);
  const folder = folderWith(Object.fromEntries(files));
  const path = templateName(form);
  return { template: files.get(path)!, options: { path, region: 'eu-central-1' }, folder, reader: fileReader(folder) };
};

/** Where the two forms cannot differ: what a compact spec stands for is a SAM template. */
const expanded = (starter: Starter, language: Language, form: Form) => {
  const { template, options, reader } = inFolder(starter, language, form);
  return expandForSnapshot(parse(template, options.path), { ...options, reader });
};

it('there is a starter for each of the usual architectures', () => {
  expect(starters.map(({ id }) => id)).toEqual([
    'canary-api',
    'container-image',
    'event-bus',
    'http-api',
    'queue-worker',
    'rest-api',
    'scheduled-job',
    'shared-layer',
    'state-machine',
    'stream-processor',
    'thumbnails',
    'websocket-chat',
  ]);
  for (const { title, summary, parts } of starters) {
    expect(title).toMatch(/^\S.{5,}[^.]$/);
    expect(summary).toMatch(/^[A-Z].+\.$/);
    expect(parts.length).toBeGreaterThan(1);
  }
});

describe.each(cases)('$name', ({ name, starter, language }) => {
  it.each(forms)('has no finding above info as %s', (form) => {
    const { template, options, folder, reader } = inFolder(starter, language, form);
    const { problems } = lint(template, { ...options, reader, sizes: fileSizes(folder, reader), now: 1_800_000_000 });
    expect(problems.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('expands as kept in snapshots, the same in both forms', async () => {
    const [spec, sam] = forms.map((form) => expanded(starter, language, form));
    expect(spec!.problems.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(sam!.template).toEqual(spec!.template);
    await expect(toYaml(spec!.template!)).toMatchFileSnapshot(join('../../snapshots/starters', `${name}.yaml`));
  });

  it('becomes CloudFormation that has no finding above info of its own', () => {
    const { folder, reader, options } = inFolder(starter, language, 'spec');
    const { template } = expand(readFileSync(join(folder, options.path)), { ...options, reader });
    expect(JSON.stringify(template)).not.toContain('AWS::Serverless');
    const { problems } = lint(JSON.stringify(template), {
      path: 'expanded.json',
      region: options.region,
      now: 1_800_000_000,
    });
    expect(problems.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('fills all its sources in', () => {
    for (const form of forms) {
      for (const [path, text] of projectFiles(starter, language, form)) {
        expect(path).not.toMatch(/\.hbs$|dot-|^(?:node|python)\//);
        expect(text.replaceAll('${{', '')).not.toContain('{{');
        if (path.endsWith('.json')) expect(() => JSON.parse(text)).not.toThrow();
      }
    }
  });

  it('has a README of about twenty lines, and all that a project needs', () => {
    const files = projectFiles(starter, language, 'spec');
    // Where synth is to be had takes seven lines.
    expect(files.get('README.md')!.split('\n').length).toBeLessThan(isPublished ? 28 : 35);
    for (const path of ['.gitignore', '.pre-commit-config.yaml', '.github/workflows/check.yml', 'synth.config.yaml'])
      expect([...files.keys()]).toContain(path);
  });
});

it('every snapshot belongs to a starter', () => {
  expect(readdirSync('snapshots/starters').sort()).toEqual(cases.map(({ name }) => `${name}.yaml`).sort());
});
