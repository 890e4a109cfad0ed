import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

describe('a misspelt name in Globals', () => {
  it('is one finding: what it is meant for counts as given', () => {
    const { problems } = lint(`Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Runtime: nodejs22.x, Handlr: index.handler}}
Resources:
  A: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}
  B: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}
`);
    expect(problems.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual([
      'globals-unsupported-property',
    ]);
  });
});
