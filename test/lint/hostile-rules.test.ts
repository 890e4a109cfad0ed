import { expect, it } from 'vitest';
import { fix, lint } from '../../src/node.ts';

const template = 'Resources: {Queue: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 5}}}\n';

// biome-ignore lint/suspicious/noExplicitAny: what such a rule hands over fits no type
type Loose = any;

const rule = (check: (queue: Loose, cx: Loose) => void) => ({
  id: 'our-rule',
  level: 'warning',
  category: 'style',
  stage: 'source',
  title: 'Ours',
  description: 'A rule of a project that hands over what it must not.',
  source: 'ours',
  messages: { found: 'found', named: '{name}' },
  fixes: { found: 'safe' },
  on: ['AWS::SQS::Queue'],
  check,
});

const told = (rules: readonly unknown[]): string[] => {
  const options = { rules: rules as never };
  const { problems } = lint(template, options);
  // What is made of a fix is made when it is read.
  JSON.stringify(problems);
  expect(fix(template, options, ['safe', 'unsafe']).problems.map(({ message }) => message)).toEqual(
    problems.map(({ message }) => message),
  );
  return problems.map(({ code, message }) => `${code}: ${message}`);
};

const failed = (reason: string): string[] => [
  `own-rule-failed: The rule 'our-rule', which is not one of synth's, failed here: ${reason}.`,
];

const hostile = (): object =>
  new Proxy(
    {},
    {
      get() {
        throw null;
      },
      getPrototypeOf() {
        throw null;
      },
    },
  );

it.each([
  ['null', null, 'null'],
  ['a map without a prototype', Object.create(null), 'what was thrown cannot be shown'],
  ['a proxy that throws', hostile(), 'what was thrown cannot be shown'],
])('tells of a rule that throws %s', (_, thrown, reason) => {
  const throwing = rule(() => {
    throw thrown;
  });
  expect(told([throwing])).toEqual(failed(reason));
});

const circle: { self?: unknown } = {};
circle.self = circle;
const changes = "'fix' must be a list of changes";

it.each<[string, (at: object) => unknown, string]>([
  ['a number', () => 5, changes],
  ['an object', () => ({}), changes],
  ['null in a list', () => [null], changes],
  ['another kind', (at) => [{ kind: 'zzz', at }], "the 'kind' of a change must be one of set, remove, add, add-item"],
  [
    'toString as its kind',
    () => [{ kind: 'toString' }],
    "the 'kind' of a change must be one of set, remove, add, add-item",
  ],
  [
    'no place',
    () => [{ kind: 'set', at: null, from: 1, to: 2 }],
    "a change of the kind 'set' needs 'at', a place in the template",
  ],
  [
    'a place of its own',
    () => [{ kind: 'set', at: { start: 1, end: 2 }, from: 1, to: 2 }],
    "a change of the kind 'set' needs 'at', a place in the template",
  ],
  [
    'at for remove',
    (at) => [{ kind: 'remove', at }],
    "a change of the kind 'remove' needs 'key', a place in the template",
  ],
  [
    'a circle',
    (at) => [{ kind: 'set', at, from: 5, to: circle }],
    "a change of the kind 'set' needs 'to', a value that a template can hold",
  ],
  [
    'a symbol',
    (at) => [{ kind: 'set', at, from: 5, to: Symbol('x') }],
    "a change of the kind 'set' needs 'to', a value that a template can hold",
  ],
  [
    'no value',
    (at) => [{ kind: 'set', at, to: 5 }],
    "a change of the kind 'set' needs 'from', a value that a template can hold",
  ],
  [
    'no key',
    (at) => [{ kind: 'add', value: 1, beside: at, side: 'after' }],
    "a change of the kind 'add' needs 'key', a text",
  ],
  [
    'no side',
    (at) => [{ kind: 'add', key: 'a', value: 1, beside: at }],
    "a change of the kind 'add' needs 'side', 'before' or 'after'",
  ],
  [
    'an edit without a text',
    (at) => [{ kind: 'set', at, from: 5, to: 6, edit: { at } }],
    "'edit' of a change must have 'at', a place in the template, and 'text'",
  ],
])('tells of a fix that is or has %s', (_, given, reason) => {
  const fixing = rule((queue, cx) => cx.report('found', queue.at, { fix: given(queue.numbers('DelaySeconds')[0].at) }));
  expect(told([fixing])).toEqual(failed(`Error: ${reason}`));
});

it.each<[string, (cx: Loose) => void, string]>([
  ['a message that it has not', (cx) => cx.report('toString'), "Error: the rule our-rule has no message 'toString'"],
  [
    'a number for a place',
    (cx) => cx.report('found', 5),
    "Error: the place of a report must be one that the template's nodes gave",
  ],
  [
    'null for an object',
    (cx) => cx.report('found', undefined, null),
    'Error: the third argument of a report must be an object',
  ],
  ['an object that cannot be read', (cx) => cx.report('found', undefined, hostile()), 'null'],
  ['a text for data', (cx) => cx.report('found', undefined, { data: 'x' }), "Error: 'data' must be a map"],
  [
    'a list as a part',
    (cx) => cx.report('named', undefined, { data: { name: [[]] } }),
    "Error: 'name' of the data of 'named' must be a text, a number or a place",
  ],
  [
    'an odd map as a part',
    (cx) => cx.report('named', undefined, { data: { name: Object.create(null) } }),
    "Error: 'name' of the data of 'named' must be a text, a number or a place",
  ],
  [
    'an inherited part',
    (cx) => cx.report('named', undefined, { data: Object.create({ name: 'x' }) }),
    "Error: the message 'named' names '{name}', which its data do not hold",
  ],
  [
    'a number for related',
    (cx) => cx.report('found', undefined, { related: 5 }),
    "Error: 'related' must be a list of places",
  ],
  [
    'another level',
    (cx) => cx.report('found', undefined, { level: 'zzz' }),
    "Error: 'level' must be one of error, warning, info",
  ],
  ['a number for an id', (cx) => cx.report('found', undefined, { logicalId: 5 }), "Error: 'logicalId' must be a text"],
])('tells of a report with %s', (_, report, reason) => {
  expect(told([rule((_queue, cx) => report(cx))])).toEqual(failed(reason));
});

it('tells of a rule that cannot be read, and runs the others', () => {
  const unreadable = {
    get id() {
      throw new Error('no id today');
    },
  };
  const sound = rule((queue, cx) => cx.report('found', queue.at));
  expect(told([unreadable, hostile(), sound])).toEqual([
    'invalid-rule: Item 1 cannot be read: no id today.',
    'invalid-rule: Item 2 cannot be read: null.',
    'our-rule: found',
  ]);
});

it('applies a fix of a rule that is as it must be', () => {
  const fixing = rule((queue, cx) => {
    const [{ at, value } = {}] = queue.numbers('DelaySeconds');
    cx.report('found', queue.at, value === 5 ? { fix: [{ kind: 'set', at, from: 5, to: { Ref: 'P' } }] } : {});
  });
  expect(fix(template, { rules: [fixing] as never }).text).toContain('DelaySeconds: !Ref P');
});

it('applies the changes of the guide to plugins', () => {
  const given = `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: 5
      Tags: [{Key: a, Value: b}]
`;
  const fixing = rule((queue, cx) => {
    const key = queue.keyPlace('DelaySeconds');
    if (key === undefined) return;
    cx.report('found', queue.at, {
      fix: [
        { kind: 'add', key: 'VisibilityTimeout', value: 9, beside: queue.keyPlace('Tags'), side: 'after' },
        { kind: 'add-item', value: { Key: 'c', Value: 'd' }, beside: queue.place('Tags', 0), side: 'after' },
        { kind: 'remove', key },
      ],
    });
  });
  expect(fix(given, { rules: [fixing] as never }).text).toBe(`Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      Tags: [{Key: a, Value: b}, {Key: c, Value: d}]
      VisibilityTimeout: 9
`);
});
