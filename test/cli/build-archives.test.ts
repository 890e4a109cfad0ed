import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWith, type Run, synth } from './synth.ts';

const template = (code: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {CodeUri: ${code}, Handler: index.handler, Runtime: nodejs22.x}}
`;
const zip = (files: Zippable): Uint8Array => zipSync(files);
const one = zip({ 'index.js': new Uint8Array(5) });
const project = (code: string, files: Readonly<Record<string, string | Uint8Array>>): string =>
  folderWith({ 'template.yaml': template(code), ...files });
const build = (folder: string, ...args: string[]): Run => synth(folder, ['build', '--stack-name', 's', ...args]);

describe('a ready archive', () => {
  it('is packaged as it is, with the sizes that its directory says', () => {
    const folder = project('code.zip', { 'code.zip': one });
    const { out, err, code } = build(folder, '--format', 'json');
    expect([err, code]).toEqual(['', 0]);
    const [file] = JSON.parse(out).files;
    expect(file).toMatchObject({ path: 'code.zip', entries: 1, unpacked: 5, bytes: one.length });
    expect(readFileSync(join(folder, 'synth.out', file.file))).toEqual(Buffer.from(one));
    // Taken over from the earlier output.
    expect(JSON.parse(build(folder, '--format', 'json').out).files[0]).toEqual(file);
    expect(build(folder).out).toContain('5 bytes unpacked');
  });

  it('is held against the limit of Lambda', () => {
    const large = zip(Object.fromEntries([1, 2, 3].map((at) => [`f${at}`, new Uint8Array(100_000_000)])));
    const { err, code } = build(project('code.jar', { 'code.jar': large }));
    expect(err).toContain("error package-too-large 'code.jar' has 300000000 bytes unpacked");
    expect(code).toBe(1);
  });

  it('is reported where it leads out of its folder', () => {
    const folder = project('code.zip', { 'code.zip': zip({ '../a': one, '/b': one, c: one }) });
    for (const _ of ['packaged', 'taken over']) {
      const { err, code } = build(folder);
      expect(err).toContain(
        "template.yaml:3:62 warning archive-path-outside The archive 'code.zip' has the entry '../a' and 1 more outside the folder",
      );
      expect(code).toBe(0);
    }
  });

  it.each(['code.zip', 'code.jar'])('is no %s that only has the name', (name) => {
    const folder = project(name, { [name]: one.subarray(0, 40) });
    for (const args of [['build'], ['lint'], ['expand']]) {
      const { out, err, code } = synth(folder, args);
      expect(out + err).toContain(
        `error path-not-readable '${name}' cannot be read: it is not a complete ZIP archive.`,
      );
      expect(code).toBe(1);
    }
  });
});

describe('what a build would find in archives', () => {
  const large = zip(Object.fromEntries([1, 2, 3].map((at) => [`f${at}`, new Uint8Array(100_000_000)])));

  it.each<[string, Zippable | Uint8Array, string, number]>([
    ['leads out', { '../a': one, c: one }, 'warning archive-path-outside The archive', 0],
    ['is too large', large, "error package-too-large 'code.zip' has 300000000 bytes unpacked", 1],
  ])('is said before: one that %s', (_, files, message, status) => {
    const folder = project('code.zip', { 'code.zip': files instanceof Uint8Array ? files : zip(files) });
    const { out, err, code } = build(folder, '--dry-run');
    expect(err).toContain(`template.yaml:3:62 ${message}`);
    expect([out, code]).toEqual([expect.stringContaining('code.zip'), status]);
    expect(build(folder)).toMatchObject({ err: expect.stringContaining(message), code: status });
  });

  it.each<[string, Zippable, string]>([
    ['leads out', { '../a': one, c: one }, 'warning archive-path-outside The archive'],
    ['has no files', {}, "error archive-empty 'code.zip' has no files to package"],
  ])('is said when it is linted and expanded: one that %s', (_, files, message) => {
    const folder = project('code.zip', { 'code.zip': zip(files) });
    expect(synth(folder, ['lint']).out).toContain(`template.yaml:3:62 ${message}`);
    expect(synth(folder, ['expand']).err).toContain(`template.yaml:3:62 ${message}`);
    expect(build(folder, '--dry-run').err.split(message)).toHaveLength(2);
  });

  it('is said before of a folder without files', () => {
    const folder = project('src', { 'src/.synthignore': '*\n' });
    const { err, code } = build(folder, '--dry-run');
    expect([err, code]).toEqual([expect.stringContaining("error archive-empty 'src' has no files to package"), 1]);
  });
});

describe('an archive without files', () => {
  const told = 'error archive-empty';

  it.each([
    ['an empty folder', 'code', { 'code/.synthignore': '' }],
    ['a folder of which nothing counts', 'code', { 'code/.synthignore': '*', 'code/index.js': '1' }],
    ['a ready archive', 'code.zip', { 'code.zip': zip({}) }],
    ['a ready archive of folders', 'code.zip', { 'code.zip': zip({ 'a/': new Uint8Array(0) }) }],
  ])('is an error of code: %s', (_, path, files) => {
    const { err, code } = build(project(path, files));
    expect(err).toContain(`${told} '${path}' has no files to package, and Lambda refuses an empty archive.`);
    expect(code).toBe(1);
  });

  it('is a warning elsewhere', () => {
    const text =
      'Resources: {R: {Type: AWS::CodeCommit::Repository, Properties: {RepositoryName: r, Code: {S3: code}}}}';
    const { err, code } = build(folderWith({ 'template.yaml': text, 'code/.synthignore': '' }));
    expect(err).toContain("warning archive-empty 'code' has no files to package.");
    expect(code).toBe(0);
  });
});

it('a path with a null character is named without one, and without folders of this machine', () => {
  const { err, code } = build(project('"src\\0x"', {}));
  expect(err).toContain("path-not-readable 'src\ufffdx' cannot be read: its path has a null character.\n");
  expect(err).not.toMatch(/\0|\/tmp/);
  expect(code).toBe(1);
});

it('an output is out of date with a file that is not part of it', () => {
  const folder = project('code', { 'code/index.js': '1' });
  build(folder);
  expect(build(folder, '--check')).toMatchObject({ out: 'synth.out is up to date.\n', code: 0 });
  for (const name of ['assets/extra', 'extra', 'images/a/b']) {
    const out = join(folder, 'synth.out', name);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, '');
    expect(build(folder, '--check')).toEqual({
      out: `synth.out is out of date: ${name} is not part of it. Run synth build.\n`,
      err: '',
      code: 1,
    });
    rmSync(out);
  }
  // Left there by the CDK CLI and by file managers.
  for (const name of ['read.1.1.lock', '.DS_Store']) writeFileSync(join(folder, 'synth.out', name), '');
  expect(build(folder, '--check').code).toBe(0);
});
