import { expect, it } from 'vitest';
import { matchesGlob } from '../../src/lint/glob.ts';

it.each([
  ['template.yaml', 'template.yaml'],
  ['template.yaml', 'a/b/template.yaml'],
  ['*.yaml', 'a/b.yaml'],
  ['a/*.yaml', 'x/a/b.yaml'],
  ['a/**', 'a/b/c.yaml'],
  ['a/**/c.yaml', 'a/c.yaml'],
  ['a/**/c.yaml', 'a/b/b/c.yaml'],
  ['a?c', 'abc'],
  ['[a](b).yaml', '[a](b).yaml'],
  ['a/b.yaml', 'a\\b.yaml'],
  ['**', ''],
])('%s matches %s', (pattern, path) => {
  expect(matchesGlob(pattern, path)).toBe(true);
});

it.each([
  ['template.yaml', 'my-template.yaml'],
  ['template.yaml', 'template.yaml/a'],
  ['a/*.yaml', 'a/b/c.yaml'],
  ['a?c', 'a/c'],
  ['a.c', 'abc'],
  ['a/**/c.yaml', 'a/bc.yaml'],
  ['', 'a'],
])('%s does not match %s', (pattern, path) => {
  expect(matchesGlob(pattern, path)).toBe(false);
});

it('takes no time with many stars', () => {
  expect(matchesGlob(`${'**/*a'.repeat(200)}z`, 'a/'.repeat(1000))).toBe(false);
});
