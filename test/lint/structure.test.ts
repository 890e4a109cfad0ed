import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { expand } from '../../src/expand.ts';
import { lint } from '../../src/lint/lint.ts';

const template = (resource: string, more = '') =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn: {${resource}}\n${more}`;

const told = (text: string): string[] =>
  lint(text, { specs: bundledSpecs }).problems.map(
    ({ line, column, level, code }) => `${line}:${column} ${level} ${code}`,
  );

describe('what the transform leaves as it is and CloudFormation refuses', () => {
  it.each([
    ['a misspelt type of SAM', template('Type: AWS::Serverless::Funtion'), ['3:14 error cfn-unknown-type']],
    ['a resource without type', template('Properties: {}'), ['3:3 error cfn-structure']],
    ['a type that is a function', template('Type: !Sub "AWS::SNS::Topic"'), ['3:14 error cfn-function-place']],
    ['an empty section', template('Type: AWS::SNS::Topic', 'Outputs:\n'), ['4:1 error cfn-null-value']],
  ])('is an error of lint, told once: %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
    // The reference expands it, and so do we.
    const { template: expanded, problems } = expand(text);
    expect(expanded).toBeDefined();
    expect(problems.map(({ level }) => level)).toEqual(['warning']);
  });
});
