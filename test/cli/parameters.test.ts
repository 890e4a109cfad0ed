import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, synth } from './synth.ts';

const template = `Parameters:
  Stage: {Type: String, Default: dev}
  Runtime: {Type: String, Default: nodejs20.x}
Resources:
  Function:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.handler
      Runtime: !Ref Runtime
      AutoPublishAlias: !Ref Stage
`;

/** The name of the alias, which the transform takes from the parameter's value. */
const aliasWith = (file: string, ...args: string[]): string[] => {
  const folder = folderWith({ 'template.yaml': template, 'parameters.json': file });
  const { out, err, code } = synth(folder, ['--parameters', 'parameters.json', ...args]);
  const ids = Object.keys(JSON.parse(out).Resources).filter((id) => id.startsWith('FunctionAlias'));
  expect(err).toMatch(/^template\.yaml: Made for .*Stage '\w+'; expand again for other values\.\n$/);
  expect(code).toBe(0);
  return ids;
};

describe('a file of parameters', () => {
  it.each([
    ['keys and values', '[{"ParameterKey": "Stage", "ParameterValue": "prod"}]'],
    ['texts', '["Stage=prod", "Runtime=nodejs22.x"]'],
    ['a map under Parameters', '{"Parameters": {"Stage": "prod"}, "Tags": {"a": "b"}}'],
    ['a map', '{"Stage": "prod"}'],
  ])('may hold %s', (_, file) => {
    expect(aliasWith(file)).toEqual(['FunctionAliasprod']);
  });

  it('gives way to a single parameter', () => {
    expect(aliasWith('{"Stage": "prod"}', '--parameter', 'Stage=test')).toEqual(['FunctionAliastest']);
  });

  it.each([
    ['is not there', undefined, 'there is no such file'],
    ['is broken', '{\n  "Stage": \n', 'parameters.json:1:1'],
    ['holds a text', '"Stage"', 'one of these shapes'],
    ['holds a number as an item', '[1]', "'ParameterKey'"],
    ['has no value', '[{"ParameterKey": "Stage"}]', "no 'ParameterValue' for 'Stage'"],
    ['holds a map as a value', '{"Stage": {"a": "b"}}', "a map for 'Stage'"],
    ['holds null as a value', '{"Stage": null}', "no value for 'Stage'"],
    ['has an item without a value', '["Stage"]', "'Stage' is not a parameter value"],
  ])('that %s is refused', (_, file, text) => {
    const files = { 'template.yaml': template, ...(file === undefined ? {} : { 'parameters.json': file }) };
    const { out, err, code } = synth(folderWith(files), ['--parameters', 'parameters.json']);
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain(text);
  });
});

it('a value that only the deployed stack knows is told, and the default counts', () => {
  const folder = folderWith({
    'template.yaml': template,
    'parameters.json': '[{"ParameterKey": "Stage", "UsePreviousValue": true}]',
  });
  const { out, err, code } = synth(folder, ['--parameters', 'parameters.json']);
  expect(code).toBe(0);
  expect(err).toContain("'parameters.json' keeps the previous value of 'Stage'");
  expect(Object.keys(JSON.parse(out).Resources)).toContain('FunctionAliasdev');
});

it('a parameter may be empty, and may hold equals signs', () => {
  const folder = folderWith({ 'template.yaml': template });
  expect(synth(folder, ['--parameter', 'Stage=']).err).toContain("'AutoPublishAlias' is ''");
  expect(synth(folder, ['--parameter', 'Stage=a=b']).err).toContain("'AutoPublishAlias' is 'a=b'");
  expect(synth(folder, ['--parameter', 'Stage'])).toMatchObject({ code: 2, out: '' });
  expect(synth(folder, ['--parameter', '=x'])).toMatchObject({ code: 2, out: '' });
});

it('a parameter that no template has is told', () => {
  const { code, err } = synth(folderWith({ 'template.yaml': template }), ['--parameter', 'Stgae=x']);
  expect(code).toBe(0);
  expect(err).toContain("warning unknown-parameter A value was given for the parameter 'Stgae'");
  const linted = synth(folderWith({ 'template.yaml': template }), ['lint', '--parameter', 'Stgae=x']);
  expect(linted.out).toContain(
    "warning unknown-parameter A value was given for the parameter 'Stgae', but 'template.yaml' has no such parameter. Did you mean 'Stage'?",
  );
  const known = synth(folderWith({ 'template.yaml': template }), ['lint', '--parameter', 'Stage=x']);
  expect(known.out).not.toContain('unknown-parameter');
});

it.each(['explain', 'snapshot', 'review', 'build'])(
  'a parameter that no template has is reported by synth %s',
  (command) => {
    const folder = folderWith({ 'template.yaml': template });
    const told = (args: readonly string[]): string => synth(folder, [command, ...args]).err;
    const warning =
      "warning unknown-parameter A value was given for the parameter 'Stgae', but 'template.yaml' has no such parameter. Did you mean 'Stage'?\n";
    expect(told(['--parameter', 'Stgae=x'])).toContain(warning);
    expect(told(['--parameter', 'Stage=x'])).not.toContain('unknown-parameter');
  },
);

it('a parameter that none of several templates has is reported once', () => {
  const folder = folderWith({ 'a.yaml': template, 'b.yaml': template });
  const { err, code } = synth(folder, ['a.yaml', 'b.yaml', '--out-dir', 'out', '--parameter', 'Stgae=x']);
  expect(err.replace(/^\S+: Made for .*\n/gm, '')).toBe(
    "warning unknown-parameter A value was given for the parameter 'Stgae', but none of the 2 templates has it. Did you mean 'Stage'?\n",
  );
  expect(code).toBe(0);
});

const byAccount = `Transform: AWS::LanguageExtensions
Mappings: {Sizes: {'123456789012': {Size: 9}}}
Resources: {Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !FindInMap [Sizes, !Ref 'AWS::AccountId', Size, {DefaultValue: 30}]}}}
`;

it('a value for the account is that of a pseudo parameter, which every template has', () => {
  const folder = folderWith({ 'template.yaml': byAccount });
  expect(synth(folder, ['template.yaml']).err).toBe('');
  const given = synth(folder, ['template.yaml', '--parameter', 'AWS::AccountId=123456789012']);
  expect(given.err).toBe("template.yaml: Made for AWS::AccountId '123456789012'; expand again for other values.\n");
  expect(JSON.parse(given.out).Resources.Q.Properties.VisibilityTimeout).toBe(9);
});

describe('the account of a build', () => {
  const built = (...flags: string[]) => {
    const folder = folderWith({ 'template.yaml': byAccount });
    const { code, err } = synth(folder, ['build', '--stack-name', 'queue', ...flags]);
    if (code !== 0) return err;
    const template = readFileSync(join(folder, 'synth.out/queue.template.json'), 'utf8');
    return JSON.parse(template).Resources.Q.Properties.VisibilityTimeout;
  };

  it.each([
    [['--account', '123456789012'], 9],
    [['--parameter', 'AWS::AccountId=123456789012'], 9],
    [['--account', '123456789012', '--parameter', 'AWS::AccountId=123456789012'], 9],
    [['--account', '210987654321'], 30],
  ])('counts in what is computed: %j', (flags, timeout) => {
    expect(built(...flags)).toBe(timeout);
  });

  it('cannot be two', () => {
    expect(built('--account', '123456789012', '--parameter', 'AWS::AccountId=210987654321')).toContain(
      "'--account 123456789012' contradicts the value '210987654321' of 'AWS::AccountId'.\n",
    );
  });
});

it('a parameter that an included file declares is known', () => {
  const folder = folderWith({
    'synth.yaml': 'synth: 1\ninclude: [more.yaml]\ntables: {Orders: {key: id}}\n',
    'more.yaml': 'parameters: {Stage: dev}\n',
  });
  expect(synth(folder, ['snapshot', '--parameter', 'Stage=x']).err).toBe('');
});
