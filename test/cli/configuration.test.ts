import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.a
      Runtime: nodejs22.x
      Timeout: 901
`;
const rule = (parts = '') => `{
  id: 'team-rule', level: 'warning', category: 'style', stage: 'source', title: 't', description: 'd', source: 's',
  messages: { found: 'found' }, on: ['AWS::Serverless::Function'], check(fn, cx) { cx.report('found', fn.at); }, ${parts} }`;
const module = (...rules: string[]) => `export default [${rules.join(', ')}];\n`;

const lint = (files: Record<string, string>, args: string[] = []) => {
  const folder = folderWith({ 't.yaml': template, ...files });
  return synth(folder, ['lint', 't.yaml', '--rule', 'lambda-timeout-range', ...args]);
};
const lines = (out: string): string[] => out.split('\n').filter((line) => /^\S+:\d+:\d+ /.test(line));

describe('patterns of overrides', () => {
  const levels = (pattern: string, file: string, config: string, args: string[] = []) => {
    const folder = folderWith({
      [file]: template,
      [config]: `overrides: [{files: ['${pattern}'], rules: {lambda-timeout-range: info}}]\n`,
    });
    const { out } = synth(folder, ['lint', file, '--rule', 'lambda-timeout-range', '--format', 'json', ...args]);
    return JSON.parse(out).problems.map(({ level }: { level: string }) => level);
  };

  it.each([
    ['legacy/**', 'legacy/a/t.yaml', 'info'],
    ['legacy/**', 'new/legacy/t.yaml', 'error'],
    ['**/legacy/**', 'new/legacy/t.yaml', 'info'],
    ['t.yaml', 'new/legacy/t.yaml', 'info'],
    ['./t.yaml', 'new/legacy/t.yaml', 'error'],
  ])('count from the folder of the configuration: %s, %s', (pattern, file, level) => {
    expect(levels(pattern, file, 'synth.config.yaml')).toEqual([level]);
    expect(levels(pattern, `app/${file}`, 'app/synth.config.yaml')).toEqual([level]);
    expect(levels(pattern, `app/${file}`, 'app/own.yaml', ['--config', 'app/own.yaml'])).toEqual([level]);
  });
});

describe('a configuration with mistakes', () => {
  const configured = (config: string) => lines(lint({ 'synth.config.yaml': config }, ['--quiet']).out);

  it.each([
    ['- rules\n', 'synth.config.yaml:1:1 error invalid-config The configuration must be a map.'],
    ['rules\n', 'synth.config.yaml:1:1 error invalid-config The configuration must be a map.'],
    [
      'rule: {}\n',
      "synth.config.yaml:1:1 error invalid-config The configuration has no setting 'rule'. Did you mean 'rules'?",
    ],
    ['rules: [a]\n', "synth.config.yaml:1:8 error invalid-config 'rules' must be a map."],
    [
      'rules: {x: fatal}\n',
      "synth.config.yaml:1:12 error invalid-config 'rules.x' must be error, warning, info or off, or a map with level and options.",
    ],
    [
      'rules: {x: {level: 5}}\n',
      "synth.config.yaml:1:20 error invalid-config 'rules.x.level' must be one of error, warning, info, off, false.",
    ],
    ['rules: {x: {options: 5}}\n', "synth.config.yaml:1:22 error invalid-config 'rules.x.options' must be a map."],
    [
      'preset: all\n',
      "synth.config.yaml:1:9 error invalid-config 'preset' must be one of recommended, strict, errors.",
    ],
    ['overrides: [{files: []}]\n', "synth.config.yaml:1:13 error invalid-config 'overrides.0' needs 'rules'."],
    ['plugins: rules.mjs\n', "synth.config.yaml:1:10 error invalid-config 'plugins' must be a list."],
    ['plugins: [""]\n', "synth.config.yaml:1:11 error invalid-config 'plugins.0' must not be empty."],
  ])('says what it must be: %j', (config, line) => expect(configured(config)).toContain(line));

  it.each([
    [
      'rules: {events-rules-per-bus: {options: {qouta: 5}}}\n',
      "1:42 error invalid-option 'qouta' is not an option of 'events-rules-per-bus'. Did you mean 'quota'?",
    ],
    [
      'rules: {events-rules-per-bus: {options: {zzz: 5}}}\n',
      "1:42 error invalid-option 'zzz' is not an option of 'events-rules-per-bus'. It has quota.",
    ],
    [
      'rules: {events-rules-per-bus: {options: {quota: many}}}\n',
      "1:49 error invalid-option 'quota' must be a number.",
    ],
    [
      'overrides: [{files: [a], rules: {events-rules-per-bus: {options: {quota: [5]}}}}]\n',
      "1:74 error invalid-option 'quota' must be a number.",
    ],
    [
      'rules: {lambda-memory-range: {options: {max: 5}}}\n',
      "1:41 error invalid-option 'max' is not an option of 'lambda-memory-range'. The rule has no options.",
    ],
    ['rules: {lambda-runtime-unknown: {options: {also: nodejs99.x}}}\n', 'must be a list.'],
    [
      'rules: {duplicate-key: {options: {a: 1}}}\n',
      "'a' is not an option of 'duplicate-key'. The rule has no options.",
    ],
  ])('says which option is wrong: %j', (config, text) => expect(configured(config).join('\n')).toContain(text));
});

describe('rules of plugins', () => {
  const loaded = (rules: string) => {
    const { err, out, code } = lint({ 'synth.config.yaml': 'plugins: [./rules.mjs]\n', 'rules.mjs': rules });
    expect(out).toBe('');
    expect(code).toBe(2);
    expect(err).toMatch(/^synth: The rules in '\S+rules\.mjs' cannot be used\.\n/);
    return err.split('\n').slice(1, -1);
  };

  it.each([
    ['null', 'Item 1 must be a rule; it is null.'],
    ['5', 'Item 1 must be a rule; it is 5.'],
    [
      rule('stage: undefined'),
      "The rule 'team-rule': 'stage' must be 'source' (the template as written) or 'expanded'; it is missing.",
    ],
    [rule("level: 'fatal'"), "The rule 'team-rule': 'level' must be one of error, warning, info; it is 'fatal'."],
    [rule('check: 5'), "The rule 'team-rule': 'check' must be a function; it is 5."],
    [rule('messages: {}'), "The rule 'team-rule': 'messages' must be a map with at least one message, each a text."],
    [rule('on: []'), "The rule 'team-rule': 'on' must be a list of resource types, or 'template'; it is a list."],
    [
      rule("on: ['AWS::Lambda::Funtion']"),
      "The rule 'team-rule': 'on' names 'AWS::Lambda::Funtion', a type that AWS does not have. Did you mean 'AWS::Lambda::Function'?",
    ],
    [
      rule("on: ['AWS::Serverless::Funtion']"),
      "The rule 'team-rule': 'on' names 'AWS::Serverless::Funtion', a type that AWS does not have. Did you mean 'AWS::Serverless::Function'?",
    ],
    [
      rule("on: 'template', needs: ['AWS::SQS::Quue']"),
      "The rule 'team-rule': 'needs' names 'AWS::SQS::Quue', a type that AWS does not have. Did you mean 'AWS::SQS::Queue'?",
    ],
    [
      rule("on: 'template', needs: []"),
      "The rule 'team-rule': 'needs' must be a list of resource types, with at least one; it is a list.",
    ],
    [
      rule("on: ['AWS::SQS::Queue'], needs: ['AWS::SQS::Queue']"),
      "The rule 'team-rule': 'needs' is for rules on 'template'; 'on' says what this one looks at.",
    ],
    [
      rule("id: 'Team_Rule'"),
      "The rule 'Team_Rule': 'id' must be lower-case words joined by hyphens; it is 'Team_Rule'.",
    ],
    [
      rule("id: 'lambda-timeout-range'"),
      "The rule 'lambda-timeout-range': the id is taken by another rule or code; put a name of yours before it.",
    ],
    [
      rule("id: 'duplicate-key'"),
      "The rule 'duplicate-key': the id is taken by another rule or code; put a name of yours before it.",
    ],
    [rule('fixable: true'), "The rule 'team-rule': a rule has no 'fixable'."],
    [
      rule("fixes: {other: 'safe'}"),
      "The rule 'team-rule': 'fixes' names 'other', which is not one of the 'messages'.",
    ],
    [rule("fixes: {found: 'maybe'}"), "The rule 'team-rule': 'fixes' must say 'safe' or 'unsafe' for 'found'."],
    [rule('strict: true'), "The rule 'team-rule': 'strict' must be a list of ids of messages; it is true."],
    [rule("strict: ['other']"), "The rule 'team-rule': 'strict' names 'other', which is not one of the 'messages'."],
    [rule('options: {max: 5}'), "The rule 'team-rule': 'options' must give 'max' a 'default' and a 'doc'."],
  ])('are checked when they are loaded: %s', (text, fault) => {
    const [first, ...more] = loaded(module(text));
    expect(first).toContain(fault);
    expect(more).toEqual([]);
  });

  it('are told all that is wrong at once', () => {
    expect(loaded(module(rule(), rule(), '{}', 'null'))).toEqual([
      "The rule 'team-rule': the id is taken by another rule or code; put a name of yours before it.",
      "Rule 3: 'id' must be lower-case words joined by hyphens; it is missing.",
      "Rule 3: 'level' must be one of error, warning, info; it is missing.",
      "Rule 3: 'category' must be one of limits, correctness, reliability, security, cost, style; it is missing.",
      "Rule 3: 'stage' must be 'source' (the template as written) or 'expanded'; it is missing.",
      "Rule 3: 'title' must be a text; it is missing.",
      "Rule 3: 'description' must be a text; it is missing.",
      "Rule 3: 'source' must be a text; it is missing.",
      "Rule 3: 'messages' must be a map with at least one message, each a text; it is missing.",
      "Rule 3: 'on' must be a list of resource types, or 'template'; it is missing.",
      "Rule 3: 'check' must be a function; it is missing.",
      'Item 4 must be a rule; it is null.',
    ]);
  });

  it('are named when they fail, and the others go on', () => {
    const files = {
      'synth.config.yaml': 'plugins: [./rules.mjs]\n',
      'rules.mjs': module(
        rule("check() { throw new Error('no luck'); }"),
        rule("id: 'team-later', async check() { throw new Error('later'); }"),
        rule("id: 'team-fine'"),
      ),
    };
    const { out, err, code } = synth(folderWith({ 't.yaml': template, ...files }), ['lint', 't.yaml']);
    expect([err, code]).toEqual(['', 1]);
    expect(lines(out).map((line) => line.replace(/'\/\S*rules/, "'rules"))).toEqual([
      "t.yaml:3:3 error own-rule-failed The rule 'team-rule' of 'rules.mjs', which is not one of synth's, failed here: Error: no luck.",
      "t.yaml:3:3 error own-rule-failed The rule 'team-later' of 'rules.mjs', which is not one of synth's, failed here: Error: 'check' must not be asynchronous.",
      't.yaml:3:3 warning team-fine found',
      expect.stringContaining('lambda-timeout-range'),
    ]);
  });

  it.each([
    ['none.mjs', 'there is no such file'],
    ['dir', 'it is a folder; name the module in it'],
    ['bad.mjs', "Unexpected token ';'"],
    ['thrown.mjs', 'not today'],
    ['missing.mjs', "Cannot find package 'nothing-like-it'"],
    ['data.txt', 'Unknown file extension ".txt"'],
  ])('that cannot be loaded say why: %s', (plugin, reason) => {
    const { err, code } = lint({
      'synth.config.yaml': `plugins: [./${plugin}]\n`,
      'dir/index.mjs': module(),
      'bad.mjs': 'export default [;\n',
      'thrown.mjs': "throw new Error('not today');\n",
      'missing.mjs': "import 'nothing-like-it';\n",
      'data.txt': '',
    });
    expect(code).toBe(2);
    expect(err).toMatch(/^synth: The rules in '\S+' cannot be loaded: /);
    expect(err).toContain(reason);
  });

  it('must be a list', () => {
    const { err, code } = lint({ 'synth.config.yaml': 'plugins: [./r.mjs]\n', 'r.mjs': 'export const rules = [];\n' });
    expect(code).toBe(2);
    expect(err).toMatch(/must export a list of rules as its default\.\nWrite 'export default \[rule, …\];'\.\n$/);
  });

  it('are told once for several templates', () => {
    const folder = folderWith({
      'a.yaml': template,
      'b.yaml': template,
      'synth.config.yaml': 'plugins: [./none.mjs]\n',
    });
    const { err, code } = synth(folder, ['lint', 'a.yaml', 'b.yaml']);
    expect(code).toBe(2);
    expect(err.match(/cannot be loaded/g)).toHaveLength(1);
  });
});

describe('a file that is no configuration', () => {
  it.each([
    ['settings', (at: number) => `key${at}: 1\n`, '', 'invalid-config', 'error'],
    ['rules', (at: number) => `  rule${at}: off\n`, 'rules:\n', 'unknown-rule', 'warning'],
  ])('is not repeated with all its %s', (_, line, head, code, level) => {
    const text = head + Array.from({ length: 5000 }, (_, at) => line(at)).join('');
    const { out } = synth(folderWith({ 'synth.config.yaml': text, 't.yaml': template }), ['lint', 't.yaml']);
    const found = lines(out).filter((each) => each.includes(` ${level} ${code} `));
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toContain('The configuration has 4,900 more faults of this kind.');
  });
});

it.each([
  ['throw null;', 'cannot be loaded: null.'],
  ['throw Object.create(null);', 'cannot be loaded: what was thrown cannot be shown.'],
  ["export default new Proxy([], { get() { throw new Error('px'); } });", 'cannot be loaded: px.'],
  ['export default [{ get id() { throw null; } }];', 'cannot be used.\nItem 1 cannot be read: null.'],
])('a plugin whose code is %s is named', (code, reason) => {
  const files = { 'synth.config.yaml': 'plugins: [./p.mjs]\n', 'p.mjs': code };
  const { err, code: status } = lint(files);
  expect([err, status]).toEqual([expect.stringMatching(/^synth: The rules in '\S+p\.mjs' /), 2]);
  expect(err).toContain(reason);
});

describe('plugins of a configuration that somebody else may have put there', () => {
  const files = {
    'synth.config.yaml': 'plugins: [./rules.mjs]\nrules: {team-rule: error, lambda-timeout-range: info}\n',
    'rules.mjs': module(rule()),
    'project/t.yaml': template,
  };
  const codes = (folder: string, args: string[] = []) => {
    const { out } = synth(join(folder, 'project'), ['lint', 't.yaml', '--info', ...args]);
    return lines(out)
      .map((line) => line.split(' ').slice(0, 3).join(' '))
      .filter((line) => !/lambda-(log|memory)/.test(line));
  };
  const unloaded = ['../synth.config.yaml:1:1 warning untrusted-plugins', 't.yaml:9:16 info lambda-timeout-range'];
  const loaded = ['t.yaml:3:3 error team-rule', 't.yaml:9:16 info lambda-timeout-range'];

  it('are loaded where the configuration is of the same repository, or there is none', () => {
    const folder = folderWith(files);
    expect(codes(folder)).toEqual(loaded);
    mkdirSync(join(folder, '.git'));
    expect(codes(folder)).toEqual(loaded);
  });

  it('are not loaded where it is above the repository, and it is said', () => {
    const folder = folderWith(files);
    mkdirSync(join(folder, 'project/.git'));
    expect(codes(folder)).toEqual(unloaded);
    expect(codes(folder, ['--config', '../synth.config.yaml'])).toEqual(loaded);
    const { out, err } = synth(join(folder, 'project'), ['lint', '--list-rules']);
    expect(err).toContain('warning untrusted-plugins The plugins were not loaded: ');
    expect(out).not.toContain('team-rule');
  });

  it.runIf(process.getuid?.() === 0)('are not loaded where it belongs to another user', () => {
    const folder = folderWith(files);
    chownSync(join(folder, 'synth.config.yaml'), 12345, 12345);
    expect(codes(folder)).toEqual(unloaded);
    expect(codes(folder, ['--config', '../synth.config.yaml'])).toEqual(loaded);
  });
});
