import { expect, it } from 'vitest';
import { matchesPath } from '../../src/lint/path-pattern.ts';
import { processorTime } from '../processor-time.ts';

it.each([
  ['legacy/**', 'legacy/a/t.yaml', true],
  ['legacy/**', 'legacy/t.yaml', true],
  ['legacy/**', 'x/legacy/t.yaml', false],
  ['**/legacy/**', 'x/legacy/t.yaml', true],
  ['**/legacy/**', 'legacy/t.yaml', true],
  ['./legacy/*.yaml', 'legacy/t.yaml', true],
  ['/legacy/*.yaml', 'legacy/a/t.yaml', false],
  ['legacy/', 'legacy/a/t.yaml', true],
  ['legacy\\*.yaml', 'legacy/t.yaml', true],
  ['*.yaml', 'a/b/t.yaml', true],
  ['./*.yaml', 'a/t.yaml', false],
  ['./*.yaml', 't.yaml', true],
  ['t?.yaml', 'a/t1.yaml', true],
  ['t?.yaml', 'a/t.yaml', false],
  ['a/*/c/**/t*e.yaml', 'a/b/c/template.yaml', true],
  ['a/*/c/**/t*e.yaml', 'a/b/c/d/e/template.yaml', true],
  ['a/*/c/**/t*e.yaml', 'a/b/x/c/template.yaml', false],
  ['a+(b).yaml', 'a+(b).yaml', true],
  ['{a,b}.yaml', 'x/a.yaml', true],
  ['{a,b}.yaml', 'b.yaml', true],
  ['{a,b}.yaml', 'c.yaml', false],
  ['{legacy/**,old}/*.{yaml,json}', 'legacy/a/t.json', true],
  ['{legacy/**,old}/*.{yaml,json}', 'old/t.yml', false],
  ['{a}.yaml', '{a}.yaml', true],
  ['a,b.yaml', 'a,b.yaml', true],
  ['**', 'a/b', true],
  ['', 'a', false],
])('%s, %s: %s', (pattern, path, matches) => expect(matchesPath(pattern, path)).toBe(matches));

it('takes no longer for patterns full of stars', () => {
  const milliseconds = processorTime(() => {
    expect(matchesPath(`${'**/a*a*a*a*b/'.repeat(20)}x`, `${'aaaaaaaaaaaaaaaaaaaaaaaaaaaa/'.repeat(40)}y`)).toBe(false);
  });
  expect(milliseconds).toBeLessThan(1000);
});
