import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { overridesIn } from '../../src/cli/settings/overrides.ts';
import { folderWith, synth } from './synth.ts';

/** Becomes an alias that is named after the parameter 'Stage'. */
const template = `Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String, Default: dev}, Size: {Type: CommaDelimitedList, Default: '1'}}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs22.x, AutoPublishAlias: !Ref Stage}
`;

const samconfig = `version = 0.1
[default.global.parameters]
region = "eu-west-1"
parameter_overrides = "Stage=global Size=2"
[default.deploy.parameters]
parameter_overrides = "Stage=deployed"
[default.lint.parameters]
parameter_overrides = "Stage=linted"
[prod.deploy.parameters]
region = "eu-west-2"
parameter_overrides = ["Stage=prod", "ParameterKey=Size,ParameterValue=9"]
`;

/** The settings shown, by name: `value from`. */
const shown = (folder: string, args: readonly string[]): Record<string, string> => {
  const { out, err, code } = synth(folder, [...args, '--show-settings']);
  expect([err, code]).toEqual(['', 0]);
  const rows = out.split('\n').filter((line) => line.startsWith('  '));
  return Object.fromEntries(
    rows.map((row) => row.trim().split(/ {2,}/)).map(([name, ...rest]) => [name, rest.join(' < ')]),
  );
};

describe('samconfig.toml', () => {
  const folder = () => folderWith({ 'template.yaml': template, 'samconfig.toml': samconfig });

  it('gives region and parameters, the section of a command over the global one', () => {
    expect(shown(folder(), ['expand'])).toEqual({
      stage: 'none',
      region: 'eu-west-1 < samconfig.toml:3 [default.global.parameters]',
      'parameter Stage': 'deployed < samconfig.toml:6 [default.deploy.parameters]',
      'parameter Size': '2 < samconfig.toml:4 [default.global.parameters]',
    });
    expect(shown(folder(), ['lint'])['parameter Stage']).toBe('linted < samconfig.toml:8 [default.lint.parameters]');
  });

  it('counts in what is expanded', () => {
    const { out } = synth(folder(), ['expand']);
    expect(out).toContain('FnAliasdeployed');
    expect(synth(folder(), ['expand', '--no-config']).out).not.toContain('FnAliasdeployed');
  });

  it('has environments', () => {
    expect(shown(folder(), ['expand', '--config-env', 'prod'])).toMatchObject({
      region: 'eu-west-2 < samconfig.toml:10 [prod.deploy.parameters]',
      'parameter Size': '9 < samconfig.toml:11 [prod.deploy.parameters]',
    });
    const { err, code } = synth(folder(), ['expand', '--config-env', 'prd']);
    expect(err).toBe(
      "synth: There is no environment 'prd' in 'samconfig.toml'. Did you mean 'prod'?\nIt has default, prod.\n",
    );
    expect(code).toBe(2);
    expect(synth(folderWith({ 'template.yaml': template }), ['--config-env', 'prod'])).toMatchObject({
      err: "synth: There is no samconfig.toml with the environment 'prod'.\n",
      code: 2,
    });
  });

  it('names the template', () => {
    const named = folderWith({
      'infra.yaml': template,
      'samconfig.toml': '[default.global.parameters]\ntemplate_file = "infra.yaml"\n',
    });
    expect(synth(named, ['expand', '--show-settings']).out).toMatch(/^infra\.yaml\n/);
  });

  it('may lie beside the template, and be written in YAML', () => {
    const yaml = 'default:\n  deploy:\n    parameters:\n      parameter_overrides: {Stage: y, Size: 3}\n';
    const beside = folderWith({ 'a/template.yaml': template, 'a/samconfig.yaml': yaml });
    expect(shown(beside, ['expand', 'a/template.yaml'])).toMatchObject({
      'parameter Stage': 'y < a/samconfig.yaml:4 [default.deploy.parameters]',
      'parameter Size': '3 < a/samconfig.yaml:4 [default.deploy.parameters]',
    });
  });

  it.each([
    ['[default\n', /^synth: The configuration cannot be read: samconfig\.toml:1:\d+ /],
    [
      '[default.deploy.parameters]\nparameter_overrides = "Stage"\n',
      /\[default\.deploy\.parameters\] has 'Stage', which is not the value/,
    ],
    ['[default.deploy.parameters]\nparameter_overrides = 5\n', /has '5', which is not the value of a parameter/],
    ['[default.deploy.parameters]\nregion = ["a"]\n', /'region' in samconfig\.toml:2 \[.*\] must be a text\.\n/],
    ['[default.deploy.parameters]\nregion = "nowhere"\n', /'nowhere' is not a region/],
  ])('is refused where it is wrong: %j', (text, message) => {
    const { err, code } = synth(folderWith({ 'template.yaml': template, 'samconfig.toml': text }), ['expand']);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  it.each([
    ['a = prod', '1:5 \'prod\' is a text without quotation marks.\nWrite a = "prod"\n'],
    [
      'a = Stage=prod Size=3 # c',
      '1:5 \'Stage=prod Size=3\' is a text without quotation marks.\nWrite a = "Stage=prod Size=3"\n',
    ],
    ['a = N="x y"', '1:5 \'N="x y"\' is a text without quotation marks.\nWrite a = \'N="x y"\'\n'],
    ['b = 1\na = 10.0.0.1', '2:9 \'10.0.0.1\' is a text without quotation marks.\nWrite a = "10.0.0.1"\n'],
    ['a = [\n "x",\n prod, "y"]', '3:2 \'prod\' is a text without quotation marks.\nWrite "prod"\n'],
    ['a = {b = prod}', '1:10 \'prod\' is a text without quotation marks.\nWrite "prod"\n'],
    ['a = "x', '1:5 unfinished string.\n'],
    ["a = 'it's'", '1:9 each key-value declaration must be followed by an end-of-line.\n'],
    ['a =\nb = 1', '1:4 invalid value.\n'],
  ])('says what to write where it is not TOML: %j', (text, told) => {
    const { err, code } = synth(folderWith({ 'template.yaml': template, 'samconfig.toml': text }), ['expand']);
    expect(err).toBe(`synth: The configuration cannot be read: samconfig.toml:${told}`);
    expect(code).toBe(2);
  });

  it('is none of the parameters of a built stack that the template does not have', () => {
    const other = folderWith({ 'template.yaml': template, 'samconfig.toml': samconfig.replace('Size=2', 'Other=2') });
    const { out, code } = synth(other, ['build', '--dry-run', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).stack).toMatchObject({ region: 'eu-west-1', parameters: { Stage: 'deployed' } });
  });
});

describe('parameter_overrides', () => {
  it.each([
    ['A=1', [['A', '1']]],
    [
      'A=1 B=2\n\tC=',
      [
        ['A', '1'],
        ['B', '2'],
        ['C', ''],
      ],
    ],
    [
      'A="b c" D=\'e f\'',
      [
        ['A', 'b c'],
        ['D', 'e f'],
      ],
    ],
    ['"A=b c"', [['A', 'b c']]],
    ['A=\\"x\\"', [['A', '"x"']]],
    ['A="say \\"hi\\" \\\\"', [['A', 'say "hi" \\']]],
    ['A=b=c,d', [['A', 'b=c,d']]],
    [
      'ParameterKey=A,ParameterValue=b ParameterKey=C,ParameterValue="d, e"',
      [
        ['A', 'b'],
        ['C', 'd, e'],
      ],
    ],
    ['ParameterKey="A",ParameterValue=\\"b\\"', [['A', '"b"']]],
    ['  ', []],
  ])('%j', (text, values) => expect(overridesIn(text)).toEqual(values));

  it.each(['A', 'A=1 B', '=1', 'A:1'])('refuses %j', (text) => {
    expect(overridesIn(text)).toEqual({ wrong: text.split(' ').at(-1) });
  });

  it('is read in time that grows with its length', () => {
    const start = process.cpuUsage();
    overridesIn(`A="${'\\"'.repeat(200_000)}`);
    overridesIn('A=1 '.repeat(100_000));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});

describe('samconfig.toml for a build', () => {
  const folder = () =>
    folderWith({
      'template.yaml': template,
      'samconfig.toml': `[default.deploy.parameters]
stack_name = "orders"
s3_bucket = "my-bucket"
s3_prefix = "orders/files"
tags = "team=orders cost-center=7 \\"note=a b\\""
`,
    });
  const stackOf = (kept: string, ...args: string[]) =>
    JSON.parse(synth(kept, ['build', '--dry-run', '--format', 'json', ...args]).out).stack;

  it('names the stack, its tags and where its files go', () => {
    const kept = folder();
    expect(stackOf(kept)).toMatchObject({ name: 'orders', tags: { team: 'orders', 'cost-center': '7', note: 'a b' } });
    expect(shown(kept, ['build'])).toMatchObject({
      'stack name': 'orders < samconfig.toml:2 [default.deploy.parameters]',
      artifacts: 's3://my-bucket/orders/files < samconfig.toml:3 [default.deploy.parameters]',
      'tag team': 'orders < samconfig.toml:5 [default.deploy.parameters]',
    });
    const code = folder();
    writeFileSync(join(code, 'template.yaml'), template.replace('InlineCode: x', 'CodeUri: code.mjs'));
    writeFileSync(join(code, 'code.mjs'), 'export const h = 1;');
    expect(synth(code, ['build', '--no-build', '-o', 'built'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(code, 'built/orders.template.json'), 'utf8')).toContain('"my-bucket"');
  });

  it('goes behind the command line', () => {
    expect(stackOf(folder(), '--stack-name', 'other', '--tag', 'team=mine')).toMatchObject({
      name: 'other',
      tags: { team: 'mine', note: 'a b' },
    });
    expect(stackOf(folder(), '--stage', 'prod').name).toBe('orders-prod');
  });

  it('refuses what is not a tag', () => {
    const { err, code } = synth(
      folderWith({ 'template.yaml': template, 'samconfig.toml': '[default.deploy.parameters]\ntags = "a"\n' }),
      ['build', '--dry-run'],
    );
    expect(err).toContain("'tags' in samconfig.toml:2 [default.deploy.parameters] has 'a', which is not a tag.");
    expect(code).toBe(2);
  });
});

describe('--stage', () => {
  const spec = `synth: 1
parameters: {Stage: {default: none}}
stages: {prod: {queues: {Jobs: {visibility: 60s}}}}
queues: {Jobs: {name: 'jobs-\${Stage}'}}
`;
  const config = 'stages: {prod: {}, test: {parameters: {Stage: given}}}\n';
  const commands = ['expand', 'lint', 'snapshot', 'explain', 'build', 'review'];

  it.each(commands)('is one of the stages that there are: %s', (command) => {
    for (const files of [{ 'template.yaml': template }, { 'synth.yaml': spec }]) {
      const kept = folderWith({ ...files, 'synth.config.yaml': config });
      const { err, code } = synth(kept, [command, '--stage', 'pord']);
      expect(err).toContain(`There is no stage 'pord' for '${Object.keys(files)[0]}'. Did you mean 'prod'?`);
      expect(err).toContain('Its stages are prod, test.');
      expect(code).toBe(2);
    }
  });

  it('is reported where it changes nothing', () => {
    const kept = folderWith({
      'a.yaml': 'Parameters: {stage: {Type: String}}\nResources: {Q: {Type: AWS::SQS::Queue}}\n',
    });
    const { err, code } = synth(kept, ['expand', '--stage', 'prod', 'a.yaml']);
    expect(code).toBe(0);
    expect(err).toContain(
      "warning unknown-parameter '--stage prod' changes nothing in 'a.yaml', which has neither stages nor a parameter 'Stage'. Did you mean 'stage'?",
    );
    expect(synth(folderWith({ 'a.yaml': template }), ['expand', '--stage', 'prod', 'a.yaml']).err).not.toContain(
      '--stage',
    );
  });

  it('is one of the stages that there are for both sides of a comparison', () => {
    const kept = folderWith({ 'a.yaml': template, 'synth.config.yaml': config });
    for (const flag of ['--stage', '--old-stage']) {
      const { err, code } = synth(kept, ['diff', 'a.yaml', 'a.yaml', flag, 'nope']);
      expect(err).toContain("There is no stage 'nope' for 'a.yaml'.");
      expect(code).toBe(2);
    }
  });

  it('may be one that only the configuration has, or only the compact spec', () => {
    const kept = folderWith({ 'synth.yaml': spec, 'synth.config.yaml': 'stages: {test: {region: eu-west-3}}\n' });
    expect(synth(kept, ['expand', '--stage', 'test'])).toMatchObject({
      code: 0,
      out: expect.not.stringContaining('VisibilityTimeout'),
    });
    expect(synth(kept, ['expand', '--stage', 'prod']).out).toContain('"VisibilityTimeout": 60');
    expect(synth(kept, ['expand', '--stage', 'tset'])).toMatchObject({ code: 2, out: '' });
  });

  it("is the value of the parameter 'Stage' where nothing else gives it one", () => {
    const alone = folderWith({ 'template.yaml': template });
    expect(synth(alone, ['expand', '--stage', 'blue']).out).toContain('FnAliasblue');
    expect(synth(alone, ['explain', 'FnAliasblue', '--stage', 'blue']).code).toBe(0);
    expect(synth(alone, ['expand', '--stage', 'blue', '--parameter', 'Stage=red']).out).toContain('FnAliasred');
    expect(shown(alone, ['expand', '--stage', 'blue'])).toMatchObject({ 'parameter Stage': 'blue < --stage' });
    const both = folderWith({ 'template.yaml': template, 'synth.config.yaml': config });
    expect(synth(both, ['expand', '--stage', 'prod']).out).toContain('FnAliasprod');
    expect(synth(both, ['expand', '--stage', 'test']).out).toContain('FnAliasgiven');
  });

  it('counts for the old side of a comparison, with the parameters of the configuration', () => {
    const kept = folderWith({ 'a.yaml': template, 'synth.config.yaml': config, 'template.yaml': template });
    const { out, code } = synth(kept, ['diff', 'a.yaml', 'a.yaml', '--old-stage', 'test', '--stage', 'prod']);
    expect(out).toContain('FnAliasgiven');
    expect(out).toContain('FnAliasprod');
    expect(code).toBe(0);
    const sides = synth(kept, ['diff', '--old-stage', 'test', '--stage', 'prod', '--show-settings']).out;
    expect(sides).toMatch(
      /^template\.yaml \(old\)\n {2}stage +test .*given.*\ntemplate\.yaml \(new\)\n {2}stage +prod /s,
    );
    expect(synth(kept, ['diff', '--stage', 'prod', '--show-settings']).out).toMatch(/^template\.yaml\n/);
  });

  it('has a snapshot in a compact spec, too', () => {
    const kept = folderWith({ 'synth.yaml': spec });
    expect(synth(kept, ['snapshot']).out).toBe('written snapshots/synth.yaml\nwritten snapshots/synth.prod.yaml\n');
    expect(synth(kept, ['snapshot', '--check']).code).toBe(0);
    writeFileSync(join(kept, 'synth.yaml'), spec.replace('prod:', 'live:'));
    const { out } = synth(kept, ['snapshot', '--check']);
    expect(out).toContain("snapshots/synth.prod.yaml: there is no stage 'prod' any more.");
    expect(out).toContain("there is no 'snapshots/synth.live.yaml'");
  });
});

describe('a parameter that the template lacks', () => {
  const lacking = (from: string, name: string): string =>
    `warning unknown-parameter ${from} gives a value for the parameter '${name}', but 'template.yaml' has no such parameter. Declare it, or remove the value.\n`;
  const toml = '[default.deploy.parameters]\nparameter_overrides = [\n  "Size=2",\n  "Elsewhere=1",\n]\n';

  it('is reported with its file and line where the file is about this template alone', () => {
    const kept = folderWith({
      'template.yaml': template,
      'samconfig.toml': toml,
      'synth.config.yaml':
        'templates: [template.yaml]\nparameters: {Nowhere: x}\nstages: {prod: {parameters: {Never: x}}}\n',
    });
    const both =
      lacking('samconfig.toml:4 [default.deploy.parameters]', 'Elsewhere') + lacking('synth.config.yaml:2', 'Nowhere');
    expect(synth(kept, ['explain']).err).toBe(both);
    expect(synth(kept, ['explain', '--stage', 'prod']).err).toBe(both + lacking('synth.config.yaml:3', 'Never'));
    expect(synth(kept, ['explain', '--no-config']).err).toBe('');
  });

  it.each([
    [{ 'a/template.yaml': template, 'samconfig.toml': toml }, 'a/template.yaml'],
    [{ 'template.yaml': template, 'samconfig.toml': `${toml}template_file = "other.yaml"\n` }, 'template.yaml'],
    [
      { 'template.yaml': template, 'synth.config.yaml': 'templates: ["*.yaml"]\nparameters: {Elsewhere: x}\n' },
      'template.yaml',
    ],
  ])('is not reported where it may be for another template: %j', (files, path) => {
    expect(synth(folderWith(files), ['explain', path]).err).toBe('');
  });

  it('is not reported of the template from before a change', () => {
    const kept = folderWith({
      'old.yaml': 'Resources: {T: {Type: AWS::SNS::Topic}}\n',
      'template.yaml': template,
      'samconfig.toml': '[default.deploy.parameters]\nparameter_overrides = "Stage=x"\n',
    });
    expect(synth(kept, ['diff', 'old.yaml', 'template.yaml'])).toMatchObject({ err: '', code: 0 });
  });

  it('is marked where settings are shown', () => {
    const kept = folderWith({ 'template.yaml': template, 'samconfig.toml': toml });
    const { out } = synth(kept, ['expand', '--show-settings', '--parameter', 'Never=x']);
    expect(out).toContain('parameter Size       2          samconfig.toml:3 [default.deploy.parameters]\n');
    expect(out).toContain(
      'parameter Elsewhere  1          samconfig.toml:4 [default.deploy.parameters] (the template has no such parameter)\n',
    );
    expect(out).toContain('parameter Never      x          command line (the template has no such parameter)\n');
  });
});

describe('a misspelt parameter', () => {
  it.each(['expand', 'lint', 'snapshot', 'explain', 'build', 'review'])(
    'is reported with its file by %s',
    (command) => {
      const kept = folderWith({
        'template.yaml': template,
        'synth.config.yaml': 'templates: ["*.yaml"]\nparameters:\n  Stge: typo\n  Elsewhere: x\n',
        'samconfig.toml': '[default.deploy.parameters]\nparameter_overrides = "Sise=typo"\n',
      });
      const { err } = synth(kept, [command]);
      const told =
        "gives a value for the parameter 'Stge', but 'template.yaml' has no such parameter. Did you mean 'Stage'?";
      expect(err.split(told)).toHaveLength(2);
      expect(err).toContain(`synth.config.yaml:3 ${told}`);
      expect(err).toMatch(/samconfig\.toml:2 \[default\.deploy\.parameters\] .*'Sise'.*'Size'/);
      expect(err).not.toContain('Elsewhere');
    },
  );
});

describe('synth.config.yaml', () => {
  const config = `templates: [services/*/template.yaml]
region: eu-central-1
parameters: {Stage: config}
stages:
  prod:
    region: eu-north-1
    parameters: {Stage: prod, Size: [1, 2]}
`;
  const folder = () => folderWith({ 'services/a/template.yaml': template, 'synth.config.yaml': config });

  it('names templates, region and parameters, and what is different in a stage', () => {
    expect(shown(folder(), ['expand'])).toEqual({
      stage: 'none',
      region: 'eu-central-1 < synth.config.yaml:2',
      'parameter Stage': 'config < synth.config.yaml:3',
    });
    expect(shown(folder(), ['expand', '--stage', 'prod'])).toEqual({
      stage: 'prod < command line',
      region: 'eu-north-1 < synth.config.yaml:6',
      'parameter Stage': 'prod < synth.config.yaml:7',
      'parameter Size': '1,2 < synth.config.yaml:7',
    });
    expect(synth(folder(), ['expand']).out).toContain('FnAliasconfig');
  });

  it('finds its templates from any folder', () => {
    expect(synth(join(folder(), 'services/a'), ['expand', '--show-settings']).out).toMatch(/^template\.yaml\n/);
  });

  it('goes before samconfig.toml, and behind the command line', () => {
    const both = folderWith({
      'services/a/template.yaml': template,
      'synth.config.yaml': config,
      'samconfig.toml': samconfig,
    });
    expect(shown(both, ['expand', '--parameter', 'Size=7', '--region', 'us-east-2'])).toMatchObject({
      region: 'us-east-2 < command line',
      'parameter Stage': 'config < synth.config.yaml:3',
      'parameter Size': '7 < command line',
    });
    expect(shown(both, ['expand', '--config', 'synth.config.yaml'])['parameter Stage']).toContain('config');
  });

  it.each(['expand', 'lint', 'snapshot', 'explain', 'build', 'review', 'diff'])('counts for %s', (command) => {
    expect(shown(folder(), [command])).toMatchObject({ region: 'eu-central-1 < synth.config.yaml:2' });
  });

  it('gives each template a snapshot for each stage', () => {
    const kept = folder();
    expect(synth(kept, ['snapshot']).out).toBe(
      'written services/a/snapshots/template.yaml\nwritten services/a/snapshots/template.prod.yaml\n',
    );
    expect(synth(kept, ['snapshot', '--check'])).toMatchObject({ out: '2 snapshots match.\n', code: 0 });
  });

  it('gives a compact spec its stages, and parameters where it has no such stage', () => {
    const spec =
      'synth: 1\nparameters: {Size: {default: 1}}\nstages: {prod: {queues: {Jobs: {visibility: 60s}}}}\nqueues: {Jobs: {}}\n';
    const kept = folderWith({ 'synth.yaml': spec, 'synth.config.yaml': 'stages: {prod: {}, test: {}}\n' });
    expect(synth(kept, ['snapshot'])).toMatchObject({ code: 0, err: '' });
    for (const stage of ['prod', 'test']) expect(existsSync(join(kept, `snapshots/synth.${stage}.yaml`))).toBe(true);
  });

  it('reports the snapshot of a stage that it does not name any more', () => {
    const kept = folderWith({ 'template.yaml': template, 'synth.config.yaml': 'stages: {prod: {}, test: {}}\n' });
    synth(kept, ['snapshot', '--stage', 'test']);
    writeFileSync(join(kept, 'synth.config.yaml'), 'stages: {prod: {}}\n');
    const { out, code } = synth(kept, ['snapshot', '--check']);
    expect(out).toContain("snapshots/template.test.yaml: there is no stage 'test' any more.");
    expect(code).toBe(1);
  });

  it.each([
    ['region: 5', "synth.config.yaml:1:9 'region' must be a text."],
    ['region: nowhere', "synth.config.yaml:1:9 'region' must be a region, such as eu-central-1."],
    ['templates: a.yaml', "'templates' must be a list."],
    ['parameters: {A: {b: c}}', "'parameters.A' must be a text, or a number, or true or false, or a list."],
    ['stages: {prod: {regoin: x}}', "'stages.prod' has no setting 'regoin'. Did you mean 'region'?"],
    ['- region: x', 'synth.config.yaml:1:1 The configuration must be a map.'],
    ['[]', 'synth.config.yaml:1:1 The configuration must be a map.'],
    [
      'stages: {"a b": {}}',
      "synth.config.yaml:1:10 'stages' cannot have the name 'a b'. Use letters, digits, points, hyphens and underscores, beginning with a letter or a digit.\n",
    ],
    ['regoin: x', "The configuration has no setting 'regoin'. Did you mean 'region'?"],
  ])('is refused where it is wrong: %s', (text, message) => {
    for (const command of ['expand', 'snapshot']) {
      const { err, code } = synth(folderWith({ 'template.yaml': template, 'synth.config.yaml': text }), [command]);
      expect(err).toContain(message);
      expect(err.match(/synth\.config\.yaml:/g)).toHaveLength(1);
      expect(code).toBe(2);
    }
  });

  it('may have mistakes in what only the linter reads', () => {
    const other = folderWith({ 'template.yaml': template, 'synth.config.yaml': 'preset: nope\n' });
    expect(synth(other, ['expand']).code).toBe(0);
    expect(synth(other, ['lint']).out).toContain("'preset' must be one of");
  });
});

describe('--parameter', () => {
  it("takes AWS's spelling", () => {
    const folder = folderWith({ 'template.yaml': template });
    const args = [
      '--parameter',
      'ParameterKey=Stage,ParameterValue=x',
      '--parameter',
      'ParameterKey=Size,ParameterValue="1,2"',
    ];
    expect(shown(folder, ['expand', ...args])).toMatchObject({
      'parameter Stage': 'x < command line',
      'parameter Size': '1,2 < command line',
    });
    expect(synth(folder, ['expand', ...args]).out).toContain('FnAliasx');
  });
});

describe('synth lint with stages of the configuration', () => {
  it('checks the template with the settings of each, and says once what it finds', () => {
    const folder = folderWith({
      'template.yaml': `Parameters: {Size: {Type: Number, Default: 128}}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayNam: x}}
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs22.x, MemorySize: !Ref Size}
Transform: AWS::Serverless-2016-10-31
`,
      'synth.config.yaml': 'stages: {prod: {parameters: {Size: 64}}, test: {parameters: {Size: 256}}}\n',
    });
    const found = (...args: string[]): string[] =>
      synth(folder, ['lint', '--quiet', ...args]).out.match(/^template\.yaml:.*/gm) ?? [];
    const typo =
      "template.yaml:3:47 error cfn-unknown-property AWS::SNS::Topic has no property 'DisplayNam'. Did you mean 'DisplayName'?";
    const size =
      "template.yaml:6:84 error lambda-memory-range 'MemorySize' is 64; it must be an integer from 128 to 10240 MB.";
    expect(found()).toEqual([typo, `${size} In the stage 'prod'.`]);
    expect(found('--stage', 'test')).toEqual([typo]);
    expect(found('--stage', 'prod')).toEqual([typo, size]);
  });
});
