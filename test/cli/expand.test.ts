import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse/index.ts';
import { folderWith, synth, table } from './synth.ts';

const tableType = (text: string): unknown => JSON.parse(text).Resources.Table.Type;

it('counts the time of the deployment where it is given', () => {
  const folder = folderWith({
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, AlwaysDeploy: true, DefinitionBody: {swagger: 2.0, paths: {}}}}
`,
  });
  const run = (...args: string[]) => synth(folder, ['expand', 'template.yaml', ...args]);
  expect(run()).toMatchObject({ code: 0, err: expect.stringContaining('warning always-deploy') });
  const [one, same, other] = ['2027-03-31', '1806451200', '2027-03-31T12:00:00Z'].map((date) => run('--date', date));
  expect([one!.err, one!.code]).toEqual(['', 0]);
  expect(same!.out).toBe(one!.out);
  expect(other!.out).not.toBe(one!.out);
  expect(run('--date', 'now').err).toBe('');
  expect(run('--date', '2027-02-30')).toMatchObject({ code: 2, err: expect.stringContaining('is not a date') });
});

describe('finding the template', () => {
  it.each([['template.yaml'], ['template.yml'], ['template.json']])('takes %s without being told', (name) => {
    const text = name.endsWith('json') ? JSON.stringify(parse(table).root) : table;
    const { out, err, code } = synth(folderWith({ [name]: text }), []);
    expect([tableType(out), err, code]).toEqual(['AWS::DynamoDB::Table', '', 0]);
  });

  it('says what it looked for where there is none', () => {
    const { out, err, code } = synth(folderWith({}), []);
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain(
      'no synth.yaml, synth.yml, synth.json, template.yaml, template.yml or template.json in this folder',
    );
  });

  it('takes a file, with and without the name of the command, and stdin', () => {
    const folder = folderWith({ 'a.yaml': table });
    const { out } = synth(folder, ['a.yaml']);
    expect(tableType(out)).toBe('AWS::DynamoDB::Table');
    expect(synth(folder, ['expand', 'a.yaml']).out).toBe(out);
    expect(synth(folder, ['-'], table).out).toBe(out);
    expect(synth(folder, ['expand', '-'], table).out).toBe(out);
  });
});

describe('output', () => {
  it('goes to a file, in the format that its name says', () => {
    const folder = folderWith({ 'template.yaml': table });
    expect(synth(folder, ['-o', 'new/out.yaml'])).toEqual({ out: '', err: '', code: 0 });
    expect(synth(folder, ['--out', 'out.json'])).toEqual({ out: '', err: '', code: 0 });
    const written = readFileSync(join(folder, 'new/out.yaml'), 'utf8');
    expect(written).toContain('    Type: AWS::DynamoDB::Table\n');
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toEqual(parse(written).root);
    expect(synth(folder, ['--format', 'yaml']).out).toBe(written);
  });

  it('of several templates goes to a folder, under the paths they have', () => {
    const folder = folderWith({ 'a/template.yaml': table, 'b/c/template.yml': table, 'd.json': '{"Resources": 1}' });
    const { out, code } = synth(folder, ['a/template.yaml', 'b/c/template.yml', '--out-dir', 'build']);
    expect([out, code]).toEqual(['', 0]);
    expect(tableType(readFileSync(join(folder, 'build/a/template.json'), 'utf8'))).toBe('AWS::DynamoDB::Table');
    expect(existsSync(join(folder, 'build/b/c/template.json'))).toBe(true);
    const inner = synth(join(folder, 'b'), ['../a/template.yaml', '--out-dir', '../up', '--format', 'yaml']);
    expect(inner.code).toBe(0);
    expect(existsSync(join(folder, 'up/a/template.yaml'))).toBe(true);
  });

  it('of several templates needs a folder, and a place for each', () => {
    const folder = folderWith({ 'a.yaml': table, 'a.json': '{}' });
    expect(synth(folder, ['a.yaml', 'a.json'])).toMatchObject({ out: '', code: 2 });
    expect(synth(folder, ['a.yaml', 'a.json']).err).toContain('--out-dir');
    expect(synth(folder, ['a.yaml', 'a.json', '--out-dir', 'x']).err).toContain('would both be written');
    expect(synth(folder, ['a.yaml', '-o', 'x', '--out-dir', 'y'])).toMatchObject({ code: 2 });
  });

  it('that cannot be written is told', () => {
    const folder = folderWith({ 'template.yaml': table, file: '' });
    expect(synth(folder, ['-o', 'file/x.json'])).toMatchObject({ out: '', code: 2 });
    expect(synth(folder, ['-o', '.']).err).toContain("'.' cannot be written: it is a folder.");
  });

  it('ends quietly when nobody reads on', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `  Topic${at}: {Type: "AWS::SNS::Topic"}\n`).join('');
    const folder = folderWith({ 'template.yaml': `Resources:\n${many}` });
    const line = `"${process.execPath}" "${resolve('bin/synth.js')}" | head -n 1`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['{\n', '']);
  });

  it('reaches a slow reader whole', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `  Topic${at}: {Type: "AWS::SNS::Topic"}\n`).join('');
    const folder = folderWith({ 'template.yaml': `Resources:\n${many}` });
    const line = `"${process.execPath}" "${resolve('bin/synth.js')}" | (sleep 1; cat)`;
    const text = execFileSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(Object.keys(JSON.parse(text).Resources)).toHaveLength(20_000);
  });
});

describe('problems', () => {
  const broken = 'Resources:\n  A:\n    Type: AWS::Serverless::SimpleTable\n    Properties: {Nmae: x}\n';

  it('go to stderr with their lines, and the code is 1', () => {
    const { out, err, code } = synth(folderWith({ 'a.yaml': broken }), ['a.yaml']);
    expect([out, code]).toEqual(['', 1]);
    expect(err).toBe(`\
a.yaml:4:18 error unknown-property 'A' (AWS::Serverless::SimpleTable) has no property 'Nmae'.
  3 |     Type: AWS::Serverless::SimpleTable
> 4 |     Properties: {Nmae: x}
    |                  ^^^^

`);
  });

  it('of one template do not stop the others', () => {
    const folder = folderWith({ 'bad.yaml': broken, 'good.yaml': table, 'folder/no.txt': '' });
    const { err, code } = synth(folder, ['bad.yaml', 'none.yaml', 'folder', 'good.yaml', '--out-dir', 'out']);
    expect(code).toBe(2);
    expect(err).toContain('bad.yaml:4:18 error');
    expect(err).toContain("'none.yaml' cannot be read: there is no such file.");
    expect(err).toContain("There is no template in the folder 'folder'.");
    expect(existsSync(join(folder, 'out/good.json'))).toBe(true);
    expect(existsSync(join(folder, 'out/bad.json'))).toBe(false);
    expect(synth(folder, ['bad.yaml', 'good.yaml', '--out-dir', 'out']).code).toBe(1);
  });

  it('that are only warnings leave the code at 0', () => {
    const { out, err, code } = synth(folderWith({ 'a.yaml': `${table}Outputs: {}\nOutputs: {}\n` }), ['a.yaml']);
    expect([tableType(out), code]).toEqual(['AWS::DynamoDB::Table', 0]);
    expect(err).toContain('a.yaml:9:1 warning duplicate-key');
  });

  it('of stdin name it', () => {
    expect(synth(folderWith({}), ['-'], broken).err).toMatch(/^<stdin>:4:18 error/);
  });

  it('have colours where they are wanted', () => {
    const folder = folderWith({ 'a.yaml': broken });
    expect(synth(folder, ['a.yaml']).err).not.toContain('\u001b');
    expect(synth(folder, ['a.yaml'], '', { FORCE_COLOR: '1' }).err).toContain('\u001b[');
    expect(synth(folder, ['a.yaml'], '', { FORCE_COLOR: '1', NO_COLOR: '1' }).err).not.toContain('\u001b');
  });

  it('of bytes that are no text have a place', () => {
    const folder = folderWith({ 'a.yaml': Uint8Array.from([0x61, 0x3a, 0x0a, 0xff]), 'b.yaml': 'a: \u0000\n' });
    expect(synth(folder, ['a.yaml']).err).toContain('a.yaml:2:1 error unreadable-text');
    expect(synth(folder, ['b.yaml']).err).toContain('b.yaml:1:4 error unreadable-text');
  });

  it.skipIf(process.getuid?.() === 0)('of files that may not be read are told', () => {
    const folder = folderWith({ 'a.yaml': table });
    chmodSync(join(folder, 'a.yaml'), 0);
    expect(synth(folder, ['a.yaml'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('values that an output is only valid for', () => {
  const head = 'Transform: AWS::Serverless-2016-10-31\nParameters:\n  Stage: {Type: String, Default: dev}\n';
  const layer = (description: string) =>
    `${head}Resources:\n  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: 's3://b/k', Description: ${description}}}\n`;
  const fn = (alias: string) =>
    `${head}Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: 's3://b/k', AutoPublishAlias: ${alias}}}\n`;
  const errorsOf = (template: string, args: string[] = []) =>
    synth(folderWith({ 't.yaml': template }), ['t.yaml', ...args]).err;

  it('are named on stderr', () => {
    expect(errorsOf(fn('!Ref Stage'), ['--parameter', 'Stage=prod'])).toBe(
      "t.yaml: Made for Stage 'prod'; expand again for other values.\n",
    );
    expect(errorsOf(layer("!Sub '${AWS::Region} ${Stage}'"), ['--region', 'eu-west-1'])).toBe(
      "t.yaml: Made for AWS::Region 'eu-west-1' and Stage 'dev'; expand again for other values.\n",
    );
  });

  it('are not shown where NoEcho hides them', () => {
    expect(errorsOf(fn('!Ref Stage').replace('Default: dev', 'Default: dev, NoEcho: true'))).toBe(
      't.yaml: Made for Stage; expand again for other values.\n',
    );
  });

  it('are none where the output refers to the parameter', () => {
    expect(errorsOf(fn('live').replace('Handler: a.b', 'Handler: a.b, FunctionName: !Ref Stage'))).toBe('');
  });
});

describe('options', () => {
  const folder = folderWith({
    'template.yaml': `${table}  Layer:
    Type: AWS::Serverless::LayerVersion
    Properties: {ContentUri: code}
  Application:
    Type: AWS::Serverless::Application
    Properties:
      Location: {ApplicationId: 'arn:aws:serverlessrepo:us-east-1:1:applications/a', SemanticVersion: 1.0.0}
`,
    'code/a.txt': 'a',
  });
  const application = ['--application', 'arn:aws:serverlessrepo:us-east-1:1:applications/a@1.0.0=https://a.b/c?d=e'];
  const resources = (...args: string[]) => {
    const { out, err, code } = synth(folder, [...application, ...args]);
    expect([err, code]).toEqual(['', 0]);
    return JSON.parse(out).Resources;
  };

  it('--artifacts tells where local code will be', () => {
    const contentOf = (...args: string[]) => {
      const all: { Type: string; Properties: { Content: unknown } }[] = Object.values(resources(...args));
      return all.find(({ Type }) => Type === 'AWS::Lambda::LayerVersion')!.Properties.Content;
    };
    const S3Key = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(contentOf()).toEqual({
      S3Bucket: { 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' },
      S3Key,
    });
    expect(contentOf('--artifacts', 's3://bucket')).toEqual({ S3Bucket: 'bucket', S3Key });
    expect(contentOf('--artifacts', 's3://bucket/a/b/')).toMatchObject({
      S3Key: expect.stringMatching(/^a\/b\/[0-9a-f]{64}$/),
    });
    expect(synth(folder, ['--artifacts', 'bucket'])).toMatchObject({ code: 2 });
  });

  it('--application tells where an application is, for one version or for all', () => {
    expect(resources().Application.Properties.TemplateURL).toBe('https://a.b/c?d=e');
    const all = synth(folder, ['--application', 'arn:aws:serverlessrepo:us-east-1:1:applications/a=https://x.y/z']);
    expect(JSON.parse(all.out).Resources.Application.Properties.TemplateURL).toBe('https://x.y/z');
    expect(synth(folder, [])).toMatchObject({ code: 1, out: '' });
    expect(synth(folder, ['--application', 'a'])).toMatchObject({ code: 2 });
  });

  it('--region decides the partition', () => {
    const text =
      'Resources: {A: {Type: "AWS::Serverless::Function", Properties: {InlineCode: x, Handler: a.b, Runtime: python3.12}}}';
    expect(synth(folder, ['-', '--region', 'cn-north-1'], text).out).toContain('arn:aws-cn:iam');
    expect(synth(folder, ['-'], text).out).toContain('arn:aws:iam');
    expect(synth(folder, ['-', '--region', 'mars'], text)).toMatchObject({ code: 2 });
  });
});

describe('a folder', () => {
  it('of code that does not exist is a problem at its line', () => {
    const text =
      'Resources:\n  L:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: nowhere\n';
    const folder = folderWith({ 'a/template.yaml': text });
    const { err, code } = synth(folder, ['a/template.yaml']);
    expect(code).toBe(1);
    expect(err).toContain('a/template.yaml:5:19 error path-not-found');
    mkdirSync(join(folder, 'a/nowhere'));
    expect(synth(folder, ['a/template.yaml']).code).toBe(0);
  });
});
