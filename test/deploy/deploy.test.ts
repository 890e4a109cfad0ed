import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { Manifest } from '@aws-cdk/cloud-assembly-schema';
import dynalite from 'dynalite';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, synth } from '../cli/synth.ts';
import { Cloud } from './cloud.ts';
import { Stacks, Storage, ssm, sts } from './services.ts';
import { starterProject } from './starters.ts';
import { cdk, tool } from './tools.ts';
import { ask, World } from './world.ts';

/** An API of functions with a table, a queue, a nested stack, a layer and code that has to be bundled. */
const shop = {
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String, Default: dev}
Globals:
  Function:
    Runtime: nodejs22.x
    Handler: app.handler
    Environment: {Variables: {TABLE: !Ref Orders, STAGE: !Ref Stage}}
Resources:
  Orders: {Type: AWS::Serverless::SimpleTable}
  Incoming: {Type: AWS::SQS::Queue}
  Place:
    Type: AWS::Serverless::Function
    Metadata: {BuildMethod: esbuild, BuildProperties: {Sourcemap: true}}
    Properties:
      CodeUri: src
      AutoPublishAlias: live
      Events: {Queue: {Type: SQS, Properties: {Queue: !GetAtt Incoming.Arn}}}
  Network: {Type: AWS::Serverless::Application, Properties: {Location: nested/template.yaml, Parameters: {Stage: !Ref Stage}}}
`,
  'src/app.ts': `import { put } from '../shared/table';
export const handler = async (event: { Records?: { body: string }[]; id?: string }) => {
  const ids = event.Records?.map(({ body }) => (JSON.parse(body) as { id: string }).id) ?? [event.id!];
  for (const id of ids) await put(id);
  return { ids, stage: process.env['STAGE'] };
};
`,
  'shared/table.ts': `export const put = async (id: string): Promise<void> => {
  const response = await fetch(process.env['AWS_ENDPOINT_URL_DYNAMODB']!, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.PutItem',
      'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=a/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ TableName: process.env['TABLE'], Item: { id: { S: id } } }),
  });
  if (!response.ok) throw new Error(await response.text());
};
`,
  'nested/template.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String}}
Resources:
  Inner:
    Type: AWS::Serverless::Function
    Properties: {Runtime: nodejs22.x, Handler: index.handler, CodeUri: code, Environment: {Variables: {STAGE: !Ref Stage}}}
`,
  'nested/code/index.mjs': 'export const handler = async () => `inner ${process.env.STAGE}`;\n',
};

/** Plain CloudFormation with local files and a state machine. */
const plain = {
  'template.yaml': `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {RoleName: flow, AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: 'sts:AssumeRole'}]}}
  Flow: {Type: AWS::StepFunctions::StateMachine, Properties: {RoleArn: !GetAtt Role.Arn, DefinitionS3Location: flow.asl.json}}
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Runtime: python3.13, Role: !GetAtt Role.Arn, Code: code}}
`,
  'flow.asl.json': '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}',
  'code/a.py': 'b = 1\n',
};

const projects: Readonly<Record<string, () => string>> = {
  'queue-worker': () => starterProject('queue-worker', 'node', 'spec'),
  'canary-api': () => starterProject('canary-api', 'node', 'sam'),
  'state-machine': () => starterProject('state-machine', 'python', 'spec'),
  orders: () => {
    const folder = folderWith({});
    cpSync('templates/orders', folder, { recursive: true });
    return folder;
  },
  shop: () => {
    const folder = folderWith(shop);
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    return folder;
  },
  plain: () => folderWith(plain),
};

/** Builds, and gives the options that `cdk deploy` is to be given. */
const buildIn = (folder: string, name: string, more: readonly string[] = []): string[] => {
  const { code, out, err } = synth(folder, ['build', '--stack-name', name, ...more]);
  if (code !== 0) throw new Error(err);
  return / deploy --app synth.out ?(.*)/
    .exec(out)![1]!
    .split(' ')
    .filter((word) => word !== '');
};

describe.each(Object.keys(projects))('the assembly of %s', (name) => {
  const folder = projects[name]!();
  beforeAll(() => void buildIn(folder, name));

  it('is what the schema of the CDK says', () => {
    const manifest = Manifest.loadAssemblyManifest(join(folder, 'synth.out/manifest.json'), { validateSchema: true });
    expect(manifest.version).toBe('21.0.0');
    expect(
      Object.keys(Manifest.loadAssetManifest(join(folder, `synth.out/${name}.assets.json`)).files ?? {}).length,
    ).toBeGreaterThan(1);
  });

  it('is listed, shown and compared by the CDK CLI', async () => {
    expect(await cdk(['ls'], folder)).toEqual({ code: 0, out: `${name}\n` });
    const shown = await cdk(['synth', '--json'], folder);
    const built = JSON.parse(readFileSync(join(folder, `synth.out/${name}.template.json`), 'utf8'));
    expect(JSON.parse(shown.out.slice(shown.out.indexOf('{')))).toEqual(built);
    const same = await cdk(['diff', '--template', `synth.out/${name}.template.json`], folder);
    expect(same).toMatchObject({ code: 0, out: expect.stringContaining('There were no differences') });
    writeFileSync(join(folder, 'empty.json'), '{"Resources": {}}');
    const other = await cdk(['diff', '--template', 'empty.json'], folder);
    expect(other.out).toContain('[+] AWS::Lambda::Function');
  });

  it('says where each resource comes from', async () => {
    const { code, out } = await cdk(['metadata', name], folder);
    expect(code).toBe(0);
    const source = ['synth.yaml', 'template.yaml'].find((file) => existsSync(join(folder, file)));
    for (const id of Object.keys(
      JSON.parse(readFileSync(join(folder, `synth.out/${name}.template.json`), 'utf8')).Resources,
    )) {
      expect(out).toContain(
        `/${name}/${id}:\n  - type: aws:cdk:logicalId\n    data: ${id}\n    trace:\n      - ${source}:`,
      );
    }
  });
});

describe('a deployment', () => {
  const storage = new Storage();
  let queues: FauxqsServer;
  let tables: Server;
  let world: World;
  let cloud: Cloud;
  let stacks: Stacks;
  let endpoint = '';
  let dynamodb = '';
  /** The options of `cdk deploy` that the build says. */
  let parameters: string[] = [];
  const folder = projects['shop']!();

  beforeAll(async () => {
    queues = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
    tables = dynalite({ createTableMs: 0 });
    await new Promise<void>((done) => tables.listen(0, '127.0.0.1', done));
    dynamodb = `http://127.0.0.1:${(tables.address() as AddressInfo).port}`;
    world = new World(storage, { dynamodb, sqs: queues.address });
    stacks = new Stacks(storage, (stack) => world.deploy(stack));
    cloud = new Cloud({ sts, ssm, s3: storage.service, cloudformation: stacks.service });
    endpoint = await cloud.start();
    parameters = buildIn(folder, 'shop', ['--stage', 'test', '--tag', 'team=orders']);
  });
  afterAll(async () => {
    await cloud.stop();
    await queues.stop();
    await new Promise((done) => tables.close(done));
  });

  it('publishes what was built with cdk-assets, byte for byte', async () => {
    const { code, out } = await tool(
      'cdk-assets',
      ['--path', 'synth.out/shop.assets.json', 'publish'],
      folder,
      endpoint,
    );
    expect(out).toContain('Published src (Place.CodeUri)');
    expect(code).toBe(0);
    const { files } = JSON.parse(readFileSync(join(folder, 'synth.out/synth.json'), 'utf8'));
    for (const { name, file } of files) {
      const object = storage.objects.get(`cdk-hnb659fds-assets-111122223333-eu-west-1/${name}`);
      expect(Buffer.from(object!).equals(readFileSync(join(folder, 'synth.out', file)))).toBe(true);
    }
  });

  it('makes the stack with cdk deploy', async () => {
    const { code, out } = await cdk(['deploy', '--require-approval', 'never', ...parameters], folder, endpoint);
    expect(out).toContain('✅  shop');
    expect(code).toBe(0);
    const stack = stacks.stacks.get('shop')!;
    expect(JSON.parse(stack.template)).toEqual(
      JSON.parse(readFileSync(join(folder, 'synth.out/shop.template.json'), 'utf8')),
    );
    expect(stack).toMatchObject({
      parameters: { Stage: 'test' },
      tags: { team: 'orders' },
      roleArn: 'arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1',
    });
    expect(cloud.calls.filter((call) => call === 's3 PUT').length).toBe(4);
  });

  it('runs the code that was packaged, directly and through its queue', async () => {
    expect(await world.invoke('Place', { id: 'direct' })).toEqual({ ids: ['direct'], stage: 'test' });
    await world.send({ id: 'queued' });
    expect(await world.poll()).toBe(1);
    expect(await world.poll()).toBe(0);
    const { Items } = await ask(dynamodb, 'DynamoDB_20120810.Scan', { TableName: 'Orders' });
    const ids = (Items as { id: { S: string } }[]).map(({ id }) => id.S).sort();
    expect(ids).toEqual(['direct', 'queued']);
    expect(await world.invoke('Inner', {})).toBe('inner test');
  });

  it('compares with what is deployed, nested stacks too', async () => {
    const { out } = await cdk(['diff'], folder, endpoint);
    expect(out).toContain('There were no differences');
  });
});
