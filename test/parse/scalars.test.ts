import { expect, it } from 'vitest';
import { parse } from '../../src/parse/index.ts';

/** Values as PyYAML's safe loader gives them; dates stay text, as the transform wants them. */
const cases: readonly (readonly [written: string, value: unknown])[] = [
  ['yes', true],
  ['No', false],
  ['ON', true],
  ['off', false],
  ['true', true],
  ['FALSE', false],
  ['yEs', 'yEs'],
  ['y', 'y'],
  ['n', 'n'],
  ['~', null],
  ['null', null],
  ['NULL', null],
  ['nUll', 'nUll'],
  ['', null],
  ['"yes"', 'yes'],
  ["'~'", '~'],
  ['0', 0],
  ['-0', 0],
  ['+12', 12],
  ['1_000', 1000],
  ['0123', 83],
  ['-017', -15],
  ['0o17', '0o17'],
  ['089', '089'],
  ['0x1F', 31],
  ['0b101', 5],
  ['12:30', 750],
  ['190:20:30', 685230],
  ['12:60', '12:60'],
  ['1:20.5', 80.5],
  ['1.5', 1.5],
  ['1.', 1],
  ['.5', 0.5],
  ['1e3', '1e3'],
  ['1.0e3', '1.0e3'],
  ['1.0e+3', 1000],
  ['6.02e-1', 0.602],
  ['2012-10-17', '2012-10-17'],
  ['2001-12-14 21:59:43.10 -5', '2001-12-14 21:59:43.10 -5'],
  ['123456789012', 123456789012],
  ['012345678901', '012345678901'],
  ['.', '.'],
  ['1.2.3', '1.2.3'],
  ['+', '+'],
  ['!!str 12', '12'],
  ['!!int "12"', 12],
  ['!!null ""', null],
  ['!!bool "yes"', true],
  ['! 12', '12'],
];

it.each(cases)('reads %s as YAML 1.1 does', (written, value) => {
  const { root, findings } = parse(`key: ${written}\n`);
  expect(findings).toEqual([]);
  expect(root).toEqual({ key: value });
});

it('reads numbers of JSON by the rules of JSON', () => {
  expect(parse('{"a": 1e3, "b": -0.5E-1, "c": 12345678901234567890, "d": "\\u00e9\\/"}').root).toEqual({
    a: 1000,
    b: -0.05,
    c: '12345678901234567890',
    d: 'é/',
  });
});

it('makes texts of keys that are no texts', () => {
  expect(parse('200: a\nyes: b\n~: c\n1.5: d\n').root).toEqual({ '200': 'a', true: 'b', null: 'c', '1.5': 'd' });
});
