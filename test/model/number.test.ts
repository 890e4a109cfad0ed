import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/hash.ts';
import { pythonNumber } from '../../src/model/number.ts';
import { parse } from '../../src/parse/index.ts';

test.each([
  [1, '1', '1'],
  [1, '1.0', '1.0'],
  [-1, '-1.', '-1.0'],
  [2500, '2.5e+3', '2500.0'],
  [1000, '1e3', '1000.0'],
  [1e16, '1.0e+16', '1e+16'],
  [1e15, '1.0e+15', '1000000000000000.0'],
  [0.00001, '0.00001', '1e-05'],
  [0.0001, '0.0001', '0.0001'],
  [1.5e-7, '0.00000015', '1.5e-07'],
  [-0, '-0.0', '-0.0'],
  [255, '0xff', '255'],
  [1e21, '', '1000000000000000000000'],
])('%d, written %s, is %s', (value, written, text) => {
  expect(pythonNumber(value, written)).toBe(text);
});

test('hashes tell 1.0 from 1', () => {
  expect(canonicalJson(parse('a: [1.0, 1]\nb: 1.0').root)).toBe('{"a":[1.0,1],"b":1.0}');
});
