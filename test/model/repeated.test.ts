import { expect, it } from 'vitest';
import { tooManyRepeated } from '../../src/model/repeated.ts';
import { expand, lower, raise } from '../../src/node.ts';

/** A template whose aliases make ten times as many values with each level. */
const nested = (levels: number, rest = 'Resources: {Queue: {Type: AWS::SQS::Queue}}'): string => {
  const tens = (item: string): string => `[${Array(10).fill(item).join(',')}]`;
  const lines = Array.from({ length: levels }, (_, at) => `  a${at}: &a${at} ${tens(at === 0 ? "''" : `*a${at - 1}`)}`);
  return `Metadata:\n${lines.join('\n')}\n${rest}\n`;
};
const refused = 'Aliases make 1,234,550 values of this template; at most 200,000 are written out.';

it('counts what stands in several places, each time', () => {
  const inner = Array(1000).fill('x');
  expect(tooManyRepeated([inner, inner])).toBeUndefined();
  expect(tooManyRepeated(Array(300).fill(inner))).toBe(299 * 1001);
  expect(tooManyRepeated(Array.from({ length: 300 }, () => [...inner]))).toBeUndefined();
});

it('refuses to convert a template that aliases make too large', () => {
  for (const { problems } of [raise(nested(6)), lower(nested(6))])
    expect(problems).toMatchObject([{ code: 'alias-expansion', level: 'error', message: refused, line: 1 }]);
  const spec = nested(6, 'synth: 1').replace('Metadata', 'metadata');
  for (const { problems } of [raise(spec), lower(spec)])
    expect(problems.map(({ code }) => code)).toContain('alias-expansion');
  expect(raise(nested(4)).text).toBeDefined();
});

it('gives no source map of such a template, and expands it', () => {
  const { template, problems, sourceMap } = expand(nested(6));
  expect([template?.Resources, problems, sourceMap()]).toEqual([{ Queue: { Type: 'AWS::SQS::Queue' } }, [], undefined]);
  expect(expand(nested(3)).sourceMap()).toBeDefined();
});
