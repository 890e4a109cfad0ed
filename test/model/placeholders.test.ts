import { expect, it } from 'vitest';
import { Budget } from '../../src/model/budget.ts';
import {
  joined,
  maximumText,
  namesIn,
  replacePlaceholders,
  substitute,
  substituted,
  withoutPlaceholders,
} from '../../src/model/placeholders.ts';

it.each([
  ['${A}-${B.C}-${AWS::Region}', ['A', 'B.C', 'AWS::Region']],
  ['${!A}${}${B}${C', ['B']],
  ['${${A}}', ['${A']],
  ['$A {B} $ {C}', []],
])('finds the names in %s', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

it('puts values in the place of names, and asks for each once', () => {
  const asked: string[] = [];
  const lookUp = (name: string): string | undefined => {
    asked.push(name);
    return name === 'B' ? undefined : name.toLowerCase();
  };
  expect(substitute('${A}${A}-${B}-${!A}-${}${A', lookUp)).toBe('aa-${B}-${A}-${}${A');
  expect(asked).toEqual(['A', 'B']);
});

it('does not take a value for a placeholder', () => {
  expect(replacePlaceholders('${A}b}', () => '${')).toBe('${b}');
  expect(substitute('${A}', () => '${!B}')).toBe('${!B}');
  expect(withoutPlaceholders('a${b}c${d}e${f')).toBe('ace${f');
});

it('makes no text that nothing could hold', () => {
  const long = 'x'.repeat(maximumText / 2);
  expect(substitute('${A}${A}', () => long)).toHaveLength(maximumText);
  expect(substitute('${A}${A}.', () => long)).toBeUndefined();
  expect(substitute(`${long}${long}.`, () => '')).toHaveLength(maximumText + 1);
});

it('makes nothing more once its budget is spent', () => {
  const budget = new Budget(10);
  expect(joined(['abc', 'd'], '-', budget)).toBe('abc-d');
  expect(substituted('${A}', () => 'abcdef', budget)).toBeUndefined();
  expect(substituted('${A}', () => 'abcde', budget)).toBe('abcde');
  expect(joined(['a'], '', budget)).toBeUndefined();
  expect(budget.spend(1)).toBe(false);
  expect(budget.spend(0)).toBe(false);
});
