import { describe, expect, it } from 'vitest';
import { appSpec, expand, lint, lower, raise } from '../../src/index.ts';
import { processorTime } from '../processor-time.ts';

const comesBack = (sam: string): string => {
  const { text, problems } = raise(sam);
  expect(problems).toEqual([]);
  expect(expand(text!).template).toEqual(expand(sam).template);
  return text!;
};

describe('templates whose compact form is easily another one', () => {
  it.each([
    [
      'a float as a default',
      'Parameters: {P: {Type: String, Default: 1.0}}\nResources: {Q: {Type: AWS::SQS::Queue}}\n',
    ],
    [
      'tags that are numbers',
      'Transform: AWS::Serverless-2016-10-31\nResources: {T: {Type: AWS::Serverless::SimpleTable, Properties: {Tags: {a: x, "1": y}}}}\n',
    ],
    [
      'a function as an operator',
      'Resources: {Q: {Type: AWS::SQS::Queue}, A: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: X, MetricName: Y, ComparisonOperator: !Ref Q}}}\n',
    ],
    [
      'a key policy with statements without a resource',
      "Resources: {K: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Id: x, Statement: [{Effect: Allow, Action: 'a:b', Resource: '*', Principal: '*'}, {Effect: Allow, Action: 'a:c', Principal: '*'}]}}}}\n",
    ],
    [
      'an alarm on a percentile',
      'Transform: AWS::Serverless-2016-10-31\nResources: {F: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}}, A: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/Lambda, MetricName: Duration, Dimensions: [{Name: FunctionName, Value: !Ref F}], ExtendedStatistic: p99, ComparisonOperator: GreaterThanThreshold, Threshold: 1000, Period: 60, EvaluationPeriods: 1}}}\n',
    ],
    [
      'loops over resources, conditions and outputs',
      "Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\nConditions: {'Fn::ForEach::C': [N, [A, B], {'Has${N}': !Equals [a, !Ref N]}]}\nResources: {'Fn::ForEach::Q': [N, [A, B], {'Queue${N}': {Type: AWS::SQS::Queue}}]}\nOutputs: {'Fn::ForEach::O': [N, [A, B], {'Out${N}': {Value: !Ref 'Queue${N}'}}]}\n",
    ],
  ])('%s', (_, sam) => void comesBack(sam));

  it('names the key that a compact form would lose', () => {
    const sam = 'Resources: {Q: {Type: AWS::SQS::Queue}}\nx-shared: {A: 1}\n';
    const { text, problems } = raise(sam);
    expect(text).toBeUndefined();
    expect(problems.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`)).toEqual([
      "2:1 spec-not-raised CloudFormation refuses the key 'x-shared' here, and the compact form would lose it. Remove it, or move what is shared under 'Metadata'.",
    ]);
  });

  it('leaves the template alone that it is made of', () => {
    const policy = {
      Id: 'x',
      Statement: [
        { Effect: 'Allow', Action: 'a:c', Principal: '*' },
        { Effect: 'Allow', Action: 'a:b', Resource: '*', Principal: '*' },
      ],
    };
    const template = { Resources: { K: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy } } } };
    const before = JSON.stringify(template);
    raise(template);
    expect(JSON.stringify(template)).toBe(before);
  });
});

describe('stages', () => {
  const codes = (text: string): (string | number | undefined)[][] =>
    lint(text, { path: 'synth.yaml' })
      .problems.filter(({ level }) => level === 'error')
      .map(({ code, line, column }) => [code, line, column]);
  it.each([
    ['a misspelt one in `only`', 'queues: {A: {only: Prod}}\nstages: {prod: {}}\n', 'spec-unknown-stage', 2, 20],
    ['none in `only`', "queues: {A: {only: ''}}\nstages: {prod: {}}\n", 'spec-invalid-value', 2, 20],
    ['a map in `only`', 'queues: {A: {only: {a: 1}}}\nstages: {prod: {}}\n', 'spec-invalid-value', 2, 20],
    [
      'what is said once for the file',
      'queues: {A: {}}\nstages: {prod: {include: a.yaml}}\n',
      'spec-unknown-key',
      3,
      17,
    ],
    [
      'a name to take away that is not there',
      'queues: {A: {}}\nstages: {prod: {queues: {Aa: null}}}\n',
      'spec-stage-only-name',
      3,
      26,
    ],
  ])('%s is reported', (_, text, code, line, column) => {
    expect(codes(`synth: 1\n${text}`)).toContainEqual([code, line, column]);
  });
  it('may have numbers for names', () => {
    const text = 'synth: 1\nqueues: {A: {only: 1}, B: {}}\nstages: {1: {}, 2: {}}\n';
    const queues = (stage?: string) =>
      Object.keys((lower(text, { stage }).template as { Resources: object }).Resources);
    expect([queues(), queues('1'), queues('2')]).toEqual([['B'], ['A', 'B'], ['B']]);
  });
});

describe('names that objects have', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a key like others', (name) => {
    const found = lint(`synth: 1\nqueues: {A: {}}\n${name}: {}\n`).problems.map(({ message }) => message);
    expect(found.join()).toContain(`'${name}' is not a key of the file. Allowed:`);
    expect(
      lint(`Resources: {${name}: {Type: AWS::SNS::Topic}}\n`)
        .problems.map(({ message }) => message)
        .join(),
    ).not.toContain('{');
  });
});

it('fixes of many findings are tried together', () => {
  const chain = (count: number): string =>
    `synth: 1\nqueues:\n${Array.from({ length: count }, (_, at) => `  Q${at}: {dead-letter: Q${Math.min(at + 1, count - 1)} after 5}\n`).join('')}`;
  const milliseconds = processorTime(() => {
    const { problems } = lint(chain(1500), { only: ['sqs-dlq-retention'] });
    expect(problems.length).toBeGreaterThan(1000);
  });
  expect(milliseconds).toBeLessThan(20_000);
});

it('says where an AppSpec was looked for', () => {
  const { problems } = appSpec('Resources:\n  Q: {Type: AWS::SQS::Queue}\n', 'Nope');
  expect(problems).toEqual([expect.objectContaining({ code: 'appspec-no-function', line: 1, column: 1 })]);
});

it('values of the wrong kind are named where a text is expected', () => {
  const text = `synth: 1
functions:
  A: {inline: x, handler: a.b, runtime: nodejs22.x, events: [{route: {a: 1}, api: !Ref X}, {Type: {a: 1}}]}
topics: {T: {subscribe: [{Protocol: {a: 1}}]}}
order: [{a: 1}]
`;
  const { problems } = lower(text);
  expect(problems.length).toBeGreaterThan(1);
  for (const { line, column } of problems) expect([line, column]).not.toContain(undefined);
});

it('templates that SAM refuses are refused with its reasons where they have no compact form', () => {
  const { text, problems } = raise("Resources: '*'\n", { path: 'template.yaml' });
  expect(text).toBeUndefined();
  expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
    ['missing-resources', 'template.yaml', 1],
  ]);
});
