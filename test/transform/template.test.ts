import { describe, expect, test } from 'vitest';
import { expand } from '../../src/index.ts';

const table = 'Table: {Type: AWS::Serverless::SimpleTable}';
const errors = (template: string) =>
  expand(template).problems.flatMap(({ level, code, line, column, logicalId, eventId }) =>
    level === 'error' ? [{ code, line, column, logicalId, eventId }] : [],
  );

describe('what is not the transform’s business stays as it is', () => {
  test('sections without a value', () => {
    expect(expand(`Outputs:\nConditions:\nResources: {${table}}`).template).toMatchObject({
      Outputs: null,
      Conditions: null,
    });
  });

  test.each([
    ['no type', '{Properties: {A: 1}}'],
    ['a type that is no string', '{Type: [AWS::Serverless::Function]}'],
    ['properties that are no map', '{Type: AWS::S3::Bucket, Properties: [1]}'],
    ['an empty condition', '{Type: AWS::S3::Bucket, Condition: }'],
  ])('a resource with %s', (_, body) => {
    const { template, problems } = expand(`Resources:\n  Odd: ${body}\n  ${table}`);
    expect(Object.keys(template?.['Resources'] ?? {})).toEqual(['Odd', 'Table']);
    expect(problems.every(({ level }) => level !== 'error')).toBe(true);
  });
});

test('a resource without a type gets a warning at its name', () => {
  expect(expand('Resources:\n  Odd: {Properties: {}}').problems).toMatchObject([
    { code: 'missing-type', level: 'warning', line: 2, column: 3, logicalId: 'Odd' },
  ]);
});

test('a condition must be a name, whatever the type', () => {
  expect(errors('Resources:\n  Odd: {Type: AWS::S3::Bucket, Condition: [A]}')).toMatchObject([
    { code: 'wrong-type', line: 2, column: 43, logicalId: 'Odd' },
  ]);
});

test('the name of an event must fit into a logical id', () => {
  const queue = 'Type: SQS, Properties: {Queue: !GetAtt Q.Arn}';
  const fn = 'Type: AWS::Serverless::Function\n    Properties: {Handler: a.b, Runtime: python3.13, InlineCode: x, ';
  expect(errors(`Resources:\n  Fn:\n    ${fn} Events: {my-queue: {${queue}}, other: {${queue}}}}`)).toMatchObject([
    { code: 'invalid-event-id', line: 4, logicalId: 'Fn', eventId: 'my-queue' },
  ]);
});
