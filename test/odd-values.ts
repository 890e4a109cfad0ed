import type { Json } from '../src/model/tree.ts';

/** Values of every kind that can stand anywhere in a template. */
export const oddValues: readonly Json[] = [
  null,
  '',
  'text',
  0,
  7,
  1.5,
  true,
  false,
  [],
  [null],
  [[]],
  ['a'],
  [{}],
  {},
  { a: null },
  { a: 1, b: 2 },
  { Ref: 'P' },
  { Ref: [] },
  { 'Fn::If': ['C', 'a', 'b'] },
  { 'Fn::GetAtt': 'Bucket.Arn' },
];
