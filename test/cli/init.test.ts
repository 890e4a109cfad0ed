import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { isPublished } from '../../src/starters/published.ts';
import { folderWith, synth } from './synth.ts';

const { version } = packageJson;

const empty = (): string => folderWith({});

describe('synth init', () => {
  it('lists the starters', () => {
    const { out, code } = synth(empty(), ['init', '--list']);
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(13);
    expect(out).toMatch(/^http-api +HTTP API with a table$/m);
  });

  it('writes a project that lints, and says what comes next', () => {
    const folder = empty();
    const { out, err, code } = synth(folder, ['init', 'http-api', 'orders']);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('created     synth.yaml');
    expect(out).toContain('Next:\n  cd orders\n  npm install');
    expect(out).toContain('\n  npm test\n');
    const project = join(folder, 'orders');
    expect(synth(project, ['lint'])).toMatchObject({ out: '', code: 0 });
    expect(synth(project, ['snapshot', '--check'])).toEqual({ out: '1 snapshot matches.\n', err: '', code: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'orders/package.json'), 'utf8')).name).toBe('orders');
  });

  it('takes runtime, form, name and region', () => {
    const folder = empty();
    const options = ['--runtime', 'python3.12', '--format', 'sam', '--name', 'jobs', '--region', 'eu-west-1'];
    const { out, code } = synth(folder, ['init', 'queue-worker', ...options]);
    expect(code).toBe(0);
    expect(out).toContain('python3 -m unittest');
    const text = (path: string): string => readFileSync(join(folder, 'jobs', path), 'utf8');
    expect(text('template.yaml')).toContain('python3.12');
    expect(text('template.yaml')).toContain('AWS::Serverless-2016-10-31');
    expect(text('README.md')).toMatch(/^# jobs\n/);
    expect(text('synth.config.yaml')).toContain('region: eu-west-1');
    expect(text('.gitignore')).toContain('__pycache__/');
  });

  it('takes the usual starter where it shall not ask', () => {
    const folder = empty();
    expect(synth(folder, ['init', '--yes']).code).toBe(0);
    expect(existsSync(join(folder, 'http-api/synth.yaml'))).toBe(true);
  });

  it('writes into this folder, also where it holds a repository', () => {
    const folder = empty();
    mkdirSync(join(folder, '.git'));
    const { out, code } = synth(folder, ['init', 'http-api', '.']);
    expect(code).toBe(0);
    expect(out).not.toContain('cd ');
    expect(existsSync(join(folder, 'synth.yaml'))).toBe(true);
  });

  it('does not take an empty name for the current folder', () => {
    const folder = folderWith({ 'README.md': 'mine' });
    const { err, code } = synth(folder, ['init', 'http-api', '', '-y']);
    expect(err).toBe("synth: The name of the folder is empty.\nWrite '.' for the current folder.\n");
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('mine');
  });

  it('leaves a folder alone that is not empty', () => {
    const folder = folderWith({ 'orders/README.md': 'mine', 'orders/a': '', 'orders/b': '' });
    const { err, code } = synth(folder, ['init', 'http-api', 'orders']);
    expect(code).toBe(2);
    expect(err).toBe(
      "synth: The folder 'orders' is not empty: it holds 'README.md', 'a' and 1 more.\n" +
        "Name another folder, or write into this one with '--force'; files of the same name are overwritten then.\n",
    );
    expect(existsSync(join(folder, 'orders/synth.yaml'))).toBe(false);
    expect(readFileSync(join(folder, 'orders/README.md'), 'utf8')).toBe('mine');
  });

  it('does not read what is not a regular file, where it is forced to', () => {
    const folder = folderWith({ 'orders/x': '' });
    symlinkSync('/dev/zero', join(folder, 'orders/README.md'));
    expect(synth(folder, ['init', 'http-api', 'orders', '--force'])).toMatchObject({
      err: "synth: 'orders/README.md' cannot be overwritten: it is not a regular file.\nMove or remove it first.\n",
      code: 2,
    });
  });

  it('says what it overwrites where it is forced to, and keeps what is the same', () => {
    const folder = folderWith({ 'orders/README.md': 'mine', 'orders/mine.txt': 'mine' });
    const { out, code } = synth(folder, ['init', 'http-api', 'orders', '--force']);
    expect(code).toBe(0);
    expect(out).toContain('overwritten README.md');
    expect(readFileSync(join(folder, 'orders/mine.txt'), 'utf8')).toBe('mine');
    const again = synth(folder, ['init', 'http-api', 'orders', '--force']).out;
    expect(again).toContain('unchanged   README.md');
    expect(again).not.toMatch(/created|overwritten/);
  });

  it('does not write through a link that leads out of the folder', () => {
    const folder = folderWith({ 'other/README.md': 'mine', 'orders/a': '' });
    symlinkSync('../other/README.md', join(folder, 'orders/README.md'));
    const { err, code } = synth(folder, ['init', 'http-api', 'orders', '--force']);
    expect(code).toBe(2);
    expect(err).toContain("'orders/README.md' leads out of the folder 'orders'");
    expect(readFileSync(join(folder, 'other/README.md'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'orders/synth.yaml'))).toBe(false);
  });

  it('does not write through a link to another file of the folder', () => {
    const folder = folderWith({ 'orders/synth.yaml': 'mine' });
    symlinkSync('synth.yaml', join(folder, 'orders/README.md'));
    expect(synth(folder, ['init', 'http-api', 'orders', '--force'])).toEqual({
      out: '',
      err: "synth: 'orders/README.md' is a link to 'orders/synth.yaml'.\nRemove the link first.\n",
      code: 2,
    });
    expect(readFileSync(join(folder, 'orders/synth.yaml'), 'utf8')).toBe('mine');
  });

  it.skipIf(process.platform !== 'linux').each(['/proc/orders', '/proc/orders/api', '/sys/orders'])(
    'ends where no folder can be made: %s',
    (target) => {
      const { err, code } = synth(empty(), ['init', 'http-api', target], '', {}, 20_000);
      expect(err).toMatch(
        /^synth: '\/(?:proc|sys)\/orders\/.*' cannot be written: (?:no folder can be made there|not permitted|permission denied|the file system is read-only)\.\nThe folder is as it was before\.\n$/,
      );
      expect(code).toBe(2);
    },
  );

  it('refuses a file in the place of the folder', () => {
    const folder = empty();
    writeFileSync(join(folder, 'orders'), '');
    const { err, code } = synth(folder, ['init', 'http-api', 'orders']);
    expect(code).toBe(2);
    expect(err).toBe("synth: 'orders' is a file, so no project can be written into it.\nName a folder.\n");
    expect(synth(folder, ['init', 'http-api', 'orders/api'])).toEqual({
      out: '',
      err: "synth: The project cannot be written to 'orders/api': 'orders' is not a folder.\n",
      code: 2,
    });
  });

  it.each(['src', 'snapshots', '.github'])('writes nothing where a file %s stands in place of a folder', (name) => {
    const folder = folderWith({ [`orders/${name}`]: '' });
    expect(synth(folder, ['init', 'http-api', 'orders', '--force'])).toEqual({
      out: '',
      err:
        `synth: 'orders/${name}' is a file, but the project has a folder of this name.\n` +
        'Move or remove the file first.\n',
      code: 2,
    });
    expect(readdirSync(join(folder, 'orders'))).toEqual([name]);
  });

  it('refuses a name that no file system takes', () => {
    const { err, code } = synth(empty(), ['init', 'http-api', 'a'.repeat(300)]);
    expect(err).toMatch(/^synth: The project cannot be written to 'a+': its name is too long\.\n$/);
    expect(code).toBe(2);
  });

  it.each([
    ['nodejs22.x', 'npx sam-synth'],
    ['python3.13', isPublished ? `npx --yes sam-synth@${version}` : 'npx --no sam-synth'],
  ])('names one command everywhere in a project for %s', (runtime, command) => {
    const folder = empty();
    const { out } = synth(folder, ['init', 'http-api', 'p', '--runtime', runtime]);
    const text = (path: string): string => readFileSync(join(folder, 'p', path), 'utf8');
    expect(out).toContain(`\n  ${command} lint\n  ${command} snapshot --check\n`);
    expect(text('.pre-commit-config.yaml')).toContain(`entry: ${command} lint\n`);
    expect(text('.pre-commit-config.yaml')).toContain(`entry: ${command} snapshot --check\n`);
    expect(text('.github/workflows/check.yml')).toContain(`run: ${command} lint --format sarif`);
    expect(text('README.md')).toContain(`| \`${command} lint\` |`);
    const all = [out, ...['.pre-commit-config.yaml', '.github/workflows/check.yml', 'README.md'].map(text)].join('\n');
    const calls = [...all.matchAll(/npx [^|\n`]*?(?:synth|sam-synth)(?:@[\d.]+)?(?=[ `\n])/g)].map(([call]) => call);
    expect(new Set(calls)).toEqual(new Set([command]));
  });

  it.each([
    ['nodejs22.x', `npm install --save-dev ./sam-synth-${version}.tgz`],
    ['python3.13', `npm install --no-save ./sam-synth-${version}.tgz`],
  ])("says where synth comes from while npm's registry does not have it: %s", (runtime, install) => {
    const folder = empty();
    const { out } = synth(folder, ['init', 'http-api', 'p', '--runtime', runtime]);
    const text = (path: string): string => readFileSync(join(folder, 'p', path), 'utf8');
    const [, firstBlock] = /```\w*\n([^`]*)```/.exec(text('README.md')) ?? [];
    const told = `\nNext:\n  cd p\n  ${install}\n`;
    expect([
      firstBlock,
      out.includes(told),
      text('README.md').includes('not in npm'),
      out.includes('not in npm'),
    ]).toEqual(isPublished ? [undefined, false, false, false] : [`${install}\n`, true, true, true]);
    expect(text('.github/workflows/check.yml').includes(`run: ${install}\n`)).toBe(!isPublished);
  });

  it.each([
    ['my-', 'my'],
    ['--a.b_-.', 'a.b'],
    ['...', 'project'],
    ['Ordères', 'ord-res'],
  ])('names the package so that npm takes it: %s', (target, name) => {
    const folder = empty();
    expect(synth(folder, ['init', 'http-api', `./${target}`]).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, target, 'package.json'), 'utf8')).name).toBe(name);
  });

  it.each([
    [['init'], /No starter is named\.\ncanary-api /],
    [['init', 'http-apis'], /There is no starter 'http-apis'\. Did you mean 'http-api'\?/],
    [
      ['init', 'http-api', '--runtime', 'nodejs22'],
      /no starter for the runtime 'nodejs22'\. Did you mean 'nodejs22\.x'/,
    ],
    [['init', 'http-api', '--runtime', 'nodejs12.x'], /no starter for the runtime 'nodejs12\.x'/],
    [['init', 'http-api', '--name', '../up'], /'\.\.\/up' cannot be the name of a project/],
    [['init', 'http-api', '--name', 'orders-'], /'orders-' cannot be the name of a project.*\n.*begins and ends with/],
    [['init', 'http-api', '--format', 'cdk'], /It takes spec, sam\. See 'synth init --help'/],
    [['init', 'http-api', '--region', 'nowhere'], /'nowhere' is not a region/],
  ])('refuses %j', (args, message) => {
    const folder = empty();
    const { err, code } = synth(folder, args);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'http-api'))).toBe(false);
  });
});
