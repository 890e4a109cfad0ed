import { describe, expect, it } from 'vitest';
import { deployCommands } from '../../src/build/commands.ts';
import { differences } from '../../src/build/differences.ts';
import { filesIn, type Manifest } from '../../src/build/manifest.ts';
import { tiesOf } from '../../src/build/ties.ts';
import { type ExpandOptions, expand } from '../../src/index.ts';
import { capabilitiesOf } from '../../src/model/capabilities.ts';
import type { JsonMap } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';

describe('capabilities', () => {
  const template = (type: string, properties: JsonMap = {}): JsonMap => ({
    Resources: { A: { Type: type, Properties: properties } },
  });
  it.each([
    [[template('AWS::SNS::Topic')], []],
    [[template('AWS::IAM::Role')], ['CAPABILITY_IAM']],
    [[template('AWS::IAM::Role', { RoleName: 'x' }), template('AWS::IAM::User')], ['CAPABILITY_NAMED_IAM']],
    [
      [{ ...template('AWS::IAM::Policy', { PolicyName: 'x' }), Transform: 'Own' }],
      ['CAPABILITY_AUTO_EXPAND', 'CAPABILITY_IAM'],
    ],
  ])('%j', (templates, expected) => {
    expect(capabilitiesOf(templates)).toEqual(expected);
  });
});

describe('differences', () => {
  it('are told by pointers, as far down as both have something', () => {
    expect(
      differences({ a: 1, b: { 'c/d': [1, 2], e: 1 }, f: [1] }, { a: 1, b: { 'c/d': [1, 3] }, f: [1, 2], g: 0 }),
    ).toEqual(['/b/c~1d/1', '/b/e', '/f', '/g']);
    expect(differences({ a: [null] }, { a: [null] })).toEqual([]);
  });
});

describe('ties', () => {
  const ties = (text: string, options: ExpandOptions = {}) =>
    tiesOf(parse(text).root as JsonMap, {
      made: expand(text, options).template as JsonMap,
      options,
      expand: (changed) => expand(text, changed).template as JsonMap | undefined,
    });
  const alias = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Title: {Type: String, Default: x}
  Size: {Type: Number, Default: 3}
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://b/k, AutoPublishAlias: !Ref Stage, Description: !Ref Title}}
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Sub '\${Title}-\${Size}-\${AWS::Region}'}}
`;

  it('are the parameters whose values became part of the template', () => {
    expect(ties(alias).map(({ name, value }) => [name, value])).toEqual([
      ['Stage', 'dev'],
      ['AWS::Partition', 'aws'],
    ]);
    expect(ties(alias)[0]!.places).toContain('/Resources/FAliasdev');
    expect(ties(alias, { parameters: { Stage: 'prod' } })).toMatchObject([
      { name: 'Stage', value: 'prod' },
      { name: 'AWS::Partition' },
    ]);
  });

  it('do not show a value that NoEcho hides', () => {
    const hidden = alias.replace('AllowedValues: [dev, prod]', 'NoEcho: true');
    expect(ties(hidden)[0]).toMatchObject({ name: 'Stage', value: '****' });
  });

  it('are the region and its partition where something follows from them', () => {
    const role = (policy: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, InlineCode: x, Policies: ${policy}}}
`;
    expect(ties(role('[]'), { region: 'eu-west-1' }).map(({ name, value }) => [name, value])).toEqual([
      ['AWS::Partition', 'aws'],
    ]);
    expect(ties('Resources: {T: {Type: AWS::SNS::Topic}}')).toEqual([]);
    const layer = `Transform: AWS::Serverless-2016-10-31
Resources:
  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: 's3://b/k', Description: !Ref AWS::Region}}
`;
    expect(ties(layer).map(({ name, value }) => [name, value])).toEqual([
      ['AWS::Region', 'us-east-1'],
      ['AWS::Partition', 'aws'],
    ]);
  });

  it('have no places where there is no expansion for another value', () => {
    const text = `Transform: AWS::Serverless-2016-10-31
Parameters: {Alias: {Type: String, Default: live, AllowedValues: [live, 'not live']}}
Resources:
  F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b, Runtime: nodejs22.x, InlineCode: x, AutoPublishAlias: !Ref Alias}}
`;
    expect(ties(text)).toContainEqual({ name: 'Alias', value: 'live', places: [] });
  });
});

describe('the commands that deploy an output', () => {
  const manifest: Manifest = {
    version: 1,
    stack: { name: 'orders', parameters: {}, tags: {} },
    template: 'orders.template.json',
    templateBytes: 100,
    capabilities: [],
    needs: [],
    bucket: 'code-${AWS::AccountId}-${AWS::Region}',
    prefix: '',
    files: [],
    ties: [],
  };
  const file = { name: 'n', file: 'assets/n', made: 'file', path: 'p', users: [], bytes: 1, sha256: '' } as const;

  it('are as short as they can be', () => {
    expect(deployCommands(manifest, 'synth.out')).toEqual({
      cdk: 'npx aws-cdk@2 deploy --app synth.out',
      aws: ['aws cloudformation deploy --template-file synth.out/orders.template.json --stack-name orders'],
    });
  });

  it('name all that the template needs, quoted for a shell', () => {
    const stack = {
      name: 'orders',
      account: '123456789012',
      region: 'eu-west-1',
      parameters: { Name: "it's $x" },
      tags: { team: 'a b' },
    };
    const more = { stack, files: [file], prefix: 'a/b', capabilities: ['CAPABILITY_IAM'], templateBytes: 51_201 };
    expect(deployCommands({ ...manifest, ...more }, 'my out').cdk).toBe(
      "npx aws-cdk@2 deploy --app 'my out' --parameters 'orders:Name=it'\\''s $x'",
    );
    expect(deployCommands({ ...manifest, ...more }, 'my out').aws).toEqual([
      'aws s3 sync \'my out/assets\' "s3://code-123456789012-eu-west-1/a/b" --size-only --region eu-west-1',
      "aws cloudformation deploy --template-file 'my out/orders.template.json' --stack-name orders --s3-bucket \"code-123456789012-eu-west-1\" --capabilities CAPABILITY_IAM --parameter-overrides 'Name=it'\\''s $x' --tags 'team=a b' --region eu-west-1",
    ]);
    expect(deployCommands({ ...manifest, ...more, prefix: 'x$(id)`id`"' }, 'o').aws[0]).toContain(
      '"s3://code-123456789012-eu-west-1/x\\$(id)\\`id\\`\\""',
    );
    expect(deployCommands({ ...manifest, files: [file] }, 'o').aws[0]).toContain(
      '"s3://code-$(aws sts get-caller-identity --query Account --output text)-$(aws configure get region)"',
    );
  });
});

describe('the manifest of an earlier output', () => {
  it.each([
    [undefined],
    [null],
    [[]],
    [{ files: 1 }],
    [{ files: [null, 1, { name: 'a' }, { name: 1, sha256: 'x', bytes: 1 }] }],
  ])('is not trusted: %j', (manifest) => {
    expect(filesIn(manifest as never).size).toBe(0);
  });
});
