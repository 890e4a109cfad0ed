import { expect, it } from 'vitest';
import { inGroups } from '../../src/model/counted.ts';
import { fc } from '../seeded.ts';

it('puts a comma between each three digits, as English does', () => {
  expect([0, 999, 1000, 65536, 4e6, 1234567890].map(inGroups)).toEqual([
    '0',
    '999',
    '1,000',
    '65,536',
    '4,000,000',
    '1,234,567,890',
  ]);
  fc.assert(fc.property(fc.maxSafeNat(), (count) => inGroups(count) === count.toLocaleString('en')));
});
