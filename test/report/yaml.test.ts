import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse as parse12, parseDocument } from 'yaml';
import { expand } from '../../src/index.ts';
import type { JsonMap } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { toYaml } from '../../src/report/yaml.ts';
import { fc } from '../seeded.ts';

/** Texts that one reader or another takes for something else when they are not quoted. */
const texts = [
  ...[
    '',
    ' ',
    'a',
    'yes',
    'No',
    'on',
    'OFF',
    'true',
    'False',
    'null',
    '~',
    'y',
    'N',
    'Null',
    'none',
    'nan',
    '.nan',
    '.inf',
  ],
  ...[
    '0',
    '-1',
    '012',
    '0o12',
    '089',
    '0x1F',
    '0b1',
    '1_000',
    '1.5',
    '.5',
    '1e3',
    '1.0e+3',
    '+1',
    '12:30',
    '1:2:3',
    '12:30.5',
    'e0',
    'E-12',
    'e+5',
  ],
  ...[
    '2012-10-17',
    '2001-12-14 21:59:43',
    '2010-09-09T00:00:00Z',
    '=',
    '<<',
    '-',
    '--',
    '---',
    '...',
    '- a',
    '?',
    '? a',
    ':',
  ],
  ...[
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#a',
    '!a',
    '!Ref a',
    '&a',
    '*a',
    '%a',
    '@a',
    '`a`',
    '|',
    '>',
    '[a]',
    '{a}',
    'a]',
    'a, b',
    ',',
    "'",
    '"',
  ],
  ...[
    "it's",
    'say "x"',
    '\\',
    'a\\nb',
    ' a',
    'a ',
    'a\tb',
    '\t',
    'a\nb',
    'a\n',
    '\na',
    'a\n\nb\n',
    'a \nb',
    ' a\nb',
    'a\n\n',
    '\n',
    'a\r\nb',
    'a\rb',
  ],
  ...[
    '\u0000',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\ufeff',
    'a\ufeffb',
    '\ud83d\ude00',
    'é',
    '日本',
    '\ufffe',
    '\u200b',
  ],
  ...[
    'arn:aws:s3:::a/*',
    'AWS::Serverless-2016-10-31',
    '${A}-${B.C}',
    's3://a/b',
    'rate(1 day)',
    'cron(0 12 * * ? *)',
    '/a/{b+}',
  ],
  ...[
    '{{resolve:ssm:a:1}}',
    '$default',
    '*',
    'x'.repeat(300),
    `${'word '.repeat(80)}end`,
    'a: |\n  b',
    '# a\nb',
    '--- a\nb',
    '\u0301a',
  ],
];

/** A template that has each text as a key, a value and an item. */
const template = {
  Resources: Object.fromEntries(texts.map((text) => [text, { [text]: text, List: [text, [text]] }])),
} as unknown as JsonMap;

describe('what is written reads back the same', () => {
  const written = toYaml(template);

  it('to synth', () => {
    const { root, findings } = parse(written);
    expect(findings).toEqual([]);
    expect(root).toEqual(template);
  });

  it('to a reader of YAML 1.2', () => expect(parse12(written)).toEqual(template));

  it('to a reader of YAML 1.1', () => {
    expect(parseDocument(written, { version: '1.1' }).toJS()).toEqual(template);
  });

  it('to js-yaml', () => expect(load(written, { schema: undefined, json: false })).toEqual(template));
});

it('keeps numbers', () => {
  const numbers = { a: [0, -1, 1.5, 1e21, 1.5e-7, -2e-9, 123456789012] } as unknown as JsonMap;
  for (const read of [(text: string) => parse(text).root, (text: string) => parse12(text)]) {
    expect(read(toYaml(numbers))).toEqual(numbers);
  }
});

it('writes a value that stands in two places twice', () => {
  const shared = { a: 'b' };
  expect(toYaml({ x: shared, z: shared })).toBe('x:\n  a: b\nz:\n  a: b\n');
});

it('quotes only where it must', () => {
  expect(
    toYaml({
      A: 'AWS::Lambda::Function',
      B: 'a text of words',
      C: '2012-10-17',
      D: 'yes',
      E: 'one\ntwo\n',
      F: { 'Fn::Sub': 'arn:aws:s3:::x/*' },
    }),
  ).toBe(`A: AWS::Lambda::Function
B: a text of words
C: '2012-10-17'
D: 'yes'
E: |
  one
  two
F:
  Fn::Sub: arn:aws:s3:::x/*
`);
});

it('gives the same template as JSON does', () => {
  const { template: expanded } = expand('Resources:\n  A:\n    Type: AWS::Serverless::SimpleTable\n');
  expect(parse(toYaml(expanded!)).root).toEqual(JSON.parse(JSON.stringify(expanded)));
});

const lines = fc
  .array(fc.constantFrom('a', ' b', '', '# c', '- d', '\t', 'e: f', ' '), { maxLength: 5 })
  .map((each) => each.join('\n'));

describe('any data', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom(...texts), fc.string({ unit: 'binary' }), lines);
  const { tree } = fc.letrec<{ tree: unknown; map: unknown; list: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      text,
      fc.integer(),
      fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((number) => number + 0),
      fc.boolean(),
      fc.constant(null),
      tie('map'),
      tie('list'),
    ),
    map: fc.dictionary(text, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    list: fc.array(tie('tree'), { maxLength: 4 }),
  }));

  it('reads back the same', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const written = toYaml({ value } as JsonMap);
        const { root, findings } = parse(written);
        expect(findings).toEqual([]);
        expect(root).toEqual({ value });
        expect(parse12(written)).toEqual({ value });
        expect(parseDocument(written, { version: '1.1' }).toJS()).toEqual({ value });
      }),
      { numRuns: 500 },
    );
  });
});
