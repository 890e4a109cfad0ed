import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

// Options that many commands share do the same in each of them.

const template = `Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String, Default: dev}}
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: index.handler
      Runtime: nodejs22.x
      AutoPublishAlias: !Ref Stage
      DeploymentPreference: {Type: AllAtOnce}
  Call:
    Type: AWS::SNS::Subscription
    Properties: {Protocol: lambda, TopicArn: 'arn:aws:sns:us-east-1:123456789012:t', Endpoint: !Ref FAliasprod}
`;
const old = `Resources:
  F: {Type: AWS::SNS::Topic}
`;
const project = (files: Readonly<Record<string, string>> = {}): string =>
  folderWith({ 'template.yaml': template, 'old.yaml': old, 'src/index.mjs': 'export const handler = 1;', ...files });

/** How a command is called for the template. */
const calls: Readonly<Record<string, readonly string[]>> = {
  expand: ['expand', 'template.yaml'],
  explain: ['explain', 'template.yaml', 'F'],
  lint: ['lint', 'template.yaml'],
  snapshot: ['snapshot', 'template.yaml'],
  build: ['build', 'template.yaml', '--stack-name', 's'],
  review: ['review', 'template.yaml'],
  appspec: ['appspec', 'template.yaml', 'F'],
  diff: ['diff', 'old.yaml', 'template.yaml'],
};

/** What a run said and wrote. */
const resultOf = (folder: string, args: readonly string[]): string => {
  const { out, err } = synth(folder, args);
  const written = ['snapshots/template.yaml', 'synth.out/s.template.json'].map((path) => join(folder, path));
  return [out, err, ...written.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'))].join('\n');
};

/** The value that the parameter 'Stage' had, by the alias that follows from it. */
const stageIn = (command: string, text: string): string | undefined => {
  if (command === 'lint') return text.includes('cfn-undefined-reference') ? 'dev' : 'prod';
  if (command === 'appspec') return /Alias: (\w+)/.exec(text)?.[1];
  // Who calls what is not there is shown by its name.
  if (command === 'review') return text.includes('FAliasprod') ? 'dev' : 'prod';
  return text.includes('FAliasdev') ? 'dev' : 'prod';
};

const config = 'parameters: {Stage: prod}\n';
const samconfig = `[prod.deploy.parameters]\nparameter_overrides = "Stage=prod"\n`;

describe.each(Object.entries(calls))('synth %s', (command, call) => {
  const stageWith = (files: Readonly<Record<string, string>>, ...args: string[]): string | undefined =>
    stageIn(command, resultOf(project(files), [...call, ...args]));

  it('takes values of parameters from the command line', () => {
    expect(stageWith({})).toBe('dev');
    expect(stageWith({}, '--parameter', 'Stage=prod')).toBe('prod');
    expect(stageWith({ 'values.json': '{"Stage": "prod"}' }, '--parameters', 'values.json')).toBe('prod');
    expect(stageWith({}, '--stage', 'prod')).toBe('prod');
  });

  it('takes them from the files of the project that count', () => {
    expect(stageWith({ 'synth.config.yaml': config })).toBe('prod');
    expect(stageWith({ 'synth.config.yaml': config }, '--no-config')).toBe('dev');
    expect(stageWith({ 'other.yaml': config }, '--config', 'other.yaml')).toBe('prod');
    expect(stageWith({ 'samconfig.toml': samconfig })).toBe('dev');
    expect(stageWith({ 'samconfig.toml': samconfig }, '--config-env', 'prod')).toBe('prod');
  });

  it('shows what counts', () => {
    const shown = resultOf(project({ 'synth.config.yaml': config }), [
      ...call,
      '--show-settings',
      '--region',
      'eu-west-1',
    ]);
    expect(shown).toMatch(/region +eu-west-1 +command line/);
    expect(shown).toMatch(/Stage +prod +synth\.config\.yaml/);
    for (const path of ['snapshots', 'synth.out']) expect(shown).not.toContain(path);
  });

  it('refuses a region that does not exist', () => {
    const { err, code } = synth(project(), [...call, '--region', 'nowhere']);
    expect(err).toContain("'nowhere' is not a region");
    expect(code).toBe(2);
  });

  it('reads files outside of the folder only where that is allowed', () => {
    const part = `  Include: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: ../part.yaml}}}\n`;
    const include = template.replace('Resources:\n', `Metadata:\n${part}Resources:\n`);
    const folder = folderWith({
      'part.yaml': 'Included: true\n',
      'app/src/index.mjs': '',
      'app/old.yaml': old,
      'app/template.yaml': include,
    });
    const result = (...args: string[]): string => resultOf(join(folder, 'app'), [...call, ...args]);
    if (command === 'snapshot') {
      expect(result()).toContain("Location: '../part.yaml'");
      expect(result('--include-outside', '--update')).toContain('Included: true');
    } else {
      expect(result()).toContain('include-outside');
      expect(result('--include-outside')).not.toContain('include-outside');
    }
  });
});

describe.each(['expand', 'explain', 'snapshot', 'build', 'appspec'])('synth %s', (command) => {
  it('takes the templates of repository applications', () => {
    const id = 'arn:aws:serverlessrepo:us-east-1:123456789012:applications/auth';
    const text = `${template}  App:\n    Type: AWS::Serverless::Application\n    Properties: {Location: {ApplicationId: '${id}', SemanticVersion: 1.0.0}}\n`;
    const result = (...args: string[]): string =>
      resultOf(project({ 'template.yaml': text }), [...calls[command]!, ...args]);
    expect(result()).toContain('--application');
    expect(result('--application', `${id}=https://example.com/auth.yaml`)).not.toContain('--application');
  });
});

it.each(['build', 'appspec'])('synth %s counts the time of the deployment', (command) => {
  const api =
    '  Api: {Type: AWS::Serverless::Api, Properties: {StageName: v1, AlwaysDeploy: true, DefinitionBody: {swagger: 2.0, paths: {}}}}\n';
  const run = (...args: string[]) => synth(project({ 'template.yaml': template + api }), [...calls[command]!, ...args]);
  if (command === 'build') expect(run().err).toContain('warning always-deploy');
  expect(run('--date', '2027-03-31')).toMatchObject({ code: 0, err: expect.not.stringContaining('always-deploy') });
  expect(run('--date', '2027-02-30')).toMatchObject({ code: 2, err: expect.stringContaining('is not a date') });
});

it('synth lint takes the templates of repository applications', () => {
  const { err, code } = synth(project(), [...calls['lint']!, '--application', 'auth']);
  expect(err).toContain("'auth' does not name an application and its template.");
  expect(code).toBe(2);
});

it('synth appspec refuses a place for artifacts that is none', () => {
  const { err, code } = synth(project(), [...calls['appspec']!, '--artifacts', 'bucket']);
  expect([err, code]).toEqual([
    "synth: 'bucket' is not an S3 location.\nWrite s3://bucket or s3://bucket/prefix.\n",
    2,
  ]);
  expect(synth(project(), [...calls['appspec']!, '--artifacts', 's3://bucket']).code).toBe(0);
});

describe('the other side of synth diff', () => {
  const diff = (...args: string[]): string => {
    const aliased = template.replace(/ {2}Call:.*/s, '');
    const folder = folderWith({
      'a.yaml': aliased,
      'b.yaml': aliased,
      'values.json': '{"Stage": "prod"}',
      'src/index.mjs': '',
    });
    return synth(folder, ['diff', 'a.yaml', 'b.yaml', ...args]).out;
  };

  it('has its own values of parameters', () => {
    expect(diff()).toContain('The deployment changes nothing');
    for (const args of [
      ['--old-parameter', 'Stage=prod'],
      ['--old-parameters', 'values.json'],
    ]) {
      expect(diff(...args)).toMatch(/\+ FAliasdev .*- FAliasprod /s);
    }
  });

  it('gains and loses no permissions in a region that only one side is known to be for', () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Q: {Type: AWS::SQS::Queue}
  F:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: a.b
      InlineCode: x
      Policies:
        - SQSSendMessagePolicy: {QueueName: !GetAtt Q.QueueName}
        - Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: !Sub 'arn:aws:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/x'}]
`;
    const folder = folderWith({ 'a.yaml': template, 'b.yaml': template });
    const of = (...args: string[]) => synth(folder, ['diff', 'a.yaml', 'b.yaml', ...args]).out;
    for (const side of ['--old-region', '--region']) expect(of(side, 'eu-west-1')).not.toContain('permissions-');
    expect(of('--old-region', 'eu-west-1', '--region', 'us-east-1')).toContain('permissions-gained');
  });

  it('has its own region', () => {
    expect(diff('--old-region', 'eu-west-1')).toContain('The deployment changes nothing');
    expect(diff('--old-region', 'cn-north-1', '--format', 'json')).toContain('arn:aws-cn:');
  });
});

describe.each(['convert', 'review', 'snapshot'])('synth %s', (command) => {
  const topic = 'Resources: {Topic: {Type: AWS::SNS::Topic}}\n';
  /** The exit code, and the templates that were worked on. */
  const taken = (args: readonly string[], input = ''): readonly string[] => {
    const folder = folderWith({ 'a.yaml': topic, 'b.yaml': topic, 'package.json': '{"name": "x"}' });
    const more = command === 'convert' ? ['--out-dir', 'out'] : [];
    const { out, code } = synth(folder, [command, ...more, ...args], input);
    const isTaken = (name: string): boolean =>
      out.includes(`${name}.yaml`) || existsSync(join(folder, 'out', `${name}.yaml`));
    return [`${code}`, ...['a', 'b'].filter(isTaken)];
  };

  it('leaves out what is to be ignored', () => {
    expect(taken(['.'])).toEqual(['0', 'a', 'b']);
    expect(taken(['.', '--ignore', 'b.yaml'])).toEqual(['0', 'a']);
  });

  it('passes over what is no template only where that is asked for', () => {
    expect(taken(['a.yaml', 'package.json'])[0]).toBe('2');
    expect(taken(['a.yaml', 'package.json', '--skip-other-files'])).toEqual(['0', 'a']);
  });

  if (command !== 'snapshot') {
    it('takes a template from stdin for a file', () => {
      const args = ['--stdin-path', 'c/template.yaml', ...(command === 'convert' ? ['--report'] : [])];
      const { out, err, code } = synth(folderWith({}), [command, ...args], topic);
      expect(out + err).toContain('c/template.yaml');
      expect(code).toBe(0);
    });
  }
});

it('synth convert includes files outside of the folder only where that is allowed', () => {
  const folder = folderWith({
    'tables.yaml': 'tables: {Orders: {key: id}}\n',
    'app/synth.yaml': 'synth: 1\ninclude: [../tables.yaml]\n',
  });
  const convert = (...args: string[]) => synth(join(folder, 'app'), ['convert', 'synth.yaml', ...args]);
  expect(convert()).toMatchObject({ code: 1, err: expect.stringContaining('--include-outside') });
  expect(convert('--include-outside')).toMatchObject({
    code: 0,
    out: expect.stringContaining('AWS::DynamoDB::Table'),
  });
});
