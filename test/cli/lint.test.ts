import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const command = resolve('bin/synth.js');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synth-lint-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

const run = (args: string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync('node', [command, 'lint', ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
};

const template = (timeout: string, memory = '256') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      InlineCode: x
      Runtime: nodejs24.x
      MemorySize: ${memory}
      LoggingConfig: {LogGroup: functions}
      Timeout: ${timeout} # seconds
`;

describe('synth lint', () => {
  it('says nothing and exits with 0 on a clean template', () => {
    write('template.yaml', template('3'));
    expect(run([])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('exits with 1 and shows the line of an error', () => {
    write('template.yaml', template('901'));
    const { status, stdout, stderr } = run([]);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('template.yaml:11:16 error lambda-timeout-range');
    expect(stdout).toContain('> 11 |       Timeout: 901 # seconds');
  });

  it('shows the line of the file that a state machine is in', () => {
    const machine = '    Type: AWS::Serverless::StateMachine\n    Properties: {DefinitionUri: flow.asl.json}\n';
    write('app/template.yaml', `Transform: AWS::Serverless-2016-10-31\nResources:\n  M:\n${machine}`);
    write('app/flow.asl.json', '{\n "StartAt": "A",\n "States": {"A": {"Type": "Pass", "Next": "B"}}\n}\n');
    const { status, stdout } = run(['app/template.yaml']);
    expect(status).toBe(1);
    expect(stdout).toContain('app/flow.asl.json:3:43 error sfn-structure');
    expect(stdout).toContain('> 3 |  "States": {"A": {"Type": "Pass", "Next": "B"}}');
  });

  it('goes on after a broken file and a missing one', () => {
    write('broken.yaml', 'Resources: [');
    write('bad.yaml', template('901'));
    const { status, stdout, stderr } = run(['broken.yaml', 'missing.yaml', 'bad.yaml', '--format', 'json']);
    expect(status).toBe(2);
    expect(stderr).toContain("'missing.yaml' cannot be read");
    const found = JSON.parse(stdout).problems.map(
      ({ file, code }: { file: string; code: string }) => `${file} ${code}`,
    );
    expect(found).toEqual(['broken.yaml yaml-syntax', 'bad.yaml lambda-timeout-range']);
  });

  it('reads stdin', () => {
    const { status, stdout } = run(['-', '--format', 'json'], template('901'));
    expect(status).toBe(1);
    expect(JSON.parse(stdout).problems).toMatchObject([
      { file: '<stdin>', line: 11, column: 16, endLine: 11, endColumn: 19, level: 'error', logicalId: 'Fn' },
    ]);
  });

  it('counts warnings only where it is asked to', () => {
    write('template.yaml', `Parameters: {P: {Type: String}}\n${template('3')}`);
    expect(run([]).status).toBe(0);
    expect(run(['--max-warnings', '0'])).toMatchObject({
      status: 1,
      stderr: "synth: There is 1 warning; '--max-warnings' allows none.\n",
    });
    expect(run(['--max-warnings', '0', '--quiet'])).toEqual({
      status: 1,
      stdout: '',
      stderr: "synth: There is 1 warning; '--max-warnings' allows none.\n",
    });
    expect(run(['--max-warnings', '1']).status).toBe(0);
    expect(run(['--max-warnings', 'few']).status).toBe(2);
    expect(run(['--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('runs one rule, and suggests the name of one that there is not', () => {
    write('template.yaml', template('901', '1'));
    const { stdout } = run(['--rule', 'lambda-memory-range', '--format', 'json']);
    expect(JSON.parse(stdout).problems).toMatchObject([{ code: 'lambda-memory-range' }]);
    expect(run(['--rule', 'lambda-memory-rang'])).toMatchObject({
      status: 2,
      stderr: "synth: There is no rule 'lambda-memory-rang'.\nDid you mean 'lambda-memory-range'?\n",
    });
  });

  it('goes by the date it is given', () => {
    write('template.yaml', template('3'));
    expect(run(['--date', '2028-05-01']).stdout).toContain('lambda-runtime-deprecated');
    expect(run(['--date', '2028-04-29']).stdout).toBe('');
    expect(run(['--date', 'tomorrow']).status).toBe(2);
    expect(run(['--date', '2026-02-30']).status).toBe(2);
  });

  it('measures local code, archives unpacked', () => {
    write('src/index.js', 'exports.handler = async () => {};');
    write('template.yaml', template('3').replace('InlineCode: x', 'CodeUri: src/'));
    expect(run([]).stdout).toBe('');
    write('template.yaml', template('3').replace('InlineCode: x', 'CodeUri: nowhere/'));
    expect(run([])).toMatchObject({ status: 0, stdout: expect.stringContaining('warning path-not-found') });
  });
});

describe('--fix', () => {
  const queue = (
    name: string,
  ) => `  Jobs: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true, QueueName: ${name}}} # in order
`;
  const both = (name: string, timeout: string) => template(timeout) + queue(name);
  const text = () => readFileSync(join(folder, 'template.yaml'), 'utf8');

  beforeEach(() => write('template.yaml', both("'jobs'", '901')));

  it('applies safe fixes only, and keeps comments', () => {
    expect(run(['--fix'])).toMatchObject({ status: 1, stdout: expect.stringContaining('error lambda-timeout-range') });
    expect(text()).toBe(both("'jobs.fifo'", '901'));
  });

  it('applies unsafe fixes where --fix-unsafe asks for them', () => {
    expect(run(['--fix-unsafe', '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(text()).toBe(both("'jobs.fifo'", '900'));
  });

  it('shows the change with --fix-dry-run and leaves the file alone', () => {
    const { stdout, status } = run(['--fix-dry-run', '--quiet']);
    expect(status).toBe(1);
    expect(stdout).toContain(`-${queue("'jobs'")}+${queue("'jobs.fifo'")}`);
    expect(stdout).not.toContain('900');
    expect(run(['--fix-unsafe', '--fix-dry-run']).stdout).toContain('+      Timeout: 900 # seconds\n');
    expect(text()).toBe(both("'jobs'", '901'));
  });

  it('keeps a byte-order mark and the line ends', () => {
    const windows = (name: string) => `\ufeff${both(name, '3').replaceAll('\n', '\r\n')}`;
    write('template.yaml', windows("'jobs'"));
    expect(run(['--fix', '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(text()).toBe(windows("'jobs.fifo'"));
  });

  it('writes a new file in the place of the old one, behind its link, with its mode', () => {
    write('real/t.yaml', both("'jobs'", '3'));
    chmodSync(join(folder, 'real/t.yaml'), 0o640);
    symlinkSync('real/t.yaml', join(folder, 'link.yaml'));
    const { ino } = statSync(join(folder, 'real/t.yaml'));
    expect(run(['--fix', '--quiet', 'link.yaml']).status).toBe(0);
    expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true);
    const { ino: after, mode } = statSync(join(folder, 'real/t.yaml'));
    expect([mode & 0o777, after === ino]).toEqual([0o640, false]);
    expect(readFileSync(join(folder, 'real/t.yaml'), 'utf8')).toBe(both("'jobs.fifo'", '3'));
    expect(readdirSync(join(folder, 'real'))).toEqual(['t.yaml']);
  });

  it('does not touch a file in which nothing is to be fixed', () => {
    write('template.yaml', both("'jobs.fifo'", '3'));
    const { ino } = statSync(join(folder, 'template.yaml'));
    expect(run(['--fix-unsafe']).status).toBe(0);
    expect(statSync(join(folder, 'template.yaml')).ino).toBe(ino);
  });

  it('refuses stdin, and shows the change of it', () => {
    expect(run(['--fix', '-'], both("'jobs'", '3'))).toMatchObject({
      status: 2,
      stdout: '',
      stderr: "synth: Cannot use '--fix' with stdin.\nName a file, or show the change with '--fix-dry-run'.\n",
    });
    expect(run(['--fix-dry-run', '-'], both("'jobs'", '3')).stdout).toContain(`+${queue("'jobs.fifo'")}`);
  });

  it('leaves a fix out that would change more than it says', () => {
    write('template.yaml', both('&q jobs, KmsMasterKeyId: *q', '3'));
    const { stderr } = run(['--fix', '--quiet']);
    expect(stderr).toMatch(/^synth: template\.yaml:12:\d+ The fix of 'sqs-fifo-consistency' was not applied/);
    expect(text()).toContain('&q jobs, ');
  });

  it('says of each finding, rule and listing how safe the fix is', () => {
    const { problems } = JSON.parse(run(['--format', 'json']).stdout);
    const fixes = problems.flatMap(({ code, fix }: { code: string; fix?: { safety: string } }) =>
      fix ? [`${code} ${fix.safety}`] : [],
    );
    expect(fixes).toEqual(['lambda-timeout-range unsafe', 'sqs-fifo-consistency safe']);
    expect(run(['--list-rules']).stdout).toMatch(/^ {2}sqs-fifo-consistency .*\(safe and unsafe fixes\)$/m);
    expect(run(['--explain', 'lambda-timeout-range']).stdout).toContain('(error, limits, unsafe fix)');
  });
});

describe('the configuration', () => {
  const timeoutLevel = (args: string[] = []) =>
    JSON.parse(run([...args, 'a/template.yaml', '--format', 'json']).stdout).problems.map(
      ({ code, level }: { code: string; level: string }) => `${level} ${code}`,
    );

  beforeEach(() => write('a/template.yaml', template('901')));

  it('is found above the template, sets levels and switches rules off', () => {
    write('synth.config.yaml', 'rules: {lambda-timeout-range: warning}\n');
    expect(timeoutLevel()).toEqual(['warning lambda-timeout-range']);
    write('a/synth.config.json', '{"$schema": "x", "rules": {"lambda-timeout-range": "off"}}');
    expect(timeoutLevel()).toEqual([]);
    expect(timeoutLevel(['--no-config'])).toEqual(['error lambda-timeout-range']);
    write('synth.config.yaml', 'rules: {lambda-timeout-range: off}\n');
    expect(timeoutLevel(['--config', 'synth.config.yaml'])).toEqual([]);
  });

  it('has settings by path', () => {
    write('synth.config.yaml', 'overrides: [{files: ["a/**"], rules: {lambda-timeout-range: {level: info}}}]\n');
    expect(timeoutLevel()).toEqual(['info lambda-timeout-range']);
  });

  it('is checked itself, at its lines', () => {
    write('synth.config.yaml', 'rules:\n  lambda-timeout-rang: off\n  lambda-memory-range: {levle: error}\nrule: {}\n');
    const { stdout, status } = run(['a/template.yaml', '--quiet']);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "synth.config.yaml:3:25 error invalid-config 'rules.lambda-memory-range' has no setting 'levle'. Did you mean 'level'?",
    );
    expect(stdout).toContain(
      "synth.config.yaml:4:1 error invalid-config The configuration has no setting 'rule'. Did you mean 'rules'?",
    );
    write('synth.config.yaml', 'rules:\n  lambda-timeout-rang: off\n');
    expect(run(['a/template.yaml']).stdout).toContain(
      "synth.config.yaml:2:3 warning unknown-rule There is no rule 'lambda-timeout-rang'. Did you mean 'lambda-timeout-range'?",
    );
  });

  it('brings rules of the project along', () => {
    write(
      'rules.mjs',
      `export default [{
        id: 'team-no-inline', level: 'error', category: 'style', stage: 'source', title: 't', description: 'd', source: 's',
        messages: { inline: "'{id}' holds code." }, on: ['AWS::Serverless::Function'],
        check(fn, cx) { if (!fn.lacks('InlineCode')) cx.report('inline', fn.keyPlace('InlineCode'), { data: { id: fn.id } }); },
      }];`,
    );
    write('synth.config.yaml', 'plugins: [./rules.mjs]\nrules: {team-no-inline: warning}\n');
    expect(timeoutLevel()).toEqual(['warning team-no-inline', 'error lambda-timeout-range']);
  });
});

describe('information and presets', () => {
  const noisy = `${template('3')}  Orders: {Type: AWS::Serverless::SimpleTable}\n`;
  const hidden = "1 finding of level info is not shown; '--info' shows it.\n";

  it('counts what is only information, unless it is asked for', () => {
    write('template.yaml', noisy);
    expect(run([])).toEqual({ status: 0, stdout: hidden, stderr: '' });
    expect(run(['--info']).stdout).toMatch(/^template\.yaml:12:3 info cfn-stateful-deletion-policy /);
    expect(run(['--rule', 'cfn-stateful-deletion-policy']).stdout).toMatch(/^template\.yaml:12:3 info /);
    expect(run(['--quiet']).stdout).toBe('');
    expect(JSON.parse(run(['--format', 'json']).stdout).problems).toHaveLength(1);
  });

  it('takes a preset from the configuration, and from the command line before it', () => {
    write('template.yaml', noisy);
    write('synth.config.yaml', 'preset: strict\n');
    expect(run(['--max-warnings', '0']).stdout).toContain('warning cfn-stateful-deletion-policy');
    expect(run(['--preset', 'errors'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(run(['--preset', 'recommended']).stdout).toBe(hidden);
    expect(run(['--preset', 'all']).status).toBe(2);
    write('synth.config.yaml', 'preset: all\n');
    expect(run([]).stdout).toContain("error invalid-config 'preset' ");
  });

  it('sets levels of codes of the parser, and says which cannot be set', () => {
    write('template.yaml', `${template('3')}      Timeout: 4\n`);
    write('synth.config.yaml', 'rules: {duplicate-key: off}\n');
    expect(run([])).toEqual({ status: 0, stdout: '', stderr: '' });
    write('synth.config.yaml', 'rules:\n  yaml-syntax: off\n  key-not-scalar: error\n');
    const { status, stdout } = run(['--quiet']);
    expect(status).toBe(1);
    expect(stdout).toContain('synth.config.yaml:2:3 error fixed-level ');
    expect(stdout.match(/fixed-level/g)).toHaveLength(1);
  });
});

describe('suppressions', () => {
  const codes = (text: string) => {
    write('template.yaml', text);
    return JSON.parse(run(['--format', 'json']).stdout).problems.map(
      ({ code, line }: { code: string; line: number }) => `${line} ${code}`,
    );
  };

  it('hold on their line, on the next one, and for a whole resource', () => {
    const ignore = '# synth-ignore lambda-timeout-range: slow partner';
    expect(codes(template('901').replace('# seconds', ignore))).toEqual([]);
    expect(codes(template('901').replace('      Timeout', `      ${ignore}\n      Timeout`))).toEqual([]);
    expect(codes(template('901').replace('  Fn:', `  Fn: ${ignore}`))).toEqual([]);
    expect(codes(template('901').replace('      Handler', `      ${ignore}\n      Handler`))).toEqual([
      '6 unused-suppression',
      '12 lambda-timeout-range',
    ]);
  });

  it('hold from Metadata, and are told when nothing needs them', () => {
    const metadata = (rule: string) => `${template('901')}    Metadata: {synth: {ignore: [${rule}]}}\n`;
    expect(codes(metadata('lambda-timeout-range'))).toEqual([]);
    expect(codes(metadata('{rule: lambda-timeout-range, reason: slow partner}'))).toEqual([]);
    expect(codes(metadata('lambda-memory-range'))).toEqual(['11 lambda-timeout-range', '12 unused-suppression']);
  });
});

describe('--budget, --list-rules and --explain', () => {
  it('tell what is used, what there is, and why', () => {
    write('template.yaml', template('3'));
    const { budgets } = JSON.parse(run(['--budget', '--format', 'json']).stdout);
    expect(budgets[0].budget.lines[0]).toEqual({ name: 'resources', owner: 'template', used: 2, limit: 500 });
    expect(budgets[0].budget.shares).toMatchObject([{ id: 'Fn', resources: 2 }]);
    write('code/index.js', '123456789');
    write('template.yaml', template('3').replace(/CodeUri: \S+|InlineCode: \S+/, 'CodeUri: code'));
    const line = { name: 'unzipped bytes', owner: 'Fn', used: 9, limit: 262_144_000 };
    expect(JSON.parse(run(['--budget', '--format', 'json']).stdout).budgets[0].budget.lines).toContainEqual(line);
    expect(run(['--list-rules']).stdout).toMatch(/^ {2}lambda-timeout-range +error +Function timeout/m);
    expect(run(['--explain', 'lambda-timeout-range']).stdout).toContain('900 seconds (15 minutes)');
    expect(run(['--budget', '--format', 'sarif'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        "synth: '--budget' has no format 'sarif'.\nUse '--format text' or '--format json', or leave '--format' out.\n",
    });
    expect(run(['--list-rules', '--format', 'json']).status).toBe(2);
    expect(run(['--explain', 'lambda-timeout-range', '--format', 'json']).status).toBe(2);
  });

  it('know every code that a finding can have, not only rules', () => {
    const list = run(['--list-rules']).stdout;
    expect(list).toMatch(/^Reading files\n {2}yaml-syntax +error /m);
    expect(list).toMatch(/^ {2}unknown-rule +warning /m);
    const { status, stdout } = run(['--explain', 'duplicate-key']);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^duplicate-key \(error or warning, Reading files\)\n.*\n\n.*\n\n.*\n\nFails:\n {4}Resources:/s,
    );
    expect(stdout).toContain('Passes:\n    Resources:');
    expect(stdout).not.toMatch(/[‹›]/);
    expect(run(['--explain', 'duplicate-kee'])).toMatchObject({
      status: 2,
      stderr: "synth: There is no code 'duplicate-kee'.\nDid you mean 'duplicate-key'?\n",
    });
  });

  it('expand the template with what the flags say', () => {
    write('shared/queue.yaml', 'Queue: {Type: AWS::SQS::Queue}');
    const include = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: ../shared/queue.yaml}}';
    write('app/template.yaml', `Resources:\n  Topic: {Type: AWS::SNS::Topic}\n  ${include}\n`);
    const budget = run(['--budget', '--format', 'json', '--include-outside', 'app/template.yaml']).stdout;
    expect(JSON.parse(budget).budgets[0].budget.lines[0]).toMatchObject({ name: 'resources', used: 2 });
    for (const flags of [[], ['--budget']]) {
      expect(run([...flags, '--region', 'mars', 'app/template.yaml'])).toMatchObject({ status: 2 });
    }
  });
});
