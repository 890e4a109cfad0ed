import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

/** The same distance, written down as it is defined. */
const distance = (left: string, right: string): number => {
  const rows = [[...Array(right.length + 1).keys()]];
  for (let row = 1; row <= left.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let cell = Math.min(rows[row - 1]![column]! + 1, rows[row]![column - 1]! + 1, rows[row - 1]![column - 1]! + same);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cell = Math.min(cell, rows[row - 2]![column - 2]! + 1);
      }
      rows[row]![column] = cell;
    }
  }
  return rows[left.length]![right.length]!;
};

describe('nearest', () => {
  it.each([
    ['lnit', 'lint'],
    ['Stag', 'Stage'],
    ['Satge', 'Stage'],
    ['expnad', 'expand'],
    ['Timout', 'Timeout'],
    ['Url', 'QueueUrl'],
  ])('takes %s for %s', (name, meant) => expect(nearest(name, ['Other', meant, 'Else'])).toBe(meant));

  it('takes nothing that is far away', () => expect(nearest('abcd', ['wxyz', 'abxy'])).toBeUndefined());

  it('finds what is nearest by the definition', () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const word = (): string => Array.from({ length: 1 + next(9) }, () => 'abcd'[next(4)]).join('');
    for (let round = 0; round < 3000; round++) {
      const [name, candidates] = [word(), Array.from({ length: 4 }, word)];
      const limit = Math.max(1, Math.floor(name.length / 3));
      // Of one letter nothing is left when that is another.
      const isNear = (each: string, far: number): boolean => far <= limit && far < Math.max(name.length, each.length);
      const near = candidates.filter((each) => isNear(each, distance(name, each)));
      const best = Math.min(...near.map((each) => distance(name, each)));
      const wanted = near.find((each) => distance(name, each) === best);
      const found = nearest(name, candidates);
      if (wanted !== undefined) expect([name, candidates, found]).toEqual([name, candidates, wanted]);
      else expect(found === undefined || found.includes(name)).toBe(true);
    }
  });
});
