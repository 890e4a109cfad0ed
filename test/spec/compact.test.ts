import { expect, it } from 'vitest';
import { parse } from '../../src/parse/index.ts';
import { isCompact, mayBeCompact } from '../../src/spec/compact.ts';
import { topKeys } from '../../src/spec/lower/top-keys.ts';
import { headingWords } from '../../src/spec/sections/headings.ts';

const rootOf = (text: string) => parse(text).root;

it('sees from the keys at the top that a template needs none of the language', () => {
  for (const template of [
    'Resources: {}',
    'AWSTemplateFormatVersion: "2010-09-09"\nResources: {}',
    '{}',
    '[functions]',
  ]) {
    expect([template, isCompact(rootOf(template))]).toEqual([template, false]);
  }
  expect(mayBeCompact(rootOf('Resources: {}\nfunctions: {}'))).toBe(false);
  expect(mayBeCompact(rootOf('[functions]'))).toBe(false);
  expect(mayBeCompact(rootOf('synth: 1\nResources: {}'))).toBe(true);
});

it('holds every section and every heading without a version to be one, perhaps', () => {
  expect(headingWords.length).toBeGreaterThan(10);
  for (const key of [...topKeys, ...headingWords.map(({ word }) => `${word} Orders`)]) {
    expect([key, mayBeCompact({ [key]: {} })]).toEqual([key, true]);
  }
});
