import { expect, it } from 'vitest';
import { expand } from '../../src/expand.ts';

// What PyYAML makes of them.
it.each([
  ['[-, x]', ['-', 'x']],
  ['[x, -]', ['x', '-']],
  ['[-]', ['-']],
  ['[-x, --]', ['-x', '--']],
  ['{a: -, b: c}', { a: '-', b: 'c' }],
  ['{-: x}', { '-': 'x' }],
  ['!Split [-, a-b]', { 'Fn::Split': ['-', 'a-b'] }],
])('a dash in brackets is text: %s', (written, value) => {
  const { template, problems } = expand(
    `Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Metadata: {Value: ${written}}\n`,
  );
  expect(problems).toEqual([]);
  expect(template!.Resources['Topic']!['Metadata'].Value).toEqual(value);
});

it('a dash with a space behind it is no item there', () => {
  const { problems } = expand('Resources:\n  Topic: {Type: AWS::SNS::Topic, Metadata: {Value: [- x]}}\n');
  expect(problems.map(({ code }) => code)).toContain('yaml-syntax');
});
