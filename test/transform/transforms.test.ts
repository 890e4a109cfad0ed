import { expect, test } from 'vitest';
import { expand } from '../../src/index.ts';

const resources = 'Resources: {Table: {Type: AWS::Serverless::SimpleTable}}';
const left = (transform: string) => expand(`Transform: ${transform}\n${resources}`).template?.['Transform'];

test.each([
  ['AWS::Serverless-2016-10-31', undefined],
  ['[AWS::Serverless-2016-10-31]', undefined],
  ['{Name: AWS::Serverless-2016-10-31}', undefined],
  ['[]', undefined],
  ['Mine', 'Mine'],
  ['[Mine]', ['Mine']],
  ['[First, AWS::Serverless-2016-10-31, Second]', ['First', 'Second']],
  ['[AWS::Serverless-2016-10-31, {Name: Mine, Parameters: {A: 1}}]', [{ Name: 'Mine', Parameters: { A: 1 } }]],
])('of %s remains %j', (transform, rest) => {
  expect(left(transform)).toEqual(rest);
});

test('what remains stands where the section stood', () => {
  const { template } = expand(`Transform: Mine\n${resources}\nOutputs: {A: {Value: b}}`);
  expect(Object.keys(template!)).toEqual(['Transform', 'Resources', 'Outputs']);
});
