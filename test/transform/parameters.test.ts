import { expect, it } from 'vitest';
import { expand } from '../../src/index.ts';

const template = `Parameters:
  Stage: {Type: String, AllowedValues: [test, live]}
  Size: {Type: Number, MaxValue: 10}
  Names: {Type: CommaDelimitedList, AllowedPattern: '[a-z]+'}
Resources:
  Topic: {Type: AWS::SNS::Topic}
`;

it('refuses given values that the parameters do not take, each at its parameter', () => {
  const parameters = { Stage: 'dev', Size: '11', Names: 'a,B', Other: 'x' };
  const { template: expanded, problems } = expand(template, { parameters });
  expect(expanded).toBeUndefined();
  expect(problems.map(({ code, line, message }) => [code, line, message])).toEqual([
    [
      'parameter-refused',
      2,
      "The value given for the parameter 'Stage' is refused: 'dev' is not one of the allowed values: test, live.",
    ],
    ['parameter-refused', 3, "The value given for the parameter 'Size' is refused: '11' is above 'MaxValue', 10."],
    [
      'parameter-refused',
      4,
      "The value given for the parameter 'Names' is refused: 'B' does not match 'AllowedPattern', [a-z]+.",
    ],
  ]);
});

it('takes values that fit, and those of parameters that are not declared', () => {
  const { problems } = expand(template, { parameters: { Stage: 'live', Size: 10, Names: 'a, b', Other: 'x' } });
  expect(problems).toEqual([]);
});
