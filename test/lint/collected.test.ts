import { expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

const messages = (functions: string[], globals: string, code: string) => {
  const resources = functions.map((id) => `  ${id}: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}\n`);
  const template = `Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Handler: index.handler, Runtime: nodejs22.x, ${globals}}}
Resources:
${resources.join('')}`;
  return lint(template).problems.flatMap((problem) => (problem.code === code ? [problem.message] : []));
};

it('tells once what Globals give to several functions', () => {
  const code = 'lambda-timeout-range';
  expect(messages(['A', 'B'], 'Timeout: 901', code)).toEqual([expect.not.stringContaining('The same goes')]);
});

it('names the other functions where the message names one', () => {
  const zero = (functions: string[]) =>
    messages(functions, 'ReservedConcurrentExecutions: 0', 'lambda-reserved-concurrency-zero');
  expect(zero(['A'])).toEqual([expect.stringMatching(/'A'.*switched off\.$/)]);
  expect(zero(['A', 'B'])).toEqual([expect.stringMatching(/'A'.* The same goes for 'B'\.$/)]);
  expect(zero(['A', 'B', 'C'])).toEqual([expect.stringMatching(/ The same goes for 'B' and 'C'\.$/)]);
  expect(zero(['A', 'B', 'C', 'D', 'E', 'F'])).toEqual([
    expect.stringMatching(/ The same goes for 'B', 'C', 'D' and 2 more\.$/),
  ]);
});
