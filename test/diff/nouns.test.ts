import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dataOf } from '../../src/diff/words/nouns.ts';
import { specs } from './sides.ts';

it('what is lost has a name of its own for every type that the specification says holds data', () => {
  const types: string[] = JSON.parse(readFileSync('dist/specs/types.json', 'utf8'));
  const holding = types.filter((type) => specs.resource(type)?.change.holdsData);
  expect(holding.length).toBeGreaterThan(20);
  expect(holding.filter((type) => dataOf(type, false) === undefined)).toEqual([]);
});
