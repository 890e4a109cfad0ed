import { describe, expect, it } from 'vitest';
import { matchesWhole } from '../../src/model/pattern.ts';
import { processorTime } from '../processor-time.ts';

const patterns = [
  '[a-zA-Z][a-zA-Z0-9]*',
  '^[a-z0-9-]+(\\.[a-z0-9-]+)*$',
  '(\\d{1,3})\\.(\\d{1,3})',
  'a|bc|',
  '(?:ab){2,3}c?',
  'x{3}',
  'x{2,}',
  '[^a-c\\]]+',
  '\\w+@\\w+\\.(com|org)',
  '.*\\S.*',
  '(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])',
  'a+?b*?',
  '^$',
  '',
  '\\$\\{[A-Z]+\\}',
];
const texts = [
  '',
  'a',
  'bc',
  'abc',
  'abab',
  'ababab',
  'abababc',
  'xx',
  'xxx',
  'xxxx',
  'me@x.com',
  '10.0.0.1',
  '300.1.1.1',
  'a.b-c.d',
  '12.345',
  '  ',
  'a]d',
  'xyz',
  '${AB}',
  'aab',
  'Z9',
];

describe('patterns of a template', () => {
  it('match what JavaScript matches as a whole', () => {
    for (const pattern of patterns) {
      const expression = new RegExp(`^(?:${pattern})$`);
      const expected = texts.map((text) => [pattern, text, expression.test(text)]);
      expect(texts.map((text) => [pattern, text, matchesWhole(pattern, text)])).toEqual(expected);
    }
  });

  it('are not run where Java reads them differently, or where they are broken', () => {
    const others = [
      '(?=a)b',
      '(?i)a',
      'a++',
      '[a-z&&[^b]]',
      '[[:alnum:]]+',
      '\\p{Alpha}',
      '\\1',
      '(a',
      'a)',
      '*a',
      'a{2,1}',
      'a{',
      '[z-a]',
      '\\',
      '('.repeat(500),
    ];
    expect(others.filter((pattern) => matchesWhole(pattern, 'a') !== undefined)).toEqual([]);
  });

  it('take no longer than the product of the lengths', () => {
    const milliseconds = processorTime(() => {
      expect(matchesWhole('(a+)+b', 'a'.repeat(4000))).toBe(false);
      expect(matchesWhole('(a|a|a)*b', 'a'.repeat(4000))).toBe(false);
      expect(matchesWhole('(.*.*.*.*)*x', 'a'.repeat(4000))).toBe(false);
      expect(matchesWhole('((a{1,100}){1,100}){1,100}', 'a')).toBe(undefined);
      expect(matchesWhole('a{1000000}', 'a')).toBe(undefined);
    });
    expect(milliseconds).toBeLessThan(5_000);
  });
});
