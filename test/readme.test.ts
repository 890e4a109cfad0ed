import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { expand, lower } from '../src/index.ts';
import { rules } from '../src/lint/rules/index.ts';
import { toYaml } from '../src/report/yaml.ts';

const readme = readFileSync('README.md', 'utf8');

it('the example of the library does what its comments say', () => {
  const [, example] = /```js\n([\s\S]*?)```/.exec(readme)!;
  const file = 'readme-example.tmp.mjs';
  writeFileSync(file, example!);
  try {
    const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe([...example!.matchAll(/\); \/\/ (.*)$/gm)].map(([, told]) => `${told}\n`).join(''));
  } finally {
    rmSync(file);
  }
});

it('links lead somewhere, and commands are those of package.json', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path!);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name!);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

it('the example of a configuration names rules and options that there are', () => {
  const [, example] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(readme)!;
  const { rules: set, overrides } = parse(example!);
  const settings = Object.entries<{ options?: object }>({ ...set, ...overrides[0].rules });
  expect(settings.length).toBeGreaterThan(2);
  for (const [id, { options = {} }] of settings) {
    const rule = rules.find((each) => each.id === id);
    expect(Object.keys(rule!.options ?? {})).toEqual(expect.arrayContaining(Object.keys(options)));
  }
});

it('the compact spec at the head expands, and the table says how many lines there are', () => {
  const [, example] = /```yaml\n# synth\.yaml\n([\s\S]*?)```/.exec(readme)!;
  const files = { kind: () => 'directory' as const, text: () => undefined, fingerprint: () => 'x' };
  const counted = (spec: string, sam: string): string => {
    const { template, problems } = expand(spec, { reader: files });
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    return [spec, sam, toYaml(template!)].map(linesOf).join(' | ');
  };
  const orders = ['synth.yaml', 'template.yaml'].map((name) => readFileSync(`templates/orders/${name}`, 'utf8'));
  const { text: sam } = lower(example!);
  expect(readme).toContain(`| the file above | ${counted(example!, sam!)} |`);
  expect(readme).toContain(`| the example in \`templates/orders\` | ${counted(orders[0]!, orders[1]!)} |`);
});

const linesOf = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;

it('the globs for lefthook take in templates at the top of a repository and below it', () => {
  const [, example] = /```yaml\n(pre-commit:\n {2}commands:[\s\S]*?)```/.exec(readme)!;
  const globs: string[] = parse(example!)['pre-commit'].commands.synth.glob;
  // Its default matcher takes `**` for any text, so that `**/` asks for a slash.
  const patterns = globs.map(
    (glob) =>
      new RegExp(
        `^${glob
          .replaceAll('.', '\\.')
          .replaceAll('**', '.*')
          .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)}$`,
      ),
  );
  const matched = [
    'template.yaml',
    'synth.yml',
    'svc/template.json',
    'a/b/synth.yaml',
    'note.yaml',
    'svc/note.yaml',
  ].filter((file) => patterns.some((pattern) => pattern.test(file)));
  expect(matched).toEqual(['template.yaml', 'synth.yml', 'svc/template.json', 'a/b/synth.yaml']);
});
