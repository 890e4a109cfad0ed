import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth, table } from './synth.ts';

const template = `${table}Outputs: {Name: {Value: !Ref Table}}\n`;

const folderOf = () => {
  const folder = folderWith({
    't.yaml': template,
    'template.json': '{"Resources": {}}',
    'a/x.yaml': template,
    'a/x.json': '{"Resources": {}}',
    'p.json': '{"Stage": "prod"}',
    'synth.config.yaml': '{}\n',
    'samconfig.toml': 'version = 0.1\n',
    'own.yaml': '{}\n',
    'spec.yaml': 'synth: 1\ninclude: [tables.yaml]\n',
    'tables.yaml': 'tables: {Orders: {key: id}}\n',
    'api.yaml': 'openapi: 3.0.1\npaths: {}\n',
    'api-template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, DefinitionBody: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: api.yaml}}}}}
`,
  });
  symlinkSync('t.yaml', join(folder, 'link.yaml'));
  linkSync(join(folder, 't.yaml'), join(folder, 'hard.yaml'));
  symlinkSync('new.json', join(folder, 'nowhere.json'));
  return folder;
};

describe('what is read is never overwritten', () => {
  it.each([
    [['t.yaml', '-o', 't.yaml'], "'--out' would overwrite the template 't.yaml'."],
    [['t.yaml', '-o', './a/../t.yaml'], "'--out' would overwrite the template 't.yaml'."],
    [['t.yaml', '-o', 'link.yaml'], "'--out' would overwrite the template 't.yaml'."],
    [['t.yaml', '-o', 'hard.yaml'], "'--out' would overwrite the template 't.yaml'."],
    [['link.yaml', '-o', 't.yaml'], "'--out' would overwrite the template 'link.yaml'."],
    [['t.yaml', '--source-map', 't.yaml'], "'--source-map' would overwrite the template 't.yaml'."],
    [['t.yaml', '--parameters', 'p.json', '-o', 'p.json'], "'--out' would overwrite the parameter file 'p.json'."],
    [
      ['t.yaml', '-o', 'o.json', '--source-map', 'o.json'],
      "'--out' and '--source-map' would both be written to 'o.json'.",
    ],
    [
      ['t.yaml', '-o', 'new.json', '--source-map', 'nowhere.json'],
      "'--out' and '--source-map' would both be written to 'nowhere.json'.",
    ],
    [['template.json', '--out-dir', '.'], "'--out-dir' would overwrite the template 'template.json'."],
    [
      ['a/x.yaml', 'template.json', 'a/x.json', '--out-dir', '.'],
      "'a/x.yaml' and 'a/x.json' would both be written to 'a/x.json'.",
    ],
    [['api-template.yaml', '-o', 'api.yaml'], "'--out' would overwrite the file 'api.yaml'."],
    [['review', 't.yaml', '--out', 'link.yaml'], "'--out' would overwrite the template 't.yaml'."],
    [['diff', 't.yaml', 'a/x.yaml', '--out', 'a/x.yaml'], "'--out' would overwrite the template 'a/x.yaml'."],
    [['convert', 'spec.yaml', '--to', 'sam', '-o', 'tables.yaml'], "'--out' would overwrite the file 'tables.yaml'."],
    [['review', 'api-template.yaml', '--out', 'api.yaml'], "'--out' would overwrite the file 'api.yaml'."],
    [['--stdin-path', 't.yaml', '-o', 't.yaml'], "'--out' would overwrite the template 't.yaml'."],
    [['convert', '--stdin-path', 't.yaml', '-o', 'link.yaml'], "'--out' would overwrite the template 't.yaml'."],
    [['review', '--stdin-path', 't.yaml', '--out', 't.yaml'], "'--out' would overwrite the template 't.yaml'."],
    [['t.yaml', '-o', 'synth.config.yaml'], "'--out' would overwrite the configuration 'synth.config.yaml'."],
    [['a/x.yaml', '-o', 'synth.config.yaml'], "'--out' would overwrite the configuration 'synth.config.yaml'."],
    [
      ['convert', 't.yaml', '-o', 'synth.config.yaml'],
      "'--out' would overwrite the configuration 'synth.config.yaml'.",
    ],
    [['t.yaml', '--config', 'own.yaml', '-o', 'own.yaml'], "'--out' would overwrite the configuration 'own.yaml'."],
    [
      ['a/x.yaml', '-o', 'samconfig.toml'],
      "'--out' would overwrite the configuration of the SAM CLI 'samconfig.toml'.",
    ],
  ])('synth %s', (args, text) => {
    const folder = folderOf();
    const { out, err, code } = synth(folder, args, template);
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain(`synth: ${text}`);
    expect(readFileSync(join(folder, 't.yaml'), 'utf8')).toBe(template);
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe('{"Stage": "prod"}');
    expect(readFileSync(join(folder, 'api.yaml'), 'utf8')).toBe('openapi: 3.0.1\npaths: {}\n');
    expect(readFileSync(join(folder, 'template.json'), 'utf8')).toBe('{"Resources": {}}');
  });
});

describe('what is written', () => {
  it('goes where a link leads, also to a file that is not there yet', () => {
    const folder = folderOf();
    expect(synth(folder, ['t.yaml', '-o', 'nowhere.json']).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'new.json'), 'utf8')).Outputs).toBeDefined();
  });

  it.skipIf(process.platform === 'win32')('goes to a device or a pipe as it is', () => {
    const folder = folderOf();
    const line = `${process.execPath} ${resolve('bin/synth.js')} t.yaml -o /dev/stdout --source-map /dev/null | cat`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).Outputs).toBeDefined();
  });
});

describe('links that lead out of a folder', () => {
  it('are not followed to write templates, and the others are written', () => {
    const folder = folderWith({ 'in/link/x.yaml': template, 'in/y.yaml': template });
    mkdirSync(join(folder, 'outside'));
    mkdirSync(join(folder, 'out/in'), { recursive: true });
    symlinkSync('../../outside', join(folder, 'out/in/link'));
    const { err, code } = synth(folder, ['expand', 'in', '--out-dir', 'out']);
    expect(code).toBe(2);
    expect(err).toContain(
      `synth: 'out/in/link/x.json' leads out of the folder 'out', to '${join(folder, 'outside/x.json')}'.\nRemove the link first.`,
    );
    expect(readdirSync(join(folder, 'outside'))).toEqual([]);
    expect(existsSync(join(folder, 'out/in/y.json'))).toBe(true);
  });

  it('are followed where the folder itself is one', () => {
    const folder = folderWith({ 'x.yaml': template });
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'out'));
    expect(synth(folder, ['expand', 'x.yaml', '--out-dir', 'out']).code).toBe(0);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['x.json']);
  });

  it('are not followed to write what is built', () => {
    const folder = folderWith({ 'project/template.yaml': template });
    const project = join(folder, 'project');
    mkdirSync(join(folder, 'outside'));
    symlinkSync('../outside', join(project, 'synth.out'));
    const { err, code } = synth(project, ['build', '--stack-name', 's']);
    expect([err, code]).toEqual([
      `synth: 'synth.out' leads out of the folder '.', to '${join(folder, 'outside')}'.\nRemove the link first.\n`,
      2,
    ]);
    expect(readdirSync(join(folder, 'outside'))).toEqual([]);
  });
});

describe('what a run that was killed left behind', () => {
  const gone = spawnSync(process.execPath, ['--eval', '']).pid;
  const project = () =>
    folderWith({
      'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties: {CodeUri: ., Handler: a.h, Runtime: nodejs22.x, Timeout: 901}
`,
      'a.js': '',
    });
  const expanded = (folder: string): string => synth(folder, ['expand']).out;

  it('counts for nothing', () => {
    const folder = project();
    const before = expanded(folder);
    writeFileSync(join(folder, `.synth-write-${gone}.tmp`), 'Resources: {}\n');
    expect(expanded(folder)).toBe(before);
    expect(synth(folder, ['build', '--stack-name', 's', '--dry-run', '--format', 'json']).out).not.toContain(
      `"path": ".synth-write-${gone}.tmp",\n          "kind"`,
    );
  });

  it.each([
    [['lint', '--fix', '--fix-unsafe']],
    [['expand', '-o', 'out.json']],
    [['build', '--stack-name', 's']],
    [['convert', 'template.yaml', '-o', 'synth.yaml']],
  ])('is removed by the next %j', (args) => {
    const folder = project();
    writeFileSync(join(folder, `.synth-write-${gone}.tmp`), '');
    writeFileSync(join(folder, `.synth-write-${process.pid}.tmp`), 'of a run that goes on');
    synth(folder, args);
    expect(readdirSync(folder).filter((name) => name.startsWith('.synth-'))).toEqual([
      `.synth-write-${process.pid}.tmp`,
    ]);
  });
});

it('a file whose name is as long as names may be is written', () => {
  const folder = folderWith({ 't.yaml': template });
  const name = 'x'.repeat(255);
  expect(synth(folder, ['t.yaml', '-o', name])).toMatchObject({ code: 0 });
  expect(readdirSync(folder).sort()).toEqual(['t.yaml', name]);
});
