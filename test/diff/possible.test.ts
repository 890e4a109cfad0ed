import { describe, expect, it } from 'vitest';
import { mayBeSame } from '../../src/diff/compare/possible.ts';
import type { Json } from '../../src/model/tree.ts';

const ref = (name: string): Json => ({ Ref: name });
const join = (...parts: Json[]): Json => ({ 'Fn::Join': ['', parts] });
const isResource = (id: string): boolean => id.startsWith('Resource');

const says = (before: Json, after: Json): boolean => {
  const result = mayBeSame(before, after, isResource);
  expect(mayBeSame(after, before, isResource)).toBe(result);
  return result;
};

describe('two texts may be the same', () => {
  it.each<[Json, Json]>([
    [ref('Stage'), 'prod'],
    [join('a-', ref('Stage')), 'a-prod'],
    [join('a-', ref('Stage'), '-b'), 'a--b'],
    [join('a-', ref('Stage')), join('a', ref('Other'))],
    [join(ref('A'), 'x', ref('B'), 'y', ref('C')), '1x2y3'],
    [join(ref('A'), 'x', ref('B')), join(ref('C'), 'y', ref('D'))],
    ['{{resolve:ssm:a}}', '{{resolve:ssm:b}}'],
    ['{{resolve:ssm:a}}', 'a'],
    ['x-{{resolve:ssm:a}}-y', 'x-1-y'],
    [join('{{resolve:ssm:', ref('Name'), '}}'), 'a'],
    ['{{resolve:ssm:open', 'a'],
  ])('%j and %j', (before, after) => expect(says(before, after)).toBe(true));
});

describe('two texts are never the same', () => {
  it.each<[Json, Json]>([
    ['a', 'aba'],
    ['aa', 'aaa'],
    ['', 'a'],
    [join('a-', ref('Stage')), 'b-prod'],
    [join('a-', ref('Stage'), '-b'), 'a-b'],
    [join('ab', ref('Stage'), 'ba'), 'aba'],
    [join(ref('A'), 'x', ref('B'), 'y', ref('C')), '1y2x3'],
    [join(ref('A'), 'xy', ref('B'), 'y'), '1xy'],
    [join('a-', ref('Stage')), join('b', ref('Other'))],
    [ref('ResourceA'), ref('ResourceB')],
    ['x-{{resolve:ssm:a}}-y', 'x-1-z'],
    ['x-{{resolve:ssm:a}}', 'y-{{resolve:ssm:a}}'],
    [join('{{resolve:ssm:', ref('Name'), '}}-x'), 'a-y'],
    ['}}a{{', '}}aba{{'],
  ])('%j and %j', (before, after) => expect(says(before, after)).toBe(false));
});
