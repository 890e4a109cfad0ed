import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const fn = (properties: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: a.b, Runtime: nodejs22.x${properties}}
`;

const keyIn = (text: string): string => JSON.parse(text).Resources.Fn.Properties.Code.S3Key;

describe('code in the folder of the template', () => {
  it('is what a function without code is made of', () => {
    const named = folderWith({ 'template.yaml': fn(', CodeUri: .'), 'a.js': 'x' });
    const unnamed = folderWith({ 'template.yaml': fn(''), 'a.js': 'x' });
    const key = keyIn(synth(unnamed, []).out);
    writeFileSync(join(named, 'template.yaml'), fn(''));
    expect(synth(named, ['lint', '--no-config', '--quiet'])).toMatchObject({ code: 0, out: '' });
    expect(keyIn(synth(named, []).out)).toBe(key);
    writeFileSync(join(unnamed, 'a.js'), 'y');
    expect(keyIn(synth(unnamed, []).out)).not.toBe(key);
  });

  it('does not hold what the command writes, nor what its output is redirected to', () => {
    const folder = folderWith({ 'template.yaml': fn(', CodeUri: .'), 'a.js': 'x' });
    const key = keyIn(synth(folder, []).out);
    const args = ['-o', 'out.json', '--source-map', 'out.map'];
    for (let round = 0; round < 2; round++) {
      expect(synth(folder, args)).toMatchObject({ code: 0 });
      expect(keyIn(readFileSync(join(folder, 'out.json'), 'utf8'))).toBe(key);
    }
    const other = folderWith({ 'template.yaml': fn(', CodeUri: .'), 'a.js': 'x' });
    for (let round = 0; round < 2; round++) {
      const bin = join(import.meta.dirname, '../../bin/synth.js');
      execFileSync('sh', ['-c', `'${process.execPath}' '${bin}' > out.json 2> err.txt`], { cwd: other });
      expect(keyIn(readFileSync(join(other, 'out.json'), 'utf8'))).toBe(key);
    }
    const third = folderWith({ 'template.yaml': fn(', CodeUri: .'), 'a.js': 'x' });
    for (let round = 0; round < 2; round++) {
      synth(third, ['template.yaml', '--out-dir', 'build']);
      expect(keyIn(readFileSync(join(third, 'build/template.json'), 'utf8'))).toBe(key);
    }
  });

  it('does not hold the repository', () => {
    const folder = folderWith({ 'template.yaml': fn(', CodeUri: .'), 'a.js': 'x' });
    const key = keyIn(synth(folder, []).out);
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, '.git/HEAD'), 'x');
    writeFileSync(join(folder, '.DS_Store'), 'x');
    expect(keyIn(synth(folder, []).out)).toBe(key);
  });
});

describe('pipes and devices', () => {
  const include = 'Resources:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: pipe}}\n';

  it.each([
    ['code', fn(', CodeUri: pipe')],
    ['an include', include],
    ['a definition', 'Resources: {A: {Type: AWS::Serverless::Api, Properties: {StageName: s, DefinitionUri: pipe}}}'],
    ['a nested template', 'Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: pipe}}}'],
  ])('as %s are an error at once', (_, template) => {
    const folder = folderWith({ 'template.yaml': template });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const command of ['expand', 'lint']) {
      const { err, code } = synth(folder, [command, 'template.yaml', ...(command === 'lint' ? ['--no-config'] : [])]);
      expect(code).toBe(1);
      expect(err + synth(folder, [command, 'template.yaml']).out).toContain(
        "'pipe' cannot be read: it is a named pipe.",
      );
    }
  });

  it('as configuration are an error at once', () => {
    const folder = folderWith({ 'template.yaml': fn('') });
    execFileSync('mkfifo', [join(folder, 'synth.config.yaml')]);
    const { err, code } = synth(folder, ['lint', '--config', 'synth.config.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('synth.config.yaml');
  });
});

describe('a link that leads out of the folder of the template', () => {
  it('is outside for includes and definitions', () => {
    const folder = folderWith({
      'app/template.yaml':
        'Resources:\n  T: {Type: AWS::SNS::Topic}\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: link.yaml}}\n',
      'secret.yaml': 'S: {Type: AWS::SNS::Topic}\n',
    });
    symlinkSync('../secret.yaml', join(folder, 'app/link.yaml'));
    const app = join(folder, 'app');
    expect(synth(app, []).err).toContain("'link.yaml' is outside the folder of the template.");
    expect(JSON.parse(synth(app, ['--include-outside']).out).Resources.S).toBeDefined();
  });

  it('holds for DefinitionUri too', () => {
    const api = 'Resources: {A: {Type: AWS::Serverless::Api, Properties: {StageName: s, DefinitionUri: ../api.yaml}}}';
    const folder = folderWith({ 'app/template.yaml': api, 'api.yaml': 'secret: [' });
    const app = join(folder, 'app');
    const inside = synth(app, []);
    expect(inside.err).toContain("'../api.yaml' is outside the folder of the template, so it was not checked.");
    expect(inside.err).not.toContain('secret');
    expect(inside.code).toBe(0);
    expect(synth(app, ['--include-outside'])).toMatchObject({ code: 1, err: expect.stringContaining('secret: [') });
  });
});

const reports = join(import.meta.dirname, '../../../shared/reports');

describe('reported inputs', () => {
  it.skipIf(!existsSync(reports))('code of nested templates counts', () => {
    const url = (name: string): string => {
      const { out } = synth(join(reports, 'expand/nested-child-code', name), []);
      return JSON.stringify(JSON.parse(out).Resources.Child.Properties.TemplateURL);
    };
    expect(url('a')).not.toBe(url('b'));
  });

  it.skipIf(!existsSync(reports))('local paths in plain types and functions without code expand', () => {
    const folder = folderWith({});
    cpSync(join(reports, 'faults'), folder, { recursive: true });
    for (const name of ['field-localcode.yaml', 'field-nocode.yaml']) {
      expect(synth(folder, [name])).toMatchObject({ code: 0, err: '' });
      expect(synth(folder, ['lint', '--no-config', '--quiet', name])).toMatchObject({ code: 0, out: '' });
    }
  });
});
