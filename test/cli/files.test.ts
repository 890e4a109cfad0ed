import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const template = 'Resources:\n  Topic: {Type: AWS::SNS::Topic}\n';
const spec = 'synth: 1\nqueues: {Jobs: {}}\n';

const project = () =>
  folderWith({
    'services/a/template.yaml': template,
    'services/b/synth.yaml': spec,
    'services/c/stack.json': '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}',
    'services/a/node_modules/x/template.yaml': template,
    'services/a/.aws-sam/build/template.yaml': template,
    'services/b/cdk.out/x.template.json': '{"Resources": {}}',
    'services/old/template.yaml': template,
    'package.json': '{"name": "x"}',
    'docker-compose.yml': 'services: {web: {image: x}}\n',
    '.github/workflows/check.yml': 'on: push\njobs: {}\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.gitignore': 'old/\n',
  });

/** The templates that a run works on. */
const taken = (folder: string, args: readonly string[], input = '') => {
  const { out, err, code } = synth(folder, ['expand', ...args, '--show-settings'], input);
  return { files: out.split('\n').filter((line) => /^\S/.test(line)), err, code };
};

describe('folders', () => {
  it('stand for the templates below, without what git ignores and what tools keep', () => {
    const { files, err, code } = taken(project(), ['.']);
    expect(files).toEqual(['services/a/template.yaml', 'services/b/synth.yaml', 'services/c/stack.json']);
    expect(err).toBe(
      'synth: passed over 3 files that are not templates: docker-compose.yml, package.json, .github/workflows/check.yml.\n',
    );
    expect(code).toBe(0);
  });

  it('take the rules of the .gitignore above them, up to the top of the repository', () => {
    expect(taken(project(), ['services']).files).toHaveLength(3);
    const outside = project();
    rmSync(join(outside, '.git'), { recursive: true });
    expect(taken(outside, ['services']).files).toHaveLength(4);
  });

  it('may be the same files twice, and are entered once where links make circles', () => {
    const folder = project();
    symlinkSync('..', join(folder, 'services/a/up'));
    expect(taken(folder, ['services', './services/a', 'services/a/template.yaml']).files).toHaveLength(3);
  });

  it('without a template are an error', () => {
    const folder = project();
    mkdirSync(join(folder, 'empty'));
    expect(taken(folder, ['empty'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("There is no template in the folder 'empty'.\n"),
    });
  });

  it.skipIf(process.platform === 'win32')('that cannot be read are reported, and do not stop the others', () => {
    const folder = folderWith({ 'a/template.yaml': template, 'locked/template.yaml': template });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'locked'), 0o000);
    for (const args of [['.'], ['*/template.yaml'], ['locked']]) {
      const { stderr, status } = spawnSync(process.execPath, [resolve('bin/synth.js'), 'lint', ...args], {
        cwd: folder,
        encoding: 'utf8',
        ...(process.getuid?.() === 0 && { uid: 65_534 }),
      });
      expect([args, stderr, status]).toEqual([
        args,
        "synth: The folder 'locked' cannot be read: permission denied.\n",
        2,
      ]);
    }
  });

  it('leave snapshots out', () => {
    const folder = project();
    synth(folder, ['snapshot', 'services']);
    const { files, err } = taken(folder, ['services']);
    expect(files).toHaveLength(3);
    expect(err).toBe('');
  });
});

describe('what is a template', () => {
  const of = (files: Record<string, string>, args = ['.']) => taken(folderWith(files), args).files;

  it('counts only keys at the top of an object of JSON', () => {
    const files = {
      'package-lock.json': JSON.stringify({ packages: { '': { bin: { synth: 'bin/synth.js' } } } }, null, 2),
      'package.json': JSON.stringify({ scripts: { synth: 'cdk synth' }, synth: '1.2' }, null, 2).replace('"1.2"', '{}'),
      'one-line.json': '{"bin": {"synth": 1}, "x": [{"Resources": {}}], "y": "\\"Resources\\":"}',
      'jobs.yaml': 'synth:\n  script: npx synth\n',
      'spec.json': '{\n  "queues": {"Resources": {}},\n  "synth": 1\n}',
      'sam.json': '{"Description": "a \\" {", "Resources" : {}}',
      'spec.yaml': "queues: {}\n'synth': 1\n",
    };
    expect(of(files)).toEqual(['sam.json', 'spec.json', 'spec.yaml']);
    const { err, code } = taken(folderWith(files), ['package-lock.json']);
    expect(err).toContain("'package-lock.json' is not a template: it is a file of npm.");
    expect(code).toBe(2);
  });

  it('is no other file that shows a template', () => {
    const files = {
      'README.md': `# Use\n${template}`,
      'a.test.ts': template,
      'template.yaml': template,
      'a.tpl': template,
    };
    expect(of(files, ['README.md', 'a.test.ts', 'template.yaml', '--skip-other-files'])).toEqual(['template.yaml']);
    expect(of(files, ['*'])).toEqual(['template.yaml']);
    expect(of(files, ['*.tpl'])).toEqual(['a.tpl']);
  });
});

describe('what is left out', () => {
  it('is named where nothing is left', () => {
    const folder = folderWith({ 'a.yaml': template, 'b.yaml': template });
    const told = "synth: '--ignore' leaves out every template: a.yaml";
    expect(taken(folder, ['a.yaml', '--ignore', '*.yaml'])).toEqual({ err: `${told}.\n`, files: [], code: 0 });
    expect(taken(folder, ['.', '--ignore', '*.yaml'])).toEqual({
      err: `${told}, b.yaml.\nChange the pattern, or add '--skip-other-files' to do nothing then.\n`,
      files: [],
      code: 2,
    });
    expect(taken(folder, ['.', '--ignore', '*.yaml', '--skip-other-files'])).toEqual({
      err: `${told}, b.yaml.\n`,
      files: [],
      code: 0,
    });
    expect(taken(folder, ['.', '--ignore', 'b.yaml'])).toMatchObject({ err: '', files: ['a.yaml'] });
  });

  it('is no configuration of synth or the SAM CLI that a pattern matches', () => {
    const files = {
      'a.yaml': template,
      'samconfig.yaml': 'version: 0.1\n',
      'synth.config.yaml': "templates: ['*.yaml']\n",
    };
    expect(taken(folderWith(files), [])).toEqual({ err: '', files: ['a.yaml'], code: 0 });
  });

  it('names the file that names a template which is not there', () => {
    const of = (name: string, text: string) => taken(folderWith({ [name]: text }), []);
    expect(of('synth.config.yaml', 'templates: [nothere.yaml]\n')).toMatchObject({
      code: 2,
      err: "synth: synth.config.yaml names the template 'nothere.yaml', but there is no such file.\n",
    });
    expect(of('samconfig.toml', '[default.deploy.parameters]\ntemplate_file = "x.yaml"\n').err).toContain(
      "samconfig.toml:2 [default.deploy.parameters] names the template 'x.yaml'",
    );
  });
});

describe('patterns', () => {
  it.each([
    ['services/*/template.yaml', ['services/a/template.yaml']],
    ['./services/*/template.yaml', ['services/a/template.yaml']],
    ['services/**/*.{yaml,json}', ['services/a/template.yaml', 'services/b/synth.yaml', 'services/c/stack.json']],
    ['**/s[a-z]*.json', ['services/c/stack.json']],
    ['services/!(a)/*.yaml', ['services/b/synth.yaml']],
    ['services/@(a|b)/*.yaml', ['services/a/template.yaml', 'services/b/synth.yaml']],
  ])('%s', (pattern, files) => {
    expect(taken(project(), [pattern])).toMatchObject({ files, code: 0 });
  });

  it('reach above the working folder', () => {
    expect(taken(join(project(), 'services/a'), ['../*/synth.yaml']).files).toEqual(['../b/synth.yaml']);
  });

  it('that match nothing are an error', () => {
    expect(taken(project(), ['nope/*.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('No template matches this pattern.'),
    });
    expect(taken(project(), ['*.json']).err).toContain('passed over a file that is not a template: package.json.');
  });

  it('are files where there is one of that name', () => {
    const folder = folderWith({ 'a[1].yaml': template, 'a1.yaml': template });
    expect(taken(folder, ['a[1].yaml']).files).toEqual(['a[1].yaml']);
  });
});

describe('a pattern', () => {
  const long = `${'a'.repeat(60)}.yaml`;

  it.each([
    ['stars', '*a*a*a*a*a*a*a*a*a*a*a*ab'],
    ['folders', `${'**/a*/'.repeat(40)}b`],
    ['ignored stars', '.', '--ignore', '*a*a*a*a*a*a*a*a*a*a*a*ab'],
  ])('takes no longer for many %s', (_, ...args) => {
    const folder = folderWith({ [long]: template, [`${'a/'.repeat(40)}${long}`]: template });
    const run = synth(folder, ['lint', ...args], '', {}, 10_000);
    expect(run.code).not.toBeNull();
  });

  it.each([
    ['{a,b}'.repeat(20), 'stands for more than 1000 patterns'],
    ['+(a|aa)*', 'has a group that is not supported'],
  ])('%s is refused', (pattern, text) => {
    expect(synth(folderWith({}), ['lint', pattern])).toMatchObject({ code: 2, err: expect.stringContaining(text) });
  });

  it('is refused where it is empty', () => {
    expect(synth(folderWith({ 'template.yaml': template }), ['lint', '.', '--ignore', ''])).toMatchObject({
      code: 2,
      err: "synth: '--ignore' is empty.\nGive it a pattern of files or folders.\n",
    });
  });
});

describe('--ignore', () => {
  it.each([
    [
      ['services', '--ignore', 'a'],
      ['services/b/synth.yaml', 'services/c/stack.json'],
    ],
    [['services', '--ignore', 'services/b', '--ignore', '*.json'], ['services/a/template.yaml']],
    [
      ['services', '--ignore', './services/b/'],
      ['services/a/template.yaml', 'services/c/stack.json'],
    ],
    [['services/a/template.yaml', 'services/b/synth.yaml', '--ignore', '**/a/**'], ['services/b/synth.yaml']],
  ])('%j', (args, files) => {
    expect(taken(project(), args).files).toEqual(files);
  });
});

describe('a file that is plainly no template', () => {
  it.each([
    ['package.json', '{"name": "x"}', 'a file of npm'],
    ['tsconfig.json', '{}', 'a configuration of TypeScript'],
    ['compose.yaml', 'services: {}', 'a Compose file'],
    ['stack.yml', 'version: "3"\nservices: {}', 'a Compose file'],
    ['check.yml', 'name: x\non: push\njobs: {}\n', 'a workflow of GitHub'],
    ['.gitlab-ci.yml', 'stages: []', 'a pipeline of GitLab'],
    ['api.yaml', 'openapi: 3.0.1\npaths: {}', 'an OpenAPI document'],
    ['api.json', '{\n  "swagger": "2.0"}', 'a Swagger document'],
    [
      'serverless.yml',
      'service: x\nprovider: {name: aws}\nresources:\n  Resources: {}',
      'a configuration of the Serverless',
    ],
    ['deploy.yaml', 'apiVersion: v1\nkind: Pod', 'a Kubernetes manifest'],
    ['machine.json', '{"StartAt": "A",\n "States": {}}', 'a state machine definition'],
    ['buildspec.yml', 'version: 0.2\nphases: {}', 'a build specification'],
    ['synth.config.yaml', 'preset: strict', 'a configuration of synth'],
    ['cdk.json', '{}', 'a configuration of the CDK'],
    ['.pre-commit-config.yaml', 'repos: []', 'a configuration of pre-commit'],
    ['samconfig.yaml', 'version: 0.1', 'a configuration of the SAM CLI'],
  ])('%s is refused where it is named', (name, text, kind) => {
    const folder = folderWith({ [name]: text, 'template.yaml': template });
    for (const command of ['expand', 'lint', 'snapshot']) {
      const { err, code } = synth(folder, [command, name]);
      expect(err).toContain(`'${name}' is not a template: it is ${kind}`);
      expect(code).toBe(2);
    }
    const hook = taken(folder, [name, 'template.yaml', '--skip-other-files']);
    expect(hook).toEqual({
      files: ['template.yaml'],
      err: `synth: passed over a file that is not a template: ${name}.\n`,
      code: 0,
    });
  });

  it('does not stop the others', () => {
    const folder = folderWith({ 'package.json': '{}', 'bad.yaml': 'Resources: {A: {Type: AWS::SNS::Topik}}' });
    const { out, err, code } = synth(folder, ['lint', 'package.json', 'bad.yaml']);
    expect(out).toContain('AWS::SNS::Topik');
    expect(err).toContain('package.json');
    expect(code).toBe(2);
  });

  it('may be all that a hook has', () => {
    const { out, err, code } = synth(project(), ['lint', '--skip-other-files', 'package.json']);
    expect([out, code]).toEqual(['', 0]);
    expect(err).toContain('package.json');
  });
});

describe('--stdin-path', () => {
  const broken = 'Resources:\n  A: {Type: AWS::Serverless::Function}\n';

  it('is what messages and settings take for the file', () => {
    const folder = folderWith({ 'a/synth.config.yaml': 'region: eu-west-1\n' });
    const { err, code } = synth(folder, ['--stdin-path', 'a/template.yaml'], broken);
    expect(err).toContain('a/template.yaml:2');
    expect(code).toBe(1);
    expect(synth(folder, ['lint', '--stdin-path', 'a/template.yaml', '-'], broken).out).toContain('a/template.yaml:2');
    expect(synth(folder, ['--stdin-path', 'a/template.yaml', '--show-settings'], broken).out).toContain('eu-west-1');
  });

  it('is no file to be fixed or kept', () => {
    const folder = folderWith({ 'template.yaml': template });
    for (const args of [['lint', '--fix'], ['snapshot']])
      expect(synth(folder, [...args, '--stdin-path', 'template.yaml'], template).code).toBe(2);
  });

  it('excludes files', () => {
    const { err, code } = synth(folderWith({ 'a.yaml': template }), ['a.yaml', '--stdin-path', 'b.yaml'], template);
    expect(err).toContain("'--stdin-path' is for a template from stdin, and 'a.yaml' is a file.");
    expect(code).toBe(2);
  });
});

it('a command for one template refuses a folder with several', () => {
  const { err, code } = synth(project(), ['explain', 'services', 'Topic']);
  expect(err).toContain("'services' stands for 3 templates, and this command takes one.");
  expect(code).toBe(2);
  expect(synth(project(), ['explain', 'services/a', 'Topic']).code).toBe(0);
});
