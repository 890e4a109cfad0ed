import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ArchiveWriter } from '../../src/build/archive.ts';
import { folderWith, synth } from './synth.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String, Default: dev}
  Token: {Type: String, NoEcho: true, Default: ''}
Resources:
  Orders: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: orders}}
  Report: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: report.mjs}}
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {BodyS3Location: api.yaml}}
  Network: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: network/template.yaml}}
`;
const files = {
  'template.yaml': template,
  'orders/index.mjs': 'export const handler = 1;',
  'orders/lib/a.mjs': 'a',
  'orders/.DS_Store': '',
  'report.mjs': 'report',
  'api.yaml': 'openapi: 3.0.1\npaths: {}\n',
  'network/template.yaml':
    'Resources:\n  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml}}\n',
  'network/inner.yaml': 'Resources: {Code: {Type: AWS::Lambda::LayerVersion, Properties: {Content: layer}}}\n',
  'network/layer/x.txt': 'x',
};

/** All files below a folder: path → digest. */
const digests = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));
const manifestIn = (folder: string) => json(folder, 'synth.out/synth.json');
const assetFor = (folder: string, path: string): Buffer => {
  const { file } = manifestIn(folder).files.find((each: { path: string }) => each.path === path);
  return readFileSync(join(folder, 'synth.out', file));
};
const named = ['--stack-name', 'orders'];

describe('synth build', () => {
  const folder = folderWith(files);
  const run = synth(folder, ['build', ...named]);

  it('packages all that the template names, and says what it made', () => {
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('synth.out: stack orders, orders.template.json and 6 files for it');
    expect(run.out).toContain('npx aws-cdk@2 deploy --app synth.out');
    expect(run.out).toContain('aws cloudformation deploy --template-file synth.out/orders.template.json');
    expect(run.out).toContain('--capabilities CAPABILITY_IAM');
    expect(Object.keys(unzipSync(assetFor(folder, 'orders')))).toEqual(['index.mjs', 'lib/a.mjs']);
    expect(Object.keys(unzipSync(assetFor(folder, 'report.mjs')))).toEqual(['report.mjs']);
    expect(assetFor(folder, 'api.yaml').toString()).toBe(files['api.yaml']);
  });

  it('names the files as the template and the expansion do', () => {
    const built = json(folder, 'synth.out/orders.template.json').Resources;
    const expanded = JSON.parse(synth(folder, []).out).Resources;
    expect(built.Orders).toEqual(expanded.Orders);
    const keys = manifestIn(folder).files.map(({ name }: { name: string }) => name);
    expect(keys).toContain(built.Orders.Properties.Code.S3Key);
    expect(built.Network.Properties).toEqual(expanded.Network.Properties);
    expect(readdirSync(join(folder, 'synth.out/assets')).sort()).toEqual([...keys].sort());
  });

  it('expands nested templates, and says where theirs lie', () => {
    const { Network } = json(folder, 'synth.out/orders.template.json').Resources;
    const network = json(folder, 'synth.out', Network.Metadata['aws:asset:path']);
    const inner = json(folder, 'synth.out', network.Resources.Inner.Metadata['aws:asset:path']);
    const { S3Key } = inner.Resources.Code.Properties.Content;
    expect(Object.keys(unzipSync(readFileSync(join(folder, 'synth.out/assets', S3Key))))).toEqual(['x.txt']);
    const layer = manifestIn(folder).files.find(({ name }: { name: string }) => name === S3Key);
    expect(layer).toMatchObject({
      path: 'network/layer',
      users: [{ template: 'network/inner.yaml', resource: 'Code' }],
    });
  });

  it('lists what is to be published, with the roles of cdk bootstrap', () => {
    const assets = json(folder, 'synth.out/orders.assets.json');
    const all = Object.entries<{ source: { path: string; packaging: string }; destinations: object }>(assets.files);
    for (const [name, { source, destinations }] of all) {
      expect(source.packaging).toBe('file');
      expect(existsSync(join(folder, 'synth.out', source.path))).toBe(true);
      expect(Object.values(destinations)).toEqual([
        {
          bucketName: 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}',
          objectKey: name,
          assumeRoleArn: expect.stringContaining('file-publishing-role'),
        },
      ]);
    }
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, 'synth.out/orders.template.json')))
      .digest('hex');
    expect(all.map(([name]) => name)).toContain(digest);
    expect(json(folder, 'synth.out/manifest.json').artifacts.orders.properties.stackTemplateAssetObjectUrl).toBe(
      `s3://cdk-hnb659fds-assets-\${AWS::AccountId}-\${AWS::Region}/${digest}`,
    );
  });

  it('puts files elsewhere without roles where --artifacts says so', () => {
    const own = folderWith(files);
    const flags = [
      '--artifacts',
      's3://mine/a/b',
      '--region',
      'eu-west-1',
      '--account',
      '123456789012',
      '--tag',
      'team=x',
    ];
    expect(synth(own, ['build', ...named, ...flags]).out).toContain('"s3://mine/a/b"');
    const { Orders } = json(own, 'synth.out/orders.template.json').Resources;
    expect(Orders.Properties.Code).toMatchObject({
      S3Bucket: 'mine',
      S3Key: expect.stringMatching(/^a\/b\/[0-9a-f]{64}$/),
    });
    const [asset] = Object.values<{ destinations: object }>(json(own, 'synth.out/orders.assets.json').files);
    expect(Object.entries(asset!.destinations)).toEqual([
      [
        '123456789012-eu-west-1',
        { bucketName: 'mine', objectKey: expect.stringMatching(/^a\/b\//), region: 'eu-west-1' },
      ],
    ]);
    const { environment, properties } = json(own, 'synth.out/manifest.json').artifacts.orders;
    expect(environment).toBe('aws://123456789012/eu-west-1');
    expect(properties).toMatchObject({ tags: { team: 'x' } });
    expect(properties.assumeRoleArn).toBeUndefined();
    expect(properties.requiresBootstrapStackVersion).toBeUndefined();
  });

  it('gives the stack the parameters that it was built for, but no secrets', () => {
    const own = folderWith(files);
    synth(own, ['build', '--stage', 'prod', '--parameter', 'Token=hidden', '-o', 'out', ...named]);
    expect(json(own, 'out/manifest.json').artifacts.orders.properties.parameters).toEqual({ Stage: 'prod' });
    expect(readFileSync(join(own, 'out/synth.json'), 'utf8')).not.toContain('hidden');
  });

  it('says which parameters the deployment has to give a value', () => {
    const own = folderWith({
      'template.yaml': `Parameters:
  Size: {Type: Number}
  Token: {Type: String, NoEcho: true}
  Stage: {Type: String, Default: dev}
Resources: {T: {Type: AWS::SNS::Topic}}
`,
    });
    const { out } = synth(own, ['build', ...named, '--parameter', 'Size=1', '--parameter', 'Token=hidden']);
    expect(out.match(/^The first deployment has to give .*$/gm)).toEqual([
      "The first deployment has to give 'Token' a value: --parameters orders:Token=… for the CDK CLI, --parameter-overrides Token=… for the AWS CLI.",
    ]);
    expect(manifestIn(own).needs).toEqual(['Token']);
    expect(synth(own, ['build', ...named]).out.match(/^The first deployment/gm)).toHaveLength(2);
  });

  it('builds the stage of a compact spec, and gives a parameter Stage its name where there is one', () => {
    const own = folderWith({
      'synth.yaml': `synth: 1
parameters: {Stage: ''}
functions:
  Orders: {runtime: nodejs22.x, handler: a.b, code: code, env: {AT: '\${synth.stage}'}}
stages:
  dev: {}
  prod: {functions: {Orders: {memory: 1GB, code: release}}}
`,
      'code/a.js': '1',
      'release/a.js': '2',
    });
    expect(synth(own, ['build', '--stage', 'prod', '--stack-name', 'shop'])).toMatchObject({ code: 0, err: '' });
    expect(json(own, 'synth.out/shop.template.json').Resources.Orders.Properties).toMatchObject({
      MemorySize: 1024,
      Environment: { Variables: { AT: 'prod' } },
    });
    expect(manifestIn(own).files.map(({ path }: { path: string }) => path)).toEqual(['release']);
    expect(json(own, 'synth.out/manifest.json').artifacts.shop.properties.parameters).toEqual({ Stage: 'prod' });
    // Another stage is another output, and none is an error where the spec asks for one.
    expect(synth(own, ['build', '--check', '--stage', 'dev', '--stack-name', 'shop']).code).toBe(1);
    expect(synth(own, ['build'])).toMatchObject({ code: 1, err: expect.stringContaining('spec-no-stage') });
    expect(synth(own, ['build', '--stage', 'prdo'])).toMatchObject({
      code: 1,
      err: expect.stringContaining("There is no stage 'prdo'. Did you mean 'prod'?"),
    });
  });

  it('takes the stage for the parameter Stage in a compact spec without stages too', () => {
    const spec = (parameters: string) =>
      folderWith({ 'synth.yaml': `synth: 1\nparameters: {${parameters}}\ntopics: {News: {}}\n` });
    const own = spec('Stage: [dev, prod]');
    expect(synth(own, ['build', '--stage', 'prod', '--stack-name', 'shop'])).toMatchObject({ code: 0, err: '' });
    expect(json(own, 'synth.out/manifest.json').artifacts.shop.properties.parameters).toEqual({ Stage: 'prod' });
    expect(synth(own, ['build', '--stage', 'test'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^synth\.yaml:2:14 error parameter-refused .*'test'/),
    });
    expect(synth(spec('Size: 1'), ['build', '--stage', 'test'])).toMatchObject({
      code: 1,
      err: expect.stringContaining("there is no stage 'test'"),
    });
  });

  it('names the stack after the folder or the file, and the stage', () => {
    const own = folderWith({
      'my shop/template.yaml': 'Resources: {T: {Type: AWS::SNS::Topic}}',
      'a_b.yaml': 'Resources: {T: {Type: AWS::SNS::Topic}}',
    });
    expect(synth(own, ['build', 'my shop/template.yaml']).out).toContain('stack my-shop,');
    expect(synth(own, ['build', 'a_b.yaml', '--stage', 'prod']).out).toContain('stack a-b-prod,');
    expect(synth(own, ['build', 'a_b.yaml', '--stack-name', '1x'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('nested templates that share a child', () => {
  const depth = 18;
  const nesting = (at: number): string =>
    `Resources:\n${['A', 'B'].map((id) => `  ${id}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b${at}.yaml}}\n`).join('')}`;

  it('are built once each, and name each user once', () => {
    const folder = folderWith({
      ...Object.fromEntries(Array.from({ length: depth }, (_, at) => [`b${at}.yaml`, nesting(at + 1)])),
      [`b${depth}.yaml`]: 'Resources: {Topic: {Type: AWS::SNS::Topic}}',
    });
    const { code } = synth(folder, ['build', 'b0.yaml', ...named], '', {}, 20_000);
    expect(code).toBe(0);
    const { files: listed } = manifestIn(folder);
    expect(listed).toHaveLength(depth);
    for (const { users } of listed) expect(users).toHaveLength(2);
  });
});

describe('tags', () => {
  it.each([
    [['a=1', 'a=2'], "The tag 'a' is given twice."],
    [['aws:x=1'], "The tag 'aws:x' is reserved."],
    [[`${'k'.repeat(129)}=1`], 'is too long.'],
    [[`k=${'v'.repeat(257)}`], "The tag 'k' is too long."],
  ])('%j are refused', (tags, text) => {
    const flags = tags.flatMap((tag) => ['--tag', tag]);
    const { code, err } = synth(folderWith(files), ['build', ...named, ...flags]);
    expect(err).toContain(text);
    expect(code).toBe(2);
  });
});

describe('the same input', () => {
  it('gives the same bytes in another folder, time zone, umask, locale, and with other times', () => {
    const [one, two] = [folderWith(files), folderWith({})];
    cpSync(one, two, { recursive: true });
    utimesSync(join(two, 'orders/index.mjs'), 1, 1);
    chmodSync(join(two, 'orders/index.mjs'), 0o600);
    symlinkSync('index.mjs', join(one, 'orders/link'));
    symlinkSync(join(two, 'orders/index.mjs'), join(two, 'orders/link'));
    synth(one, ['build', ...named], '', { TZ: 'UTC', LC_ALL: 'C' });
    const command = `umask 077; exec '${process.execPath}' '${resolve('bin/synth.js')}' build template.yaml --stack-name orders`;
    spawnSync('sh', ['-c', command], {
      cwd: two,
      env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(Object.keys(digests(join(one, 'synth.out')))).toHaveLength(10);
    expect(digests(join(two, 'synth.out'))).toEqual(digests(join(one, 'synth.out')));
  });

  it('gives other names only to what changed, and to the templates above it', () => {
    const folder = folderWith(files);
    const names = (): Record<string, string> => {
      synth(folder, ['build', ...named]);
      return Object.fromEntries(manifestIn(folder).files.map(({ path, name }: Record<string, string>) => [path, name]));
    };
    const changed = (before: Record<string, string>, after: Record<string, string>) =>
      Object.keys(before).filter((path) => before[path] !== after[path]);
    const first = names();
    writeFileSync(join(folder, 'orders/lib/a.mjs'), 'b');
    const second = names();
    expect(changed(first, second)).toEqual(['orders']);
    writeFileSync(join(folder, 'network/layer/x.txt'), 'y');
    expect(changed(second, names())).toEqual(['network/layer', 'network/inner.yaml', 'network/template.yaml']);
  });

  it('is not packaged again: the file itself stays', () => {
    const folder = folderWith(files);
    synth(folder, ['build', ...named]);
    const place = (path: string): number => {
      const { file } = manifestIn(folder).files.find((each: { path: string }) => each.path === path);
      return statSync(join(folder, 'synth.out', file)).ino;
    };
    const [orders, report] = [place('orders'), place('report.mjs')];
    writeFileSync(join(folder, 'report.mjs'), 'other');
    synth(folder, ['build', ...named]);
    expect(place('orders')).toBe(orders);
    expect(place('report.mjs')).not.toBe(report);
    // One that was damaged is.
    const { file } = manifestIn(folder).files.find((each: { path: string }) => each.path === 'orders');
    const before = readFileSync(join(folder, 'synth.out', file));
    writeFileSync(join(folder, 'synth.out', file), 'x'.repeat(before.length));
    synth(folder, ['build', ...named]);
    expect(readFileSync(join(folder, 'synth.out', file)).equals(before)).toBe(true);
  });
});

describe('much code', () => {
  it('gives the same bytes packed in several threads as in one', async () => {
    const contents = Array.from({ length: 100 }, (_, at) =>
      Array.from({ length: 15_000 }, (__, each) => `${(each * at) % 977} `).join(''),
    );
    const code = Object.fromEntries(contents.map((text, at) => [`code/f${at + 100}`, text]));
    const folder = folderWith({
      'template.yaml': 'Resources: {L: {Type: AWS::Lambda::LayerVersion, Properties: {Content: code}}}',
      ...code,
    });
    expect(synth(folder, ['build', ...named])).toMatchObject({
      code: 0,
      err: expect.stringContaining('packed code: 100 files'),
    });
    const pieces: Uint8Array[] = [];
    const archive = new ArchiveWriter((bytes) => pieces.push(bytes.slice()));
    for (const [at, text] of contents.entries()) {
      const bytes = new TextEncoder().encode(text);
      await archive.add({ path: `f${at + 100}`, kind: 'file', size: bytes.length }, (take) => take(bytes));
    }
    await archive.end();
    expect(assetFor(folder, 'code').equals(Buffer.concat(pieces))).toBe(true);
  });
});

describe('the outputs of earlier builds', () => {
  it('are no part of the code, whatever they are called', () => {
    const folder = folderWith({
      'template.yaml': `Resources:
  L: {Type: AWS::Lambda::LayerVersion, Properties: {Content: .}}
`,
      'index.mjs': 'one',
    });
    const keys = (out: string): string[] => {
      expect(synth(folder, ['build', '-o', out, '--no-build'])).toMatchObject({ err: '', code: 0 });
      return readdirSync(join(folder, out, 'assets'));
    };
    const first = keys('one');
    expect(keys('two')).toEqual(first);
    expect(keys('one')).toEqual(first);
  });
});

describe('synth build --check', () => {
  it('tells whether the output is what a build would make, and what is not', () => {
    const folder = folderWith(files);
    const check = () => synth(folder, ['build', '--check', ...named]);
    expect(check()).toMatchObject({ code: 1, out: expect.stringContaining('synth.out is out of date: orders,') });
    expect(existsSync(join(folder, 'synth.out'))).toBe(false);
    synth(folder, ['build', ...named]);
    expect(check()).toEqual({ code: 0, out: 'synth.out is up to date.\n', err: '' });
    writeFileSync(join(folder, 'orders/index.mjs'), 'other');
    expect(check()).toMatchObject({
      code: 1,
      out: 'synth.out is out of date: orders, orders.template.json, orders.assets.json, manifest.json. Run synth build.\n',
    });
    writeFileSync(join(folder, 'orders/index.mjs'), files['orders/index.mjs']);
    expect(check().code).toBe(0);
    expect(synth(folder, ['build', '--check', ...named, '--tag', 'a=b']).out).toContain('out of date: manifest.json.');
    const asData = (...more: string[]) =>
      JSON.parse(synth(folder, ['build', '--check', '--format', 'json', ...named, ...more]).out);
    expect(asData()).toEqual({ upToDate: true, changed: [], others: [], settings: [] });
    expect(asData('--tag', 'a=b')).toEqual({
      upToDate: false,
      changed: ['manifest.json'],
      others: [],
      settings: [{ setting: 'tag a', now: 'b' }],
    });
  });

  it('tells which settings an output was built with', () => {
    const folder = folderWith(files);
    synth(folder, ['build', '--stack-name', 'orders', '--stage', 'dev']);
    const { code, out } = synth(folder, [
      'build',
      '--check',
      '--stack-name',
      'orders',
      '--stage',
      'prod',
      '--region',
      'eu-west-1',
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(
      / It was built with other settings: region was not given and is now 'eu-west-1'; parameter Stage was 'dev' and is now 'prod'\. Run synth build\.\n$/,
    );
  });
});

describe('synth build --dry-run', () => {
  it('writes nothing, and lists what would be packaged, and why', () => {
    const folder = folderWith(files);
    const { out, code } = synth(folder, ['build', '--dry-run', ...named]);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'synth.out'))).toBe(false);
    expect(out).toContain(`orders (archive) for Orders.CodeUri, line 6\n  as `);
    expect(out).toContain('  index.mjs  25 bytes\n  lib/a.mjs  1 byte\n  .DS_Store            left out by default\n');
    expect(out).toContain('network/layer (archive) for Code.Content in network/inner.yaml, line 1\n');
    const { files: planned } = JSON.parse(synth(folder, ['build', '--dry-run', '--format', 'json', ...named]).out);
    expect(planned[0]).toMatchObject({
      path: 'orders',
      users: [{ resource: 'Orders', property: 'CodeUri' }],
      entries: [{ path: 'index.mjs', kind: 'file', size: 25 }, { path: 'lib/a.mjs' }],
      leftOut: [{ path: '.DS_Store', by: 'by default' }],
    });
  });
});

describe('what is there already', () => {
  const errors = { 'template.yaml': 'Resources: {T: {Type: AWS::Lambda::Function, Properties: {Code: none}}}' };

  it('is not replaced where it is no output of synth', () => {
    const folder = folderWith({ ...files, 'mine/notes.txt': 'x' });
    for (const out of ['mine', 'network/template.yaml']) {
      const { code, err } = synth(folder, ['build', ...named, '-o', out]);
      expect(code).toBe(2);
      expect(err).toContain('it is not an output of synth');
    }
    expect(readFileSync(join(folder, 'mine/notes.txt'), 'utf8')).toBe('x');
  });

  it.each([
    ['an empty map', '{}'],
    ['text', 'garbage ['],
    ['a compact spec', '{"synth": 1, "resources": {}}'],
    ['a manifest without files', '{"version": 1, "stack": {"name": "a"}, "template": "a.template.json"}'],
    ['another template name', '{"version": 1, "stack": {"name": "a"}, "template": "b", "files": []}'],
  ])('is not taken for an output where synth.json is %s', (_, text) => {
    const folder = folderWith({ ...files, 'mine/synth.json': text });
    const { code, err } = synth(folder, ['build', ...named, '-o', 'mine']);
    expect(err).toContain('it is not an output of synth, so it is not replaced');
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'mine/synth.json'), 'utf8')).toBe(text);
  });

  it('is not taken for an output where synth.json is a folder', () => {
    const folder = folderWith({ ...files, 'mine/synth.json/x': 'x' });
    expect(synth(folder, ['build', ...named, '-o', 'mine'])).toMatchObject({ code: 2, out: '' });
    expect(existsSync(join(folder, 'mine/synth.json/x'))).toBe(true);
  });

  it.each([
    ['.git/HEAD', '.git'],
    ['notes.txt', 'notes.txt'],
    ['app/index.mjs', 'app'],
    ['assets/sub/f', 'assets/sub'],
    ['assets/mine.txt', 'assets/mine.txt'],
  ])('is not replaced where an output also holds %s', (name, top) => {
    const folder = folderWith(files);
    synth(folder, ['build', ...named]);
    mkdirSync(join(folder, 'synth.out', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'synth.out', name), 'mine');
    const { code, err } = synth(folder, ['build', ...named]);
    expect(err).toContain(`it holds '${top}', which no build wrote`);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'synth.out', name), 'utf8')).toBe('mine');
  });

  it('is replaced where tools left their locks in an output', () => {
    const folder = folderWith(files);
    synth(folder, ['build', ...named]);
    writeFileSync(join(folder, 'synth.out/read.12.1.lock'), '');
    expect(synth(folder, ['build', ...named]).code).toBe(0);
  });

  /** A name that a build could have given. */
  const key = '0'.repeat(64);
  // Each of these folders has the manifest of a build, so that only what else it is keeps it.
  it.each([
    ['.', "it holds the template 'template.yaml'"],
    ['..', "it holds the template 'template.yaml'"],
    ['', "'--out' is empty"],
    ['orders', "it holds 'index.mjs', which no build wrote"],
    ['code', `it holds the code or file 'code/assets/${key}'`],
    ['include', `it holds the file 'include/assets/${key}.yaml'`],
    ['params', "it holds the parameter file 'params/dev.json'"],
  ])('is not replaced where --out is %j, which the build reads', (out, text) => {
    const folder = folderWith({
      'a/template.yaml': `${template}  Kept: {Type: AWS::Lambda::LayerVersion, Properties: {Content: code/assets/${key}}}
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: include/assets/${key}.yaml}}
`,
      [`a/code/assets/${key}`]: 'x',
      ...Object.fromEntries(
        Object.entries(files)
          .slice(1)
          .map(([name, content]) => [`a/${name}`, content]),
      ),
      [`a/include/assets/${key}.yaml`]: 'More: {Type: AWS::SNS::Topic}\n',
      'a/params/dev.json': '{"Stage": "x"}',
    });
    const project = join(folder, 'a');
    const args = ['build', 'template.yaml', ...named, '--parameters', 'params/dev.json'];
    const first = synth(project, args);
    expect(first).toMatchObject({ code: 0 });
    const target = join(project, out);
    cpSync(join(project, 'synth.out/synth.json'), join(target, 'synth.json'));
    const before = digests(folder);
    const { code, err } = synth(project, [...args, '-o', out]);
    expect(err).toContain(text);
    expect(code).toBe(2);
    expect(digests(folder)).toEqual(before);
  });

  it('shows no control characters of its name', () => {
    const folder = folderWith(files);
    expect(synth(folder, ['build', ...named, '-o', 'a\u001b[31mb']).out).not.toContain('\u001b');
  });

  it('is not replaced where a part of its path is a file', () => {
    const { code, err } = synth(folderWith(files), ['build', ...named, '-o', 'api.yaml/x']);
    expect(err).toBe("synth: 'api.yaml/x' cannot be written: 'api.yaml' is not a folder.\n");
    expect(code).toBe(2);
  });

  it('stays where the template has errors, or where something cannot be packaged', () => {
    const folder = folderWith(files);
    synth(folder, ['build', ...named]);
    const before = digests(join(folder, 'synth.out'));
    writeFileSync(join(folder, 'template.yaml'), errors['template.yaml']);
    expect(synth(folder, ['build', ...named])).toMatchObject({ code: 1, out: '' });
    writeFileSync(join(folder, 'template.yaml'), template);
    spawnSync('mkfifo', [join(folder, 'orders/pipe')]);
    expect(synth(folder, ['build', ...named])).toMatchObject({
      code: 1,
      err: expect.stringContaining("at 'orders/pipe', it is a named pipe"),
    });
    expect(digests(join(folder, 'synth.out'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.synth-build'))).toEqual([]);
  });

  it('stays whole when a build is killed, and the next one clears up', async () => {
    const folder = folderWith({ ...files, '.synthignore': '' });
    synth(folder, ['build', ...named]);
    const before = digests(join(folder, 'synth.out'));
    mkdirSync(join(folder, 'orders/data'));
    for (let at = 0; at < 60; at++) {
      writeFileSync(
        join(folder, `orders/data/${at}`),
        Array.from({ length: 20_000 }, (_, each) => `${each * at} `).join(''),
      );
    }
    let killed = 0;
    for (let round = 0; round < 6; round++) {
      const child = spawn(process.execPath, [resolve('bin/synth.js'), 'build', ...named], { cwd: folder });
      const exited = once(child, 'exit');
      for (let waited = 0; waited < 400 && !readdirSync(folder).some((name) => name.includes('-new-')); waited++)
        await setTimeout(5);
      await setTimeout(round * 30);
      child.kill('SIGKILL');
      await exited;
      const left = digests(join(folder, 'synth.out'));
      if (child.signalCode === 'SIGKILL') killed++;
      if (child.signalCode === 'SIGKILL' && JSON.stringify(left) !== JSON.stringify(before)) {
        // It had just been finished.
        expect(synth(folder, ['build', '--check', ...named]).code).toBe(0);
        break;
      }
    }
    expect(killed).toBeGreaterThan(0);
    expect(synth(folder, ['build', ...named]).code).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('.synth-build'))).toEqual([]);
    expect(synth(folder, ['build', '--check', ...named]).code).toBe(0);
  });

  it('comes back when a build was killed between its two renames', () => {
    const folder = folderWith(files);
    synth(folder, ['build', ...named]);
    const before = digests(join(folder, 'synth.out'));
    const gone = spawnSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).stdout.trim();
    renameSync(join(folder, 'synth.out'), join(folder, `.synth-build-${gone}-old-synth.out`));
    mkdirSync(join(folder, `.synth-build-${gone}-new-synth.out`));
    writeFileSync(join(folder, 'template.yaml'), errors['template.yaml']);
    expect(synth(folder, ['build', ...named]).code).toBe(1);
    expect(digests(join(folder, 'synth.out'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.synth-build'))).toEqual([]);
  });
});
