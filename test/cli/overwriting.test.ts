import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync, symlinkSync } from 'node:fs';
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
