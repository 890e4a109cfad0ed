import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaking, breaks, folderWith, synth } from './synth.ts';

const queue = (name: string, more = '') => `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: ${name}${more}
`;

const git = (folder: string, ...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );

/** A repository with one commit of these files. */
const repositoryWith = (files: Readonly<Record<string, string>>): string => {
  const folder = folderWith(files);
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'one');
  return folder;
};

const sam = (code: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: index.handler, Runtime: nodejs22.x, CodeUri: ${code}}
`;

describe('synth diff of two files', () => {
  const folder = folderWith({
    'old.yaml': queue('a'),
    'new.yaml': queue('b'),
    'same.json': '{"Resources": {"Queue": {"Properties": {"QueueName": "a"}, "Type": "AWS::SQS::Queue"}}}',
  });

  it('tells the consequences at their lines, and what becomes of each resource', () => {
    const { out, err, code } = synth(folder, ['diff', 'old.yaml', 'new.yaml']);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('new.yaml (old.yaml → new.yaml): 1 replaced\n');
    expect(out).toContain(
      "new.yaml:5:18 error data-lost The queue 'Queue' is replaced by an empty one because 'QueueName' changes: its messages are lost.",
    );
    expect(out).toContain(
      '± Queue AWS::SQS::Queue: replaced, the old one is deleted  new.yaml:5\n      QueueName: a → b replaces it\n',
    );
  });

  it('says so where nothing changes', () => {
    expect(synth(folder, ['diff', 'old.yaml', 'same.json'])).toMatchObject({
      out: 'The deployment changes nothing: the templates mean the same.\n',
      code: 0,
    });
    expect(synth(folder, ['diff', 'old.yaml', 'same.json', '--format', 'markdown']).out).toContain(
      '## No change to what is deployed',
    );
  });

  it('reads one of them from stdin, and takes the template out of what AWS prints', () => {
    const deployed = JSON.stringify({
      TemplateBody: JSON.parse(readFileSync(join(folder, 'same.json'), 'utf8')),
      StagesAvailable: [],
    });
    expect(synth(folder, ['diff', '-', 'old.yaml'], deployed).out).toContain('changes nothing');
    expect(synth(folder, ['diff', '-', 'new.yaml'], JSON.stringify({ TemplateBody: queue('a') })).out).toContain(
      '1 replaced',
    );
  });

  it('takes stdin for one of them only, since it can be read once', () => {
    expect(synth(folder, ['diff', '-', '-'], queue('a'))).toEqual({
      code: 2,
      out: '',
      err: "synth: '-' can be given once.\nStdin is one template: give the other one as a file.\n",
    });
  });

  it('fails on what it is told to fail on', () => {
    const code = (...kinds: string[]) =>
      synth(folder, ['diff', 'old.yaml', 'new.yaml', ...kinds.flatMap((kind) => ['--fail-on', kind])]).code;
    expect([
      code('replaced'),
      code('removed'),
      code('removed', 'replaced'),
      code('any'),
      code('changed'),
      code('widened'),
      code('lost'),
      code('data-lost'),
      code('refused', 'public', 'broken', 'unmoved'),
    ]).toEqual([1, 0, 1, 1, 1, 0, 1, 1, 0]);
    expect(synth(folder, ['diff', 'old.yaml', 'same.json', '--fail-on', 'any', '--fail-on', 'changed']).code).toBe(0);
    expect(synth(folder, ['diff', 'old.yaml', 'new.yaml', '--fail-on', 'widend'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /^synth: '--fail-on widend' names no kind and no consequence\. Did you mean 'widened'\?\nThe kinds are replaced, removed, lost, /,
      ),
    });
    expect(synth(folder, ['diff', 'old.yaml', 'new.yaml', '--fail-on', 'data-los']).err).toContain("'data-lost'?");
  });

  it('prints JSON and SARIF', () => {
    const { templates, version } = JSON.parse(synth(folder, ['diff', 'old.yaml', 'new.yaml', '--format', 'json']).out);
    expect(version).toBe(1);
    expect(templates[0]).toMatchObject({
      template: 'new.yaml',
      consequences: [{ id: 'data-lost', at: { file: 'new.yaml', line: 5 } }],
      resources: [
        { id: 'Queue', fate: 'replaced', properties: [{ path: 'QueueName', before: 'a', after: 'b', replaces: true }] },
      ],
    });
    const sarif = JSON.parse(synth(folder, ['diff', 'old.yaml', 'new.yaml', '--format', 'sarif']).out);
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: 'data-lost',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 5 } } }],
    });
  });

  it('takes parameters for each side', () => {
    const template = `Parameters: {Stage: {Type: String}}\n${queue('!Sub "q-${Stage}"')}`;
    const other = folderWith({ 'template.yaml': template });
    const run = (...args: string[]) => synth(other, ['diff', 'template.yaml', './template.yaml', ...args]).out;
    expect(run('--parameter', 'Stage=prod')).toContain('changes nothing');
    expect(run('--old-parameter', 'Stage=dev', '--parameter', 'Stage=prod')).toContain('QueueName: q-dev → q-prod');
  });

  it('compares two stages of a compact spec, and a stage with what it was', () => {
    const spec = (size: string) => `synth: 1
functions:
  Work: {runtime: nodejs22.x, handler: a.b, inline: x, memory: 128MB}
stages:
  dev: {}
  prod: {functions: {Work: {memory: ${size}}}}
`;
    const other = folderWith({ 'synth.yaml': spec('1GB'), 'old.yaml': spec('512MB') });
    const run = (...args: string[]) => synth(other, ['diff', ...args]);
    const stages = run('synth.yaml', 'synth.yaml', '--old-stage', 'dev', '--stage', 'prod');
    expect(stages).toMatchObject({ code: 0, err: '', out: expect.stringContaining('MemorySize: 128 → 1024') });
    expect(run('old.yaml', 'synth.yaml', '--stage', 'prod').out).toContain('MemorySize: 512 → 1024');
    expect(run('old.yaml', 'synth.yaml', '--stage', 'dev').out).toContain('changes nothing');
    expect(run('old.yaml', 'synth.yaml').out).toContain(
      "synth.yaml in the stage 'prod' (old.yaml → synth.yaml): 1 changed",
    );
    expect(run('old.yaml', 'synth.yaml', '--old-stage', 'prd')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^old\.yaml:4:1 error spec-unknown-stage There is no stage 'prd'/),
    });
  });

  it('speaks the words of a compact spec, and takes what is accepted beside its lines', () => {
    const spec = (key: string, timeout: string) => `synth: 1
functions:
  Work: {runtime: nodejs22.x, handler: a.b, inline: x, alias: live, timeout: ${timeout}}
tables:
  Items: {key: ${key}} # synth-accept data-lost: nothing in it yet
`;
    const other = folderWith({ 'old.yaml': spec('id', '3s').replace(/ #.*/, ''), 'synth.yaml': spec('order', '9s') });
    const { out } = synth(other, ['diff', 'old.yaml', 'synth.yaml']);
    expect(out).toMatch(/^synth\.yaml:3:\d+ warning alias-not-moved .*: 'timeout' of the function changes/m);
    expect(out).toMatch(/^accepted data-lost The table 'Items' .* because 'key' changes/m);
    expect(synth(other, ['diff', 'old.yaml', 'synth.yaml', '--fail-on', 'replaced']).code).toBe(0);
  });

  it('does not compare what has errors, says why, and compares the rest', () => {
    const broken = folderWith({ 'old.yaml': queue('a'), 'new.yaml': 'Resources: [1' });
    const run = synth(broken, ['diff', 'old.yaml', 'new.yaml']);
    expect(run.code).toBe(1);
    expect(run.err).toContain("'new.yaml' is not compared, because it has errors.");
    expect(synth(broken, ['diff', 'nowhere.yaml', 'new.yaml'])).toMatchObject({
      code: 2,
      err: "synth: 'nowhere.yaml' cannot be read: there is no such file.\n",
    });
    expect(synth(broken, ['diff', 'a', 'b', 'c']).code).toBe(2);
  });
});

describe('nested stacks', () => {
  const table = (key: string) =>
    `Parameters: {Name: {Type: String}}\nResources:\n  T:\n    Type: AWS::DynamoDB::Table\n    Properties: {TableName: !Ref Name, KeySchema: [{AttributeName: ${key}, KeyType: HASH}], AttributeDefinitions: [{AttributeName: ${key}, AttributeType: S}]}\n`;
  const nest = (id: string, path: string, more = '', parameters = '{Name: orders}') =>
    `Resources:\n  ${id}: {Type: AWS::CloudFormation::Stack, ${more}Properties: {TemplateURL: ${path}, Parameters: ${parameters}}}\n`;

  it('are compared with their local templates, as deep as they nest, with the values that they are given', () => {
    const folder = folderWith({
      'old/template.yaml': nest('Outer', 'sub/outer.yaml'),
      'old/sub/outer.yaml': `Parameters: {Name: {Type: String}}\n${nest('Inner', 'inner.yaml', '', '{Name: !Ref Name}')}`,
      'old/sub/inner.yaml': table('id'),
    });
    cpSync(join(folder, 'old'), join(folder, 'new'), { recursive: true });
    const run = (...args: string[]) => synth(folder, ['diff', 'old/template.yaml', 'new/template.yaml', ...args]);
    expect(run().out).toContain('changes nothing');
    writeFileSync(join(folder, 'new/sub/inner.yaml'), table('key'));
    const { out } = run();
    expect(out).toMatch(/^new\/sub\/inner\.yaml of the nested stack Outer\.Inner \(.*\): 1 refused$/m);
    expect(out).toMatch(/^new\/sub\/inner\.yaml:5:\d+ error replacement-refused The table 'T' must be replaced /m);
    expect(out).toContain("its name stays 'orders'");
    expect(run('--fail-on', 'replaced').code).toBe(1);
    expect(JSON.parse(run('--format', 'json').out).templates.map(({ stack }: { stack?: string[] }) => stack)).toEqual([
      undefined,
      ['Outer'],
      ['Outer', 'Inner'],
    ]);
    expect(run('--format', 'markdown').out).toContain('### `new/sub/inner.yaml` of the nested stack `Outer.Inner`');
  });

  it('do not have the defaults of parameters that are given other values', () => {
    const inner = (alias: string) =>
      `Transform: AWS::LanguageExtensions\nParameters: {Stage: {Type: String, Default: dev}}\nMappings: {Names: {dev: {Topic: ${alias}}, prod: {Topic: orders}}}\nResources: {T: {Type: AWS::SNS::Topic, Properties: {TopicName: !FindInMap [Names, !Ref Stage, Topic, {DefaultValue: x}]}}}\n`;
    const outer = (value: string) =>
      `Resources:\n  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml, Parameters: {Stage: ${value}}}}\n`;
    const run = (value: string) => {
      const folder = folderWith({
        'old/template.yaml': outer(value),
        'old/inner.yaml': inner('first'),
        'new/template.yaml': outer(value),
        'new/inner.yaml': inner('second'),
      });
      return synth(folder, ['diff', 'old/template.yaml', 'new/template.yaml']).out;
    };
    expect(run('dev')).toContain('TopicName: first → second');
    expect(run('!ImportValue stage')).not.toContain('TopicName: first → second');
  });

  it('are compared once where they are made of the same', () => {
    const twice = (path: string) =>
      `Resources:\n  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${path}}}\n  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${path}}}\n`;
    const depth = 16;
    const files = (last: string): Record<string, string> =>
      Object.fromEntries([
        ...[...Array(depth).keys()].map((at) => [`t${at}.yaml`, twice(`t${at + 1}.yaml`)]),
        [`t${depth}.yaml`, `Resources: {Q: {Type: ${last}}}\n`],
      ]);
    const named = (folder: string, all: Record<string, string>) =>
      Object.fromEntries(Object.entries(all).map(([name, text]) => [`${folder}/${name}`, text]));
    const folder = folderWith({ ...named('old', files('AWS::SQS::Queue')), ...named('new', files('AWS::SNS::Topic')) });
    const { out } = synth(folder, ['diff', 'old/t0.yaml', 'new/t0.yaml', '--format', 'json']);
    const { templates } = JSON.parse(out) as {
      templates: { template: string; stack?: string[]; sameStacks?: string[][] }[];
    };
    expect(templates).toHaveLength(depth + 1);
    const last = templates.filter(({ template }) => template === `new/t${depth}.yaml`);
    const around = Array<string>(depth - 1).fill('A');
    expect(last.map(({ stack, sameStacks }) => ({ stack, sameStacks }))).toEqual([
      { stack: [...around, 'A'], sameStacks: [[...around, 'B']] },
    ]);
    expect(synth(folder, ['diff', 'old/t15.yaml', 'new/t15.yaml']).out).toMatch(
      /^new\/t16\.yaml of the nested stacks A and B \(.*\): 1 refused$/m,
    );
  }, 60_000);

  it('are not compared without end', () => {
    const stacks = (path: string, passed: (at: number) => string) =>
      `Parameters: {P: {Type: String, Default: ''}}\nResources:\n${[...Array(30).keys()]
        .map(
          (at) =>
            `  S${at}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${path}, Parameters: {P: ${passed(at)}}}}\n`,
        )
        .join('')}`;
    const last = 'Parameters: {P: {Type: String}}\nResources: {Q: {Type: AWS::SQS::Queue}}\n';
    const folder = folderWith({
      'old/a.yaml': stacks('b.yaml', (at) => `p${at}`),
      'old/b.yaml': stacks('c.yaml', () => '!Ref P'),
      'old/c.yaml': last,
      'new/a.yaml': stacks('b.yaml', (at) => `p${at}`),
      'new/b.yaml': stacks('c.yaml', (at) => `q${at}`),
      'new/c.yaml': last,
    });
    const { code, err } = synth(folder, ['diff', 'old/a.yaml', 'new/a.yaml']);
    expect(code).toBe(1);
    expect(err).toContain(
      'nested-too-many More than 500 nested stacks that differ in their templates or parameters are not compared.',
    );
  }, 60_000);

  it('come and go with all that they hold', () => {
    const folder = folderWith({
      'old.yaml': nest('Data', 'table.yaml'),
      'kept.yaml': nest('Data', 'table.yaml', 'DeletionPolicy: Retain, '),
      'renamed.yaml': nest('Orders', 'table.yaml'),
      'none.yaml': 'Resources: {Topic: {Type: AWS::SNS::Topic}}\n',
      'table.yaml': table('id'),
    });
    const run = (old: string, now: string) => synth(folder, ['diff', old, now]).out;
    expect(run('old.yaml', 'none.yaml')).toContain("data-lost The table 'T' is deleted");
    expect(run('kept.yaml', 'none.yaml')).not.toContain('data-lost');
    expect(run('none.yaml', 'old.yaml')).toMatch(/^table\.yaml of the nested stack Data .*: 1 added$/m);
    expect(run('old.yaml', 'renamed.yaml')).toMatch(/^table\.yaml of the nested stack Data .*: 1 removed$/m);
    expect(run('old.yaml', 'renamed.yaml')).toContain("recreated as 'Orders': all its resources are lost");
  });

  it('are asked for no value that the stack around them passes', () => {
    const folder = folderWith({
      'none.yaml': 'Resources: {Topic: {Type: AWS::SNS::Topic}}\n',
      'passed.yaml': nest('Data', 'table.yaml', '', '{Name: !Ref AWS::StackName}'),
      'lacking.yaml': nest('Data', 'table.yaml', '', '{}'),
      'table.yaml': table('id'),
    });
    const run = (now: string) => synth(folder, ['diff', 'none.yaml', now]).out;
    expect(run('passed.yaml')).not.toContain('parameter-changed');
    expect(run('lacking.yaml')).toContain("parameter-changed The parameter 'Name' is new and has no default");
  });

  it('stand once where every template of the repository is compared', () => {
    const folder = repositoryWith({ 'app/template.yaml': nest('Data', 'table.yaml'), 'app/table.yaml': table('id') });
    writeFileSync(join(folder, 'app/table.yaml'), table('key'));
    const { out } = synth(folder, ['diff']);
    expect(out.match(/^\S+ .*\(HEAD → the working tree\)/gm)).toEqual([
      'app/template.yaml (HEAD → the working tree)',
      'app/table.yaml of the nested stack Data (HEAD → the working tree)',
    ]);
    rmSync(join(folder, 'app/template.yaml'));
    writeFileSync(join(folder, 'app/template.yaml'), 'Resources: {Topic: {Type: AWS::SNS::Topic}}\n');
    rmSync(join(folder, 'app/table.yaml'));
    expect(synth(folder, ['diff']).out.match(/^\S+ .*\(HEAD → the working tree\): .*/gm)).toEqual([
      'app/template.yaml (HEAD → the working tree): 1 removed and 1 added',
      'app/table.yaml of the nested stack Data (HEAD → the working tree): 1 removed',
    ]);
  });
});

describe('the stages of a template', () => {
  const spec = (name: string, memory = 256, more = '') => `synth: 1
tables:
  Orders: {key: id}
functions:
  Work: {runtime: nodejs22.x, handler: a.b, inline: x, memory: ${memory}}
stages:
  dev: {}
  qa: {tables: {Orders: {name: ${name}}}}
  prod: {tables: {Orders: {name: ${name}}}}
${more}`;
  const folder = folderWith({
    'old.yaml': spec('a'),
    'both.yaml': spec('b', 512),
    'base.yaml': spec('a', 512),
    'stages.yaml': spec('a', 256, '  new: {}\n').replace('  dev: {}\n', ''),
    'broken.yaml': spec('a').replace('{name: a}', '{nam: a}'),
    'accepted.yaml': spec('b').replaceAll(': b}}}', ': b}}} # synth-accept data-lost: they are empty'),
  });
  const run = (now: string, ...args: string[]) => synth(folder, ['diff', 'old.yaml', now, ...args]);

  it('are compared, and what they add to the base is reported once', () => {
    const { out, err, code } = run('both.yaml', '--fail-on', 'lost');
    expect([err, code]).toEqual(['', 1]);
    expect(out.match(/^\S.*\(old\.yaml → .*$/gm)).toEqual([
      'both.yaml (old.yaml → both.yaml): 1 changed',
      "both.yaml in the stage 'qa' (old.yaml → both.yaml): 1 replaced",
      "both.yaml in the stage 'prod' (old.yaml → both.yaml): 1 replaced",
    ]);
    expect(out).toContain("both.yaml:8:32 error data-lost The table 'Orders' is replaced by an empty one");
    expect(out.match(/MemorySize/g)).toHaveLength(1);
    expect(run('both.yaml', '--format', 'markdown').out).toContain('### `both.yaml` in the stage `prod`\n');
    expect(JSON.parse(run('both.yaml', '--format', 'json').out).templates[1].stages).toEqual(['qa']);
  });

  it('are silent where they differ by nothing from the base', () => {
    expect(run('base.yaml').out).not.toContain('stage');
    expect(run('both.yaml', '--stage', 'dev').out).not.toContain('stage');
  });

  it('are named where only one side has them, where they have errors, and where their consequences are accepted', () => {
    expect(run('stages.yaml')).toMatchObject({
      code: 0,
      err: "synth: The stage 'new' of 'stages.yaml' is new, so it is not compared. Use '--stage new --old-stage NAME' where it had another name.\nsynth: The stage 'dev' of 'stages.yaml' is removed; its stack stays until it is deleted.\n",
    });
    expect(run('broken.yaml')).toMatchObject({
      code: 1,
      err: expect.stringContaining("synth: 'broken.yaml in the stage 'qa'' is not compared, because it has errors.\n"),
    });
    const accepted = run('accepted.yaml', '--fail-on', 'lost');
    expect([accepted.err, accepted.code]).toEqual(['', 0]);
  });

  it('are those of the configuration, too, whose values are no news', () => {
    const template = (seconds: number, name: string) => `Parameters: {Stage: {Type: String}}
Mappings: {Kept: {prod: {Seconds: ${seconds}}, dev: {Seconds: 60}}}
Resources:
  Jobs: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: !FindInMap [Kept, !Ref Stage, Seconds]}}
  Role: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !Sub '\${Stage}-${name}'}}
`;
    const other = folderWith({
      'old.yaml': template(3600, 'a'),
      'template.yaml': template(60, 'a'),
      'value.yaml': template(3600, 'b'),
      'synth.config.yaml':
        'stages: {prod: {parameters: {Stage: prod}}, eu: {parameters: {Stage: prod}}, dev: {parameters: {Stage: dev}}}\n',
    });
    const { out } = synth(other, ['diff', 'old.yaml', 'template.yaml']);
    expect(out.match(/^\S.*\(old\.yaml → .*$/gm)).toEqual([
      'template.yaml (old.yaml → template.yaml): 1 perhaps changed',
      "template.yaml in the stages 'prod' and 'eu' (old.yaml → template.yaml): 1 changed",
    ]);
    expect(out).toContain("warning retention-shortened The queue 'Jobs' keeps messages for 60 seconds");
    expect(synth(other, ['diff', 'old.yaml', 'value.yaml']).out).not.toContain('stage');
  });
});

describe('a report for a terminal', () => {
  const odd = 'x\u001b]0;taken\u0007\u001b[2J\u202e\nforged: line';
  const folder = folderWith(
    Object.fromEntries(
      ['a', 'b'].flatMap((value) => [
        [
          `type-${value}.json`,
          JSON.stringify({
            Resources: { T: { Type: `Custom::${odd}`, Properties: { ServiceToken: 'a', B: value } } },
          }),
        ],
        [
          `id-${value}.json`,
          JSON.stringify({
            Resources: {
              [odd]: { Type: 'AWS::SQS::Queue', Properties: { QueueName: value } },
              S: { Type: 'AWS::SQS::QueueInlinePolicy', Properties: { Queue: { Ref: odd }, PolicyDocument: {} } },
            },
          }),
        ],
      ]),
    ),
  );

  it.each([
    ['type', 'Custom::x\ufffd]0;taken\ufffd\ufffd[2J\ufffd\ufffdforged: line'],
    ['id', "refers to 'x\ufffd]0;taken\ufffd\ufffd[2J\ufffd\ufffdforged: line', which is recreated"],
  ])('shows each resource on a line of its own, whatever its %s holds', (name, text) => {
    const args = ['diff', `${name}-a.json`, `${name}-b.json`];
    expect(synth(folder, args).out).toContain(text);
    for (const env of [{}, { FORCE_COLOR: '1' }]) {
      const { out } = synth(folder, args, '', env);
      expect(out.replace(/\u001b\[[\d;]*m/g, '')).not.toMatch(/[\0-\x08\v-\x1f\x7f-\x9f\u202e]|^forged/m);
    }
  });
});

describe('names and objects of a repository', () => {
  it('may be other than UTF-8', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a') });
    const odd = Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.from([0xff]), Buffer.from('.yaml')]);
    writeFileSync(odd, queue('a'));
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'two');
    const nothing = 'The deployment changes nothing: the templates mean the same.\n';
    expect(synth(folder, ['diff'])).toEqual({ out: nothing, err: '', code: 0 });
    writeFileSync(odd, queue('b'));
    const { out, err, code } = synth(folder, ['diff']);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('bad\ufffd.yaml (HEAD → the working tree): 1 replaced');
    rmSync(odd);
    expect(synth(folder, ['diff']).out).toContain('the template is removed');
  });

  it.runIf(sep === '/')('may hold backslashes', () => {
    const folder = repositoryWith({ 'q\\r/template.yaml': queue('a'), 'q/r/template.yaml': queue('a') });
    writeFileSync(join(folder, 'q\\r/template.yaml'), queue('b'));
    writeFileSync(join(folder, 'q/r/template.yaml'), queue('b'));
    const { out } = synth(folder, ['diff']);
    expect(out).toContain('q\\r/template.yaml (HEAD → the working tree)');
    expect(out).toContain('q/r/template.yaml (HEAD → the working tree)');
  });

  it('are told of where they are damaged', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a') });
    const id = git(folder, 'rev-parse', 'HEAD').trim();
    const file = join(folder, '.git/objects', id.slice(0, 2), id.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, 'garbage');
    const { err, code } = synth(folder, ['diff']);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(new RegExp(`^synth: git rev-parse failed: .*${id}.*corrupt`)),
    ]);
  });
});

describe('an error of synth itself', () => {
  it('stops only the template that it happens on', () => {
    const broken = queue('a')
      .replace('Resources', `Conditions: {C: !Equals ['${breaking}', !Ref AWS::Region]}\nResources`)
      .replace('Properties', 'Condition: C\n    Properties');
    const folder = repositoryWith({ 'broken.yaml': broken, 'other.yaml': queue('a') });
    writeFileSync(join(folder, 'broken.yaml'), broken.replace('QueueName: a', 'QueueName: b'));
    writeFileSync(join(folder, 'other.yaml'), queue('b'));
    const { out, err, code } = synth(folder, ['diff'], '', breaks);
    expect(code).toBe(1);
    expect(err).toContain(
      'broken.yaml error internal-error synth could not compare this template (TypeError: broken on purpose). Please report it with the template.\n',
    );
    expect(err).toContain("synth: 'broken.yaml' is not compared, because it has errors.\n");
    expect(out).toContain('other.yaml (HEAD → the working tree): 1 replaced');
  });
});

describe('what a side is read from', () => {
  it('may be a template in YAML as one JSON string, as --query TemplateBody prints it', () => {
    const folder = folderWith({ 'deployed.json': `${JSON.stringify(queue('a'))}\n`, 'template.yaml': queue('b') });
    expect(synth(folder, ['diff', 'deployed.json', 'template.yaml'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('QueueName: a → b replaces it'),
    });
  });

  it('is refused where git cannot read it', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a') });
    const id = git(folder, 'rev-parse', 'HEAD:template.yaml').trim();
    rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)));
    expect(synth(folder, ['diff', 'git:HEAD:template.yaml', 'template.yaml'])).toEqual({
      code: 2,
      out: '',
      err: `synth: git cat-file failed: the object '${id}' of the repository cannot be read.\n`,
    });
  });
});

describe('--fail-on any', () => {
  const fn = (name: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {FunctionName: ${name}, Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b}}
`;
  it('fails whenever a single kind would, with or without a consequence', () => {
    const topic = '  Topic: {Type: AWS::SNS::Topic}\n';
    const folder = folderWith({ 'a.yaml': fn('a'), 'b.yaml': fn('b'), 'more.yaml': `${fn('a')}${topic}` });
    for (const [from, to, kind] of [
      ['a.yaml', 'b.yaml', 'replaced'],
      ['more.yaml', 'a.yaml', 'removed'],
    ] as const) {
      expect(synth(folder, ['diff', from, to, '--fail-on', kind]).code).toBe(1);
      expect(synth(folder, ['diff', from, to, '--fail-on', 'any']).code).toBe(1);
    }
    expect(synth(folder, ['diff', 'a.yaml', 'a.yaml', '--fail-on', 'any']).code).toBe(0);
  });
});

describe('accepted consequences', () => {
  it('are written beside the line, with a reason, and count for the change that they come with', () => {
    const accepted = queue('b # synth-accept data-lost: nothing in it yet');
    const folder = folderWith({
      'old.yaml': queue('a'),
      'new.yaml': accepted,
      'next.yaml': accepted.replace('b #', 'c #'),
    });
    const run = (from: string, to: string) =>
      synth(folder, ['diff', from, to, '--fail-on', 'any', '--fail-on', 'replaced']);
    expect(run('old.yaml', 'new.yaml').code).toBe(0);
    expect(run('old.yaml', 'new.yaml').out).toContain('accepted data-lost The queue');
    expect(run('new.yaml', 'next.yaml').code).toBe(1);
    writeFileSync(join(folder, 'new.yaml'), queue('b # synth-accept data-lost'));
    expect(run('old.yaml', 'new.yaml').code).toBe(1);
    writeFileSync(join(folder, 'new.yaml'), `# synth-accept data-lost Queue: nothing in it yet\n${queue('b')}`);
    expect(run('old.yaml', 'new.yaml').code).toBe(0);
    writeFileSync(
      join(folder, 'new.yaml'),
      queue('b').replace('  Queue:', '  # synth-accept data-lost: nothing in it yet\n  Queue:'),
    );
    expect(run('old.yaml', 'new.yaml').code).toBe(0);
  });

  it('are written in the configuration', () => {
    const folder = folderWith({
      'old.yaml': queue('a'),
      'new.yaml': queue('b'),
      'synth.config.yaml': 'diff: {accept: [{consequence: data-lost, resource: Queue, reason: nothing in it yet}]}\n',
    });
    expect(synth(folder, ['diff', 'old.yaml', 'new.yaml', '--fail-on', 'any']).code).toBe(0);
    expect(synth(folder, ['diff', 'old.yaml', 'new.yaml', '--fail-on', 'any', '--no-config']).code).toBe(1);
    expect(synth(folder, ['lint', 'new.yaml']).err).toBe('');
    writeFileSync(join(folder, 'synth.config.yaml'), 'diff: {accept: [{consequence: data-lots, reason: a}]}\n');
    expect(synth(folder, ['diff', 'old.yaml', 'new.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Did you mean 'data-lost'?"),
    });
  });
});

describe('what synth diff was given in vain', () => {
  const folder = folderWith({
    'old.yaml': queue('a'),
    'new.yaml': `Parameters: {Stage: {Type: String}}\n${queue('b')}`,
    'synth.config.yaml': 'diff: {accept: [{consequence: data-lost, resource: Queeu, reason: moved}]}\n',
  });
  it('is a value for a parameter that no template has', () => {
    const { err, code } = synth(folder, ['diff', '--no-config', 'old.yaml', 'new.yaml', '--parameter', 'Stgae=a']);
    expect([err, code]).toEqual([
      "warning unknown-parameter A value was given for the parameter 'Stgae', but 'new.yaml' has no such parameter. Did you mean 'Stage'?\n",
      0,
    ]);
    const old = ['diff', '--no-config', 'old.yaml', 'new.yaml', '--old-parameter', 'Nope=a', '--parameter', 'Stage=a'];
    expect(synth(folder, old).err).toContain("the parameter 'Nope'");
    const known = ['diff', '--no-config', 'old.yaml', 'new.yaml', '--parameter', 'Stage=a'];
    expect(synth(folder, known).err).toBe('');
  });

  it('is an acceptance for a resource that no template has', () => {
    expect(synth(folder, ['diff', 'old.yaml', 'new.yaml']).err).toBe(
      "synth: The configuration accepts a consequence of 'Queeu', but no compared template has it. Did you mean 'Queue'?\n",
    );
  });
});

describe('synth diff with git', () => {
  it('compares with the last commit where nothing is named, code included', () => {
    const folder = repositoryWith({
      'template.yaml': sam('src'),
      'src/index.js': 'one',
      '.gitignore': 'node_modules\n',
    });
    expect(synth(folder, ['diff']).out).toContain('changes nothing');
    writeFileSync(join(folder, 'src/index.js'), 'two');
    const { out } = synth(folder, ['diff']);
    expect(out).toContain('template.yaml (HEAD → the working tree): 1 changed');
    expect(out).toContain('      Code.S3Key: other content\n');
  });

  it('compares a file of the last commit alone with how it lies here', () => {
    const folder = repositoryWith({
      'template.yaml': sam('src'),
      'src/index.js': 'one',
      'svc/template.yaml': queue('a'),
    });
    writeFileSync(join(folder, 'svc/template.yaml'), queue('b'));
    expect(synth(folder, ['diff', 'svc/template.yaml']).out).toContain(
      'svc/template.yaml (HEAD → svc/template.yaml): 1 replaced',
    );
  });

  it('takes a template that cannot be read any more for broken, not for gone', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a') });
    for (const text of ['', 'a: b\n', 'Resources: [1\n', 'Resources:\n', '- AWS::SQS::Queue\n']) {
      writeFileSync(join(folder, 'template.yaml'), text);
      const { out, err, code } = synth(folder, ['diff']);
      expect([out, code], text).toEqual(['', 1]);
      expect(err, text).toContain("synth: 'template.yaml' is not compared, because it has errors.");
    }
    rmSync(join(folder, 'template.yaml'));
    expect(synth(folder, ['diff', '--fail-on', 'any'])).toEqual({
      out: expect.stringMatching(
        /^template\.yaml \(HEAD → the working tree\): the template is removed; its stack stays until it is deleted\n$/,
      ),
      err: '',
      code: 0,
    });
    expect(JSON.parse(synth(folder, ['diff', '--format', 'json']).out).templates).toMatchObject([
      { template: 'template.yaml', removed: true, resources: [], consequences: [] },
    ]);
  });

  it('follows a template that was moved without git knowing of it', () => {
    const folder = repositoryWith({ 'a.yaml': queue('a'), 'b.yaml': queue('b', '\n      DelaySeconds: 1') });
    rmSync(join(folder, 'a.yaml'));
    rmSync(join(folder, 'b.yaml'));
    writeFileSync(join(folder, 'd.yaml'), queue('a'));
    writeFileSync(join(folder, 'c.yaml'), queue('b', '\n      DelaySeconds: 2'));
    expect(synth(folder, ['diff']).out).toMatch(
      /^c\.yaml \(HEAD → the working tree\): 1 changed\n\nResources\n.*c\.yaml:6\n +DelaySeconds: 1 → 2\n$/,
    );
  });

  it('says so where there is no template at all', () => {
    expect(synth(repositoryWith({ 'a.txt': 'AWS::' }), ['diff'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no template in this repository, neither in HEAD nor in the working tree.'),
    });
  });

  it('compares the templates that the configuration names, and no snapshots', () => {
    const folder = repositoryWith({ 'a/template.yaml': sam('src'), 'b/template.yaml': sam('src'), 'a/src/i.js': '1' });
    synth(folder, ['snapshot', 'a', 'b']);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'snapshots');
    for (const each of ['a', 'b']) writeFileSync(join(folder, each, 'template.yaml'), sam('other'));
    synth(folder, ['snapshot', '-u', 'a', 'b']);
    writeFileSync(
      join(folder, 'a/snapshots/template.yaml'),
      '# Snapshot of ../template.yaml\n# Written by x\nResources: {A: {Type: "AWS::SNS::Topic"}}\n',
    );
    const names = (...args: string[]) =>
      JSON.parse(synth(folder, ['diff', '--format', 'json', ...args]).out).templates.map(
        ({ template: name }: { template: string }) => name,
      );
    expect(names()).toEqual(['a/template.yaml', 'b/template.yaml']);
    writeFileSync(join(folder, 'synth.config.yaml'), "templates: ['a/*.yaml']\n");
    expect(names()).toEqual(['a/template.yaml']);
    expect(names('--since', 'HEAD')).toEqual(['a/template.yaml']);
    expect(names('--since', 'HEAD', 'b/template.yaml')).toEqual(['b/template.yaml']);
    rmSync(join(folder, 'a'), { recursive: true });
    expect(names()).toEqual(['a/template.yaml']);
  });

  it('does not count what git ignores as code', () => {
    const folder = repositoryWith({ 'template.yaml': sam('src'), 'src/index.js': 'one', '.gitignore': 'built\n' });
    writeFileSync(join(folder, 'src/built'), 'x');
    expect(synth(folder, ['diff']).out).toContain('changes nothing');
    writeFileSync(join(folder, 'src/new.js'), 'x');
    expect(synth(folder, ['diff']).out).toContain('1 changed');
  });

  it('does not count what a .synthignore leaves out as code, in commits and in the folder', () => {
    const folder = repositoryWith({
      'app/template.yaml': sam('src'),
      'app/.synthignore': '*.log\nfixtures/\n',
      'app/src/index.js': 'one',
      'app/src/.synthignore': '!kept.log\n',
      'app/src/a.log': 'one',
      'app/src/kept.log': 'one',
      'app/src/fixtures/kept.log': 'one',
    });
    const change = (path: string): string => {
      writeFileSync(join(folder, path), 'two');
      const { out } = synth(folder, ['diff', '--since', 'HEAD']);
      git(folder, 'add', '-A');
      git(folder, 'commit', '-q', '-m', path);
      // Two commits compare as a commit and the folder do.
      expect(synth(folder, ['diff', '--since', 'HEAD~1..HEAD']).out.split('\n').slice(1)).toEqual(
        out.split('\n').slice(1),
      );
      return out;
    };
    expect(change('app/src/a.log')).toContain('changes nothing');
    expect(change('app/src/fixtures/kept.log')).toContain('changes nothing');
    expect(change('app/src/__pycache__')).toContain('changes nothing');
    expect(change('app/src/kept.log')).toContain('1 changed');
    expect(change('app/src/index.js')).toContain('1 changed');
    expect(change('app/.synthignore')).toContain('1 changed');
  });

  it('reads names of all kinds, and more than one file at once', () => {
    const names = ['ä.js', 'a b.js', 'line\nbreak.js', '"quoted".js', '-o.js', 'tab\t.js'];
    const folder = repositoryWith({
      'template.yaml': sam('src'),
      'other/template.yaml': sam('../src'),
      ...Object.fromEntries(names.map((name) => [`src/${name}`, name])),
    });
    expect(synth(folder, ['diff']).out).toContain('changes nothing');
    for (const name of names) {
      writeFileSync(join(folder, 'src', name), 'changed');
      expect(synth(folder, ['diff']).out.match(/1 changed/g)).toHaveLength(2);
      writeFileSync(join(folder, 'src', name), name);
    }
    // Written anew, but the same.
    expect(synth(folder, ['diff']).out).toContain('changes nothing');
  });

  it('finds every changed template of the repository, those that come and go or go by another name too', () => {
    const folder = repositoryWith({
      'a/template.yaml': queue('a'),
      'b/template.yaml': queue('b'),
      'c/template.yaml': queue('c', '\n      DelaySeconds: 5'),
      'other.yaml': 'a: b\n',
    });
    writeFileSync(join(folder, 'a/template.yaml'), queue('a2'));
    rmSync(join(folder, 'b/template.yaml'));
    git(folder, 'mv', 'c/template.yaml', 'moved.yaml');
    writeFileSync(join(folder, 'new.yaml'), 'Resources: {Topic: {Type: AWS::SNS::Topic}}\n');
    writeFileSync(join(folder, 'other.yaml'), 'a: c # AWS::\n');
    const { out, code } = synth(folder, ['diff', '--since', 'HEAD']);
    expect(code).toBe(0);
    expect(out.match(/^\S+ \(HEAD → the working tree\): .*$/gm)).toEqual([
      'a/template.yaml (HEAD → the working tree): 1 replaced',
      'b/template.yaml (HEAD → the working tree): the template is removed; its stack stays until it is deleted',
      'new.yaml (HEAD → the working tree): 1 added',
    ]);
    expect(synth(folder, ['diff', '--since', 'HEAD', 'a/template.yaml']).out).not.toContain('new.yaml');
    expect(synth(join(folder, 'a'), ['diff', '--since', 'HEAD']).out).toContain('template.yaml (HEAD');
  });

  it('compares two commits, from where they part too', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a') });
    git(folder, 'checkout', '-q', '-b', 'topic');
    writeFileSync(join(folder, 'template.yaml'), queue('b'));
    git(folder, 'commit', '-qam', 'two');
    git(folder, 'checkout', '-q', 'main');
    writeFileSync(join(folder, 'template.yaml'), queue('a', '\n      DelaySeconds: 9'));
    git(folder, 'commit', '-qam', 'three');
    expect(synth(folder, ['diff', '--since', 'main..topic']).out).toContain('DelaySeconds: - 9');
    const parted = synth(folder, ['diff', '--since', 'main...topic']).out;
    expect(parted).toContain('template.yaml (main → topic): 1 replaced');
    expect(parted).not.toContain('DelaySeconds');
    expect(synth(folder, ['diff', 'git:main:template.yaml', 'git:topic:template.yaml']).out).toContain(
      '(main → topic): 1 replaced',
    );
    expect(synth(folder, ['diff', 'git:topic:template.yaml']).out).toContain('(topic → template.yaml): 1 replaced');
  });

  it('expands each side with the files that it had', () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Machine: {Type: AWS::Serverless::StateMachine, Properties: {Role: 'arn:aws:iam::123456789012:role/a', Definition: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: machine.yaml}}}}}
`;
    const folder = repositoryWith({
      'template.yaml': template,
      'machine.yaml': 'StartAt: One\nStates: {One: {Type: Succeed}}\n',
    });
    writeFileSync(join(folder, 'machine.yaml'), 'StartAt: Two\nStates: {Two: {Type: Succeed}}\n');
    expect(synth(folder, ['diff']).out).toMatch(/StartAt: One → Two/);
  });

  it.each([
    [
      'a compact spec',
      (allowed: string) =>
        `synth: 1\nparameters: {Size: {allowed: ${allowed}, default: a}}\nqueues: {Q: {name: "\${Size}-q"}}\n`,
    ],
    [
      'a template',
      (allowed: string) =>
        `Parameters: {Size: {Type: String, AllowedValues: ${allowed}, Default: a}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '\${Size}-q'}}}\n`,
    ],
  ])('takes a value that only the new parameter allows: of %s', (_, text) => {
    const folder = folderWith({ 'old.yaml': text('[a, b]'), 'new.yaml': text('[a, b, c]') });
    const { out, err, code } = synth(folder, ['diff', 'old.yaml', 'new.yaml', '--parameter', 'Size=c']);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('QueueName: ${Size}-q → c-q (perhaps the same) replaces it\n');
    expect(synth(folder, ['diff', 'new.yaml', 'old.yaml', '--parameter', 'Size=c'])).toMatchObject({
      code: 1,
      err: expect.stringContaining("'c' is not one of the allowed values: a, b."),
    });
  });

  it('finds a commit by its message, with dots in it too', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a') });
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'The start.. of it');
    writeFileSync(join(folder, 'template.yaml'), queue('b'));
    git(folder, 'commit', '-q', '-a', '-m', 'Another name');
    const since = (revision: string) => synth(folder, ['diff', '--since', revision]);
    expect(since(':/start.. of')).toMatchObject({ code: 0, out: expect.stringContaining('(:/start.. of → ') });
    expect(since(':/start.. of').out).toContain('QueueName: a → b');
    expect(since(':/Another').out).toContain('changes nothing');
    expect(since(':/nowhere')).toMatchObject({ code: 2, err: expect.stringContaining("no revision ':/nowhere'") });
  });

  it('says what is wrong with a revision or a place', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a') });
    expect(synth(folder, ['diff', '--since', 'nowhere'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("There is no revision 'nowhere'"),
    });
    expect(synth(folder, ['diff', '--since', '--output=x']).code).toBe(2);
    expect(synth(folder, ['diff', '--since', '^HEAD'])).toEqual({
      code: 2,
      out: '',
      err: "synth: '^HEAD' does not name one revision.\nWrite 'HEAD'.\n",
    });
    expect(synth(folder, ['diff', 'git:HEAD:none.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining("There is no 'none.yaml' in 'HEAD'"),
    });
    const outside = folderWith({ 'template.yaml': queue('a') });
    expect(synth(outside, ['diff'], '', { GIT_CEILING_DIRECTORIES: join(outside, '..') })).toMatchObject({
      code: 2,
      err: expect.stringContaining('not in a git repository'),
    });
  });

  it('says which revision is missing where there is none to compare with', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a') });
    for (const since of ['', '..', '...']) {
      const { code, out, err } = synth(folder, ['diff', '--since', since]);
      expect([since, code, out]).toEqual([since, 2, '']);
      expect(err).toContain('revision');
    }
    expect(synth(folder, ['diff', '--since', 'HEAD..']).code).toBe(0);
    for (const place of ['git:HEAD', 'git::x']) {
      expect(synth(folder, ['diff', place]), place).toMatchObject({
        code: 2,
        err: expect.stringContaining("Write 'git:REV:PATH'"),
      });
    }
    const empty = folderWith({ 'template.yaml': queue('a') });
    git(empty, 'init', '-q');
    expect(synth(empty, ['diff'])).toMatchObject({ code: 2, err: expect.stringContaining('has no commits yet') });
    const bare = folderWith({});
    git(bare, 'init', '-q', '--bare');
    expect(synth(bare, ['diff'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not in a git repository with a working tree'),
    });
  });

  it('passes over links that lead nowhere, and folders where a file was', () => {
    const folder = repositoryWith({ 'template.yaml': queue('a'), 'other.json': '{"Resources": {}}', 'src/a.js': 'a' });
    symlinkSync('nowhere', join(folder, 'README'));
    symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
    symlinkSync('gone.js', join(folder, 'src/link.js'));
    rmSync(join(folder, 'other.json'));
    mkdirSync(join(folder, 'other.json'));
    writeFileSync(join(folder, 'template.yaml'), queue('b'));
    const { out, err, code } = synth(folder, ['diff']);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('template.yaml (HEAD → the working tree): 1 replaced');
  });

  it('compares the template that a link leads to, and links in code by where they lead', () => {
    const folder = repositoryWith({ 'real/main.yaml': sam('src'), 'real/src/index.js': 'a' });
    symlinkSync('real/main.yaml', join(folder, 'template.yaml'));
    symlinkSync('index.js', join(folder, 'real/src/link.js'));
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'two');
    expect(synth(folder, ['diff', '--since', 'HEAD', 'real/main.yaml']).out).toContain('changes nothing');
    rmSync(join(folder, 'real/src/link.js'));
    symlinkSync('nowhere.js', join(folder, 'real/src/link.js'));
    expect(synth(folder, ['diff', '--since', 'HEAD', 'real/main.yaml']).out).toContain('1 changed');
    writeFileSync(join(folder, 'real/main.yaml'), sam('src').replace('22.x', '20.x'));
    expect(synth(folder, ['diff', '--since', 'HEAD', 'template.yaml']).out).toContain('nodejs22.x → nodejs20.x');
  });

  it('does not say that nothing changes where a template is not compared', () => {
    const folder = repositoryWith({
      'a.yaml': queue('a'),
      'b.yaml': sam('a').replace('Handler', 'Hndler'),
    });
    const paths = ['a.yaml', 'b.yaml'];
    expect(synth(folder, ['diff', '--since', 'HEAD', ...paths])).toMatchObject({ out: '', code: 1 });
    const markdown = synth(folder, ['diff', '--since', 'HEAD', ...paths, '--format', 'markdown']).out;
    expect(markdown).toContain('## Not everything could be compared');
    expect(markdown).not.toMatch(/changes nothing|No change/);
  });
});

describe('comments that accept nothing', () => {
  it('are named with the reason', () => {
    const folder = folderWith({
      'old.yaml': queue('a'),
      'new.yaml': `${queue('b')}# synth-accept data-lost\n# synth-accept data-lst: fine\n# synth-accept data-lost Quue: fine\n`,
      'good.yaml': `${queue('b')}# synth-accept data-lost Queue: fine\n`,
    });
    const { err, code } = synth(folder, ['diff', 'old.yaml', 'new.yaml']);
    expect(code).toBe(0);
    expect(err.split('\n')).toEqual([
      "synth: new.yaml:6: The comment '# synth-accept data-lost' accepts nothing: write '# synth-accept CONSEQUENCE: REASON'.",
      "synth: new.yaml:7: The comment '# synth-accept data-lst: fine' accepts nothing: there is no consequence 'data-lst'. Did you mean 'data-lost'?",
      "synth: new.yaml:8: The comment '# synth-accept data-lost Quue: fine' accepts nothing: there is no resource 'Quue'. Did you mean 'Queue'?",
      '',
    ]);
    expect(synth(folder, ['diff', 'old.yaml', 'new.yaml', '--format', 'json']).code).toBe(0);
    expect(synth(folder, ['diff', 'old.yaml', 'good.yaml']).err).toBe('');
  });
});
