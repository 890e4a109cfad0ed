import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consequenceRules } from '../../../src/diff/consequences/index.ts';

const folder = 'test/diff/consequences';
const tests = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts') && name !== 'covered.test.ts')
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n');

it('every kind of consequence has a file of its name, is said in a test, and is not said in one', () => {
  const files = new Set(readdirSync('src/diff/consequences'));
  expect(consequenceRules.length).toBeGreaterThanOrEqual(20);
  expect(new Set(consequenceRules.map(({ id }) => id)).size).toBe(consequenceRules.length);
  expect(consequenceRules.filter(({ id }) => !files.has(`${id}.ts`))).toEqual([]);
  const lacking = consequenceRules.filter(
    ({ id }) => !new RegExp(`(?:error|warning|info) ${id} |\\b${id}\\b[^]*?toEqual\\(\\[\\]\\)`).test(tests),
  );
  expect(lacking.map(({ id }) => id)).toEqual([]);
});
