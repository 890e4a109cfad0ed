import { describe, expect, it } from 'vitest';
import { matches, overlap, segment } from '../../../../src/lint/facts/access/glob.ts';
import { processorTime } from '../../../processor-time.ts';

describe('patterns', () => {
  it.each([
    ['a*c', 'abc', true],
    ['a*c', 'ab', false],
    ['*', '', true],
    ['a?c', 'abc', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c', false],
  ])('%s matches %s: %s', (pattern, text, answer) => {
    expect(matches(pattern, text)).toBe(answer);
  });

  it.each([
    ['*/GET/orders', '*/*/orders', true],
    ['*/GET/orders', '*/POST/*', true],
    ['*/GET/orders', `${segment}/POST/orders`, false],
    ['v1/*/orders', `${segment}/GET/orders`, true],
    [`a${segment}b`, 'a/b', false],
    [`a${segment}b`, 'a*b', true],
    [segment, 'abc', true],
    ['a*', '*b', true],
    ['a*', 'b*', false],
    ['abc', 'abc', true],
    ['abc', 'abcd', false],
    ['*', '', true],
    ['a**b', 'ab', true],
    ['', '', true],
  ])('%s and %s have a text in common: %s', (one, other, answer) => {
    expect([overlap(one, other), overlap(other, one)]).toEqual([answer, answer]);
  });

  it('does not take long with many stars', () => {
    const milliseconds = processorTime(() => {
      expect(overlap(`${'*a'.repeat(400)}c`, `${'b*'.repeat(400)}d`)).toBe(false);
      expect(matches(`${'*a'.repeat(400)}b`, 'a'.repeat(900))).toBe(false);
    });
    expect(milliseconds).toBeLessThan(1_000);
  });
});
