import { describe, expect, it } from 'vitest';
import { fatesOf } from '../sides.ts';
import { said, saidBy } from './said.ts';

const exported = (value: string, name = 'orders-queue') => `Resources:
  Queue: {Type: AWS::SQS::Queue}
Outputs:
  Url: {Value: ${value}, Export: {Name: ${name}}}
`;

describe('export-removed', () => {
  it('is said of exports that go or get another value', () => {
    const before = exported('!Ref Queue');
    expect(saidBy('export-removed', before, exported('!GetAtt Queue.Arn'))).toEqual([
      "warning export-removed new.yaml:4 The export 'orders-queue' gets another value: CloudFormation refuses that while another stack imports it.",
    ]);
    expect(saidBy('export-removed', before, before.split('Outputs')[0]!)).toEqual([
      "warning export-removed old.yaml:4 The export 'orders-queue' is removed: CloudFormation refuses that while another stack imports it.",
    ]);
    expect(saidBy('export-removed', before, before.replace('Url:', 'Address:'))).toEqual([]);
  });
});

describe('export-removed by a replacement', () => {
  const exported = (fifo: boolean, more = '') => `Resources:
  Queue: {Type: AWS::SQS::Queue, Properties: {FifoQueue: ${fifo}${more}}}
  Other: {Type: AWS::SNS::Topic}
Outputs:
  Arn:
    Value: !Sub '\${Queue.Arn}'
    Export: {Name: orders}
  Topic: {Value: !Ref Other, Export: {Name: topic}}
`;
  it('is said of values that refer to what is replaced', () => {
    expect(saidBy('export-removed', exported(false), exported(true))).toEqual([
      "warning export-removed new.yaml:6 The export 'orders' gets another value because 'Queue' is replaced: CloudFormation refuses that while another stack imports it.",
    ]);
    expect(saidBy('export-removed', exported(false), exported(false, ', DelaySeconds: 5'))).toEqual([]);
    const named = ', QueueName: a.fifo';
    expect(saidBy('export-removed', exported(false, named), exported(true, named))).toEqual([]);
  });
});

describe('capability-needed', () => {
  const role = (name: string) =>
    `Resources:\n  Queue: {Type: AWS::SQS::Queue}\n  Role: {Type: AWS::IAM::Role, Properties: {${name}AssumeRolePolicyDocument: {}}}\n`;
  const none = 'Resources:\n  Queue: {Type: AWS::SQS::Queue}\n';
  it('is said where a deployment needs more than before', () => {
    expect(saidBy('capability-needed', role(''), role('RoleName: a, '))).toEqual([
      "info capability-needed new.yaml:3 The deployment needs '--capabilities CAPABILITY_NAMED_IAM' now, because of the role 'Role', which has a name of its own.",
    ]);
    expect(saidBy('capability-needed', none, role(''))).toEqual([
      "info capability-needed new.yaml:3 The deployment needs '--capabilities CAPABILITY_IAM' now, because of the role 'Role'.",
    ]);
    expect(saidBy('capability-needed', role('RoleName: a, '), role(''))).toEqual([]);
    expect(saidBy('capability-needed', role('RoleName: a, '), role('RoleName: b, '))).toEqual([]);
  });
});

describe('parameter-refused', () => {
  const parameter = (rest: string, more = '') =>
    `Parameters:\n  Size:\n    Type: String\n${rest}${more}\nResources: {Queue: {Type: AWS::SQS::Queue}}\n`;
  const old = parameter('    Default: huge\n');
  it('is said where the old default is no longer allowed', () => {
    const now = parameter('    Default: small\n', '    AllowedValues: [small, large]\n');
    expect(saidBy('parameter-refused', old, now)).toEqual([
      "warning parameter-refused new.yaml:5 The parameter 'Size' no longer takes its old default: 'huge' is not one of the allowed values: small, large. Stacks that have this value cannot be updated until a deployment passes another one.",
    ]);
    const pattern = parameter('    Default: x1\n', "    AllowedPattern: 'x[0-9]'\n");
    expect(saidBy('parameter-refused', old, pattern)[0]).toMatch(/^warning parameter-refused new\.yaml:5 /);
    expect(saidBy('parameter-refused', old, now, { parameters: { Size: 'small' } })).toEqual([]);
    expect(saidBy('parameter-refused', old, parameter('    Default: small\n'))).toEqual([]);
  });

  it('is said of a value for a parameter that is removed', () => {
    const none = 'Resources: {Queue: {Type: AWS::SQS::Queue}}\n';
    expect(said(old, none, { parameters: { Size: 'small' } })).toEqual([
      "warning parameter-refused old.yaml:2 The parameter 'Size' is removed, but the deployment still passes a value for it: CloudFormation refuses that.",
    ]);
    expect(said(old, none)).toEqual([]);
  });
});

describe('parameter-changed', () => {
  const parameter = (declaration: string) =>
    `Parameters:\n  ${declaration}\nResources: {Queue: {Type: AWS::SQS::Queue}}\n`;
  it('is said of defaults, and of parameters that need a value', () => {
    expect(
      saidBy(
        'parameter-changed',
        parameter('A: {Type: String, Default: x}'),
        parameter('A: {Type: String, Default: y}'),
      ),
    ).toEqual([
      "info parameter-changed new.yaml:2 The default of the parameter 'A' becomes y instead of x: only new stacks get it; existing stacks keep their value unless the deployment passes another one.",
    ]);
    const two = parameter('A: {Type: String, Default: x}').replace('Resources', '  B: {Type: String}\nResources');
    expect(saidBy('parameter-changed', parameter('A: {Type: String, Default: x}'), two)).toEqual([
      "warning parameter-changed new.yaml:3 The parameter 'B' is new and has no default: the deployment must pass a value.",
    ]);
    expect(
      saidBy('parameter-changed', parameter('A: {Type: String}'), parameter('A: {Type: String, Description: a}')),
    ).toEqual([]);
  });
});

describe('a changed default', () => {
  const fn = (alias: string, size = 128) => `Transform: AWS::Serverless-2016-10-31
Parameters: {Alias: ${alias}, Size: {Type: Number, Default: ${size}}}
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {CodeUri: s3://a/b, Handler: a.b, Runtime: nodejs22.x, AutoPublishAlias: !Ref Alias, MemorySize: !Ref Size}}
`;
  const named = (name: string) => `{Type: String, Default: ${name}}`;
  it('is not taken for the value of an existing stack', () => {
    expect(fatesOf(fn(named('live')), fn(named('prod'), 256))).toEqual({});
    expect(said(fn(named('live')), fn(named('prod')))).toEqual([
      "info parameter-changed new.yaml:2 The default of the parameter 'Alias' becomes prod instead of live: only new stacks get it; existing stacks keep their value unless the deployment passes another one.",
    ]);
    expect(fatesOf(fn('{Type: String}'), fn(named('prod')), { parameters: {} })).toEqual({});
    expect(fatesOf(fn(named('live')), fn(`{Type: String, Default: prod, AllowedValues: [prod]}`))).toHaveProperty(
      'FnAliasprod',
    );
  });

  it('or a given value does not stop the comparison where only the new template allows the value', () => {
    const sized = (sizes: string) =>
      `Parameters: {Size: {Type: String, AllowedValues: [${sizes}]}}\nResources: {Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Size}}}\n`;
    const parameters = { Size: 'large' };
    expect(fatesOf(sized('small'), sized('small, large'), { parameters })).toEqual({ Queue: 'replaced?' });
    expect(() => fatesOf(sized('small, large'), sized('small'), { parameters })).toThrow('parameter-refused');
  });

  it('does not count beside a value that is given, and does where the parameter is new', () => {
    const parameters = { Alias: 'x' };
    expect(fatesOf(fn(named('live')), fn(named('prod')), { parameters })).toEqual({});
    const without = fn(named('live'))
      .replace('Alias: {Type: String, Default: live}, ', '')
      .replace('!Ref Alias', 'live');
    expect(fatesOf(without, fn(named('prod')))).toHaveProperty('FnAliasprod');
  });
});

describe('limit-near', () => {
  const queues = (count: number) =>
    `Resources:\n${[...Array(count).keys()].map((at) => `  Q${at}: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: ${at % 900}}}\n`).join('')}`;
  it('is said above nine tenths', () => {
    expect(said(queues(440), queues(455)).filter((line) => line.includes('limit-near'))).toEqual([
      'warning limit-near - The template uses 455 of 500 resources (440 before).',
    ]);
    expect(said(queues(455), queues(501)).find((line) => line.includes('limit-near'))).toMatch(
      /^error .*501 of 500 resources \(455 before\): AWS refuses more/,
    );
    expect(said(queues(455), queues(454)).filter((line) => line.includes('limit-near'))).toEqual([]);
    expect(said(queues(400), queues(440)).filter((line) => line.includes('limit-near'))).toEqual([]);
  });
});
