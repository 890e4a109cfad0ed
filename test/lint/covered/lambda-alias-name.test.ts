import { expect, it } from 'vitest';
import { errorsOf, samTransform } from '../covered.ts';
import { samFunction } from '../templates.ts';

const fn = (alias: string) => samFunction(`AutoPublishAlias: ${alias}`, samTransform);

it('lambda-alias-name: the transform reports what AutoPublishAlias cannot be', () => {
  expect(errorsOf(fn("'12'"))).toEqual(['8:25 wrong-value']);
  expect(errorsOf(fn('my live'))).toEqual(['8:25 wrong-value']);
  expect(errorsOf(fn('live'))).toEqual([]);
});
