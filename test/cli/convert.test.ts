import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const compact = `synth: 1
# Everything that was ordered.
tables:
  Orders: {key: orderId, keep: true}
`;
const sam = `# What the service needs.
Transform: AWS::Serverless-2016-10-31
Resources:
  # Works the orders off.
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs22.x
      Timeout: 30
  Domain:
    Type: AWS::CloudFormation::CustomResource
    Properties: {ServiceToken: !GetAtt Work.Arn}
`;

const expanded = (folder: string, file: string): unknown => JSON.parse(synth(folder, ['expand', file]).out);

describe('synth convert', () => {
  it('makes a compact spec of SAM and SAM of a compact spec, whichever a file is not', () => {
    const folder = folderWith({ 'template.yaml': sam, 'orders.yaml': compact });
    const toSpec = synth(folder, ['convert', 'template.yaml']);
    expect(toSpec).toMatchObject({ code: 0, err: '' });
    expect(toSpec.out).toBe(`# What the service needs.
synth: 1

# Works the orders off.
function Work: {run: index.handler in src on nodejs22.x, timeout: 30s}

resource AWS::CloudFormation::CustomResource Domain: {ServiceToken: !GetAtt Work.Arn}
`);
    const toSam = synth(folder, ['convert', 'orders.yaml']);
    expect(toSam).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Type: AWS::DynamoDB::Table') });
    expect(toSam.out).toContain('# Everything that was ordered.');
  });

  it('writes a file that expands to the same, there and back', () => {
    const folder = folderWith({ 'template.yaml': sam, 'src/index.mjs': '' });
    const before = expanded(folder, 'template.yaml');
    expect(synth(folder, ['convert', 'template.yaml', '-o', 'synth.yaml'])).toEqual({ code: 0, out: '', err: '' });
    expect(expanded(folder, 'synth.yaml')).toEqual(before);
    expect(synth(folder, ['convert', 'synth.yaml', '-o', 'back.yaml']).code).toBe(0);
    expect(expanded(folder, 'back.yaml')).toEqual(before);
  });

  it('reads stdin', () => {
    const { out, code } = synth(folderWith({}), ['convert', '-', '--to', 'spec'], sam);
    expect([code, out]).toEqual([0, expect.stringContaining('synth: 1\n')]);
  });

  it('leaves a file that is what is asked for as it is', () => {
    const { out, code } = synth(folderWith({}), ['convert', '-', '--to', 'sam'], sam);
    expect(code).toBe(0);
    expect(out).toContain('Type: AWS::Serverless::Function');
  });

  it('converts several files into a folder; a bad one does not stop the others', () => {
    const folder = folderWith({ 'a/template.yaml': sam, 'b.yaml': 'Resources: [', 'c.yaml': compact });
    const { code, err } = synth(folder, ['convert', 'a/template.yaml', 'b.yaml', 'c.yaml', '--out-dir', 'out']);
    expect(code).toBe(1);
    expect(err).toContain('b.yaml:1:12');
    expect(readFileSync(join(folder, 'out/a/template.yaml'), 'utf8')).toContain('synth: 1');
    expect(readFileSync(join(folder, 'out/c.yaml'), 'utf8')).toContain('AWS::DynamoDB::Table');
  });

  const withPaths = `Transform: [{Name: AWS::Include, Parameters: {Location: ./shared.yaml}}, AWS::Serverless-2016-10-31]
Globals: {Function: {CodeUri: ./}}
Resources:
  # Works the orders off.
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: !If [Local, src/work, 's3://code/work.zip'] # the code
      Handler: index.handler
      Runtime: nodejs22.x
  Image:
    Type: AWS::Serverless::Function
    Metadata: {Dockerfile: Dockerfile, DockerContext: image}
    Properties: {PackageType: Image}
  Inner: {Type: AWS::Serverless::Application, Properties: {Location: ../inner/template.yaml}}
  More: {'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: more.yaml}}}
Conditions: {Local: !Equals [a, b]}
`;

  it('changes local paths for the folder that it writes to, in both directions', () => {
    const folder = folderWith({ 'svc/template.yaml': withPaths });
    const there = synth(folder, ['convert', 'svc/template.yaml', '--out-dir', 'specs']);
    expect(there).toEqual({ code: 0, out: '', err: '' });
    const spec = readFileSync(join(folder, 'specs/svc/template.yaml'), 'utf8');
    for (const path of ['src/work', 'image', 'shared.yaml', 'more.yaml']) expect(spec).toContain(`../../svc/${path}`);
    expect(spec).toContain('# the code');
    expect(spec).toContain(' ../../inner/template.yaml');
    expect(spec).toContain('s3://code/work.zip');
    expect(synth(folder, ['convert', 'specs/svc/template.yaml', '-o', 'svc/back.yaml'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const back = readFileSync(join(folder, 'svc/back.yaml'), 'utf8');
    expect(back).toContain('src/work');
    expect(back).toContain('DockerContext: image');
    expect(back).toContain("CodeUri: '.'");
    expect(back).not.toContain('svc/');
  });

  it('leaves paths alone on stdout, and warns where a spec stays one', () => {
    const text = 'synth: 1\ninclude: more.yaml\nfunction Work: {run: index.handler in src on nodejs22.x}\n';
    const folder = folderWith({ 'svc/synth.yaml': text, 'svc/more.yaml': 'queue Jobs:\n' });
    expect(synth(folder, ['convert', 'svc/synth.yaml']).out).toContain('CodeUri: src,');
    expect(synth(folder, ['convert', 'svc/synth.yaml', '--to', 'spec', '--out-dir', 'out'])).toEqual({
      code: 0,
      out: '',
      err: "synth: the paths in 'svc/synth.yaml' still count from 'svc': more.yaml, src. Write the spec to that folder, or change them.\n",
    });
  });

  it('says what has no compact form, and why', () => {
    const circle = sam.replace('Timeout: 30', 'Timeout: {Ref: AWS::NoValue}\n      Unknown: 1');
    const { err, code } = synth(folderWith({ 'template.yaml': circle }), ['convert', 'template.yaml', '--report']);
    expect(code).toBe(0);
    expect(err).toMatch(/^template\.yaml: Work \(AWS::Serverless::Function\) .*\.\n$/);
    const none = synth(folderWith({ 'template.yaml': sam }), ['convert', '--to', 'spec', '--report']);
    expect(none.err).toBe("template.yaml: nothing falls back to SAM's own form.\n");
  });

  it('takes names of the author for no properties of SAM', () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Public:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth: {Authorizers: {Users: {JwtConfiguration: {issuer: a, audience: [b]}, IdentitySource: $request.header.A}}}
  Work:
    Type: AWS::Serverless::Function
    Connectors: {Orders: {Properties: {Destination: {Id: Table}, Permissions: [Read]}}}
    Properties: {CodeUri: src, Handler: index.handler, Runtime: nodejs22.x}
  Table: {Type: AWS::Serverless::SimpleTable}
`;
    const { err } = synth(folderWith({ 'template.yaml': template }), ['convert', '--report']);
    expect(err).toBe("template.yaml: nothing falls back to SAM's own form.\n");
  });

  it('reports parameters, defaults and events, each with its reason', () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Globals: {Function: {VpcConfig: {SubnetIds: [a], Ipv6: true}}}
Parameters: {Secret: {Type: String, NoEcho: false}}
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs22.x
      Events:
        Any: {Type: HttpApi}
        Get: {Type: Api, Properties: {Path: /x, Method: get, RestApiId: Public}}
  Public: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}
  Jobs:
    Type: AWS::SQS::Queue
    Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: '3'}}
  Failed: {Type: AWS::SQS::Queue}
`;
    const { err } = synth(folderWith({ 'template.yaml': template }), ['convert', '--report']);
    const named = "has properties under SAM's names: no compact form for";
    expect(err.replaceAll('template.yaml: ', '').split('\n')).toEqual([
      `Secret (parameter) ${named} NoEcho ('secret' cannot say this value; it takes 'true', or the key left out).`,
      `Globals.Function (AWS::Serverless::Function) ${named} VpcConfig ('vpc' of 'defaults' does not become Globals).`,
      `Work (AWS::Serverless::Function) ${named} events.Any (no form of an event says all that it holds), events.Get.RestApiId (no key sets it).`,
      `Jobs (AWS::SQS::Queue) ${named} RedrivePolicy ('dead-letter' cannot say this value; it takes a queue and a number of receives, such as 'Failed after 5', or a map).`,
      '',
    ]);
  });

  it('reports keys without characters that a terminal obeys', () => {
    const coloured = sam.replace('Timeout: 30', '"Kms\\eX": 1');
    const { err } = synth(folderWith({ 'template.yaml': coloured }), ['convert', 'template.yaml', '--report']);
    expect(err).toContain('Kms\ufffdX');
    expect(err).not.toContain('\u001b');
  });

  it('takes one stage', () => {
    const folder = folderWith({
      'synth.yaml': `${compact}stages: {prod: {tables: {Orders: {capacity: '5 read, 5 write'}}}}\n`,
    });
    const { out, code } = synth(folder, ['convert', '--to', 'sam', '--stage', 'prod']);
    expect([code, out]).toEqual([0, expect.stringContaining('ProvisionedThroughput')]);
  });

  it.each([
    ['a stage of SAM', ['template.yaml', '--stage', 'prod'], "'--stage' chooses a stage of a compact spec"],
    ['several files into one', ['template.yaml', 'synth.yaml', '-o', 'out.yaml'], 'cannot share one output'],
    ['a file over itself', ['template.yaml', '-o', 'template.yaml'], 'would overwrite'],
    ['a form that there is not', ['template.yaml', '--to', 'cdk'], 'sam, spec'],
    ['a file that is not there', ['no.yaml'], "'no.yaml'"],
  ])('refuses %s', (_, args, text) => {
    const folder = folderWith({ 'template.yaml': sam, 'synth.yaml': compact });
    const { code, err, out } = synth(folder, ['convert', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(text);
  });
});

describe('synth appspec', () => {
  const rollout = `synth: 1
functions:
  Orders:
    code: src
    handler: index.handler
    runtime: nodejs22.x
    alias: live
    rollout: {shift: canary 10% for 5m, before: Check}
  Check: {code: src, handler: index.handler, runtime: nodejs22.x, hook: true}
`;

  it('prints what CodeDeploy is to shift, from a compact spec', () => {
    const folder = folderWith({ 'synth.yaml': rollout });
    const { out, code } = synth(folder, ['appspec', 'synth.yaml', 'Orders', '--current', '3', '--target', '4']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /version: 0\.0[\s\S]*Orders:[\s\S]*Alias: live[\s\S]*CurrentVersion: '?3'?[\s\S]*TargetVersion: '?4'?/,
    );
    expect(out).toContain('BeforeAllowTraffic');
  });

  it('says which function there is not', () => {
    const { err, code } = synth(folderWith({ 'synth.yaml': rollout }), ['appspec', 'synth.yaml', 'Order']);
    expect(code).toBe(1);
    expect(err).toContain("'Orders'");
  });
});

describe('the file that commands take', () => {
  it('is synth.yaml before template.yaml, and it is said which', () => {
    const folder = folderWith({ 'synth.yaml': compact, 'template.yaml': sam });
    const { out, err } = synth(folder, ['expand']);
    expect(err).toBe('synth: took synth.yaml; there is template.yaml too.\n');
    expect(out).toContain('AWS::DynamoDB::Table');
  });
});
