import { expect, test } from 'vitest';
import { entryOf, originOf } from '../../src/model/origin.ts';
import type { JsonMap } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';

/** The texts of a tagged value as a whole, of its key and of its value. */
const spans = (yaml: string) => {
  const { root } = parse(yaml);
  const value = (root as JsonMap)['A'] as JsonMap;
  const entry = entryOf(value, Object.keys(value)[0]!)!;
  const whole = entryOf(root, 'A')!.value;
  expect(originOf(value)).toEqual(whole);
  return [whole, entry.key, entry.value].map(({ start, end }) => yaml.slice(start, end));
};

test.each([
  ['A: !Ref B', ['!Ref B', '!Ref', 'B']],
  ['A: !GetAtt  B.C # text', ['!GetAtt  B.C', '!GetAtt', 'B.C']],
  ['A: !Join ["", [a]]', ['!Join ["", [a]]', '!Join', '["", [a]]']],
  ['A: !Ref\n  "B"', ['!Ref\n  "B"', '!Ref', '"B"']],
  ['X: !Ref Z\nA: !Sub &b text', ['!Sub &b text', '!Sub', 'text']],
])('the short form in %j has its places', (yaml, expected) => {
  expect(spans(yaml)).toEqual(expected);
});
