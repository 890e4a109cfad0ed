import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inTable } from '../../src/model/in-table.ts';
import { isList, isMap, type Json, type JsonMap } from '../../src/model/tree.ts';
import { expand, lint, lower, raise } from '../../src/node.ts';

/** What every object inherits, so that a table has it without an entry. */
const inherited = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];

const sam: JsonMap = {
  Transform: 'AWS::Serverless-2016-10-31',
  Globals: { Function: { Timeout: 5, Environment: { Variables: { MODE: 'test' } } } },
  Resources: {
    Work: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        InlineCode: 'exports.handler = async () => 1',
        Architectures: ['arm64'],
        Policies: [{ SQSSendMessagePolicy: { QueueName: { 'Fn::GetAtt': ['Jobs', 'QueueName'] } } }],
        Environment: { Variables: { TABLE: { 'Fn::GetAtt': ['Jobs', 'Arn'] } } },
        Events: {
          Poll: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': ['Jobs', 'Arn'] } } },
          Call: { Type: 'HttpApi', Properties: { Path: '/work', Method: 'get' } },
          Tick: { Type: 'CloudWatchEvent', Properties: { Pattern: { source: ['aws.ec2'] } } },
        },
      },
    },
    Jobs: { Type: 'AWS::SQS::Queue', UpdateReplacePolicy: 'Retain', Properties: { QueueName: 'jobs' } },
    News: { Type: 'AWS::SNS::Topic', Properties: { Subscription: [{ Protocol: 'sqs', Endpoint: 'a' }] } },
    Steps: {
      Type: 'AWS::Serverless::StateMachine',
      Properties: { Type: 'EXPRESS', Definition: { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } } },
    },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        Namespace: 'AWS/SQS',
        MetricName: 'NumberOfMessagesSent',
        Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['Jobs', 'QueueName'] } }],
      },
    },
  },
  Outputs: { Url: { Value: { 'Fn::GetAtt': ['Jobs', 'QueueUrl'] } } },
};

const compact: JsonMap = {
  synth: 1,
  defaults: { function: { timeout: '5s' } },
  functions: { Work: { code: 'src', runtime: 'nodejs22.x', handler: 'a.b', env: { QUEUE: '${Jobs.arn}' } } },
  queues: { Jobs: { 'allow-from': ['News'], dead: 3 } },
  buckets: { Files: { access: 'private' } },
  resources: { Other: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: '${Jobs.name}' } } },
  outputs: { Queue: '${Jobs.url}' },
};

/** Copies of a value that have a name in place of one text or one key. */
const withNames = function* (value: Json, name: string): Generator<Json> {
  if (typeof value === 'string') yield name;
  else if (isList(value)) {
    for (const [at, item] of value.entries()) for (const each of withNames(item, name)) yield value.with(at, each);
  } else if (isMap(value)) {
    const entries = Object.entries(value);
    for (const [at, [key, item]] of entries.entries()) {
      yield Object.fromEntries(entries.with(at, [name, item]));
      for (const each of withNames(item, name)) yield Object.fromEntries(entries.with(at, [key, each]));
    }
  }
};

/** The codes of all that is told of a template; texts must not show code of JavaScript. */
const toldOf = (template: Json): string[] => {
  const text = JSON.stringify(template);
  const problems = [expand, lint, raise, lower].flatMap((call) => call(text).problems);
  expect(
    problems.map(({ message }) => message).filter((message) => /native code|\[object/.test(message)),
    text,
  ).toEqual([]);
  return problems.map(({ code }) => code);
};

it('gives the entries of a table and nothing that it inherits', () => {
  const table = { known: 1 };
  expect(inTable(table, 'known')).toBe(1);
  for (const name of inherited) expect(inTable<unknown>(table, name), name).toBeUndefined();
});

it.each(['constructor', '__proto__'])("takes '%s' anywhere in a template for a name as any other", (name) => {
  const other = name.replaceAll(/[a-z]/g, 'x');
  let tried = 0;
  for (const template of [sam, compact]) {
    const others = [...withNames(template, other)];
    for (const [at, named] of [...withNames(template, name)].entries()) {
      tried += 1;
      expect(toldOf(named), JSON.stringify(named)).toEqual(toldOf(others[at]!));
    }
  }
  expect(tried).toBeGreaterThan(140);
});

it('raises a resource of such a type', () => {
  const { text, problems } = raise(
    'Resources: {A: {Type: constructor}, B: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt A.Arn}}}',
  );
  expect(problems).toEqual([]);
  expect(text).toContain('${A.Arn}');
});

// `table[name]!` says that the name is one of the table.
it('no table of the code is asked for a name from anywhere but with inTable or Object.hasOwn', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src', name));
  let tables = 0;
  const asked = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/const (\w+): Readonly<Record<string, [^=\n]*> = \{/g)].flatMap(([, table]) => {
      tables += 1;
      const uses = [...text.matchAll(new RegExp(`(?<![.\\w])${table}\\[[^'\\]\`][^\\]]*\\](?!!)`, 'g'))];
      const known = [`hasOwn(${table}`, `Object.keys(${table})`];
      return uses
        .filter(({ index }) => !known.some((each) => text.slice(Math.max(0, index - 260), index).includes(each)))
        .map(([found]) => `${file}: ${found}`);
    });
  });
  expect(tables).toBeGreaterThan(50);
  expect(asked).toEqual([]);
});
