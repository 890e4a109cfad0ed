import { expect, it } from 'vitest';
import { refusalOf } from '../../src/model/parameter-value.ts';
import type { Json } from '../../src/model/tree.ts';

const parameter = (type: string, more: { [key: string]: Json } = {}): Json => ({ Type: type, ...more });

it('takes what fits', () => {
  const taken: [Json, Json][] = [
    [parameter('Number', { MinValue: 1, MaxValue: '10' }), '10'],
    [parameter('Number', { AllowedValues: [128, 256] }), '128.0'],
    [parameter('String', { AllowedValues: ['a', true] }), true],
    [parameter('String', { MinLength: 1, MaxLength: 3, AllowedPattern: '[a-z]+' }), 'abc'],
    [parameter('CommaDelimitedList', { AllowedValues: ['a', 'b'] }), 'a, b'],
    [parameter('CommaDelimitedList', { AllowedValues: ['a', 'b,c'] }), 'b,c'],
    [parameter('List<Number>'), ['1', 2]],
    [parameter('AWS::SSM::Parameter::Value<String>', { AllowedPattern: 'x' }), '/a/b'],
    [parameter('String', { AllowedPattern: '(?i)a' }), 'B'],
    [parameter('String', { AllowedValues: [{ Ref: 'A' }] }), 'B'],
    [{ Default: 'a' }, 'b'],
    ['no parameter', 'b'],
  ];
  expect(taken.map(([declared, value]) => refusalOf(declared, value))).toEqual(taken.map(() => undefined));
});

it('says why a value is refused, and keeps hidden values to itself', () => {
  expect(refusalOf(parameter('Number'), 'a')).toBe("'a' is not a number");
  expect(refusalOf(parameter('Number', { MinValue: 1 }), 0)).toBe("'0' is below 'MinValue', 1");
  expect(refusalOf(parameter('Number', { MaxValue: 5 }), '6')).toBe("'6' is above 'MaxValue', 5");
  expect(refusalOf(parameter('String', { MinLength: 8 }), 'abc')).toBe("'abc' has 3 characters, and 'MinLength' is 8");
  expect(refusalOf(parameter('String', { MaxLength: 2 }), 'abc')).toBe("'abc' has 3 characters, and 'MaxLength' is 2");
  expect(refusalOf(parameter('CommaDelimitedList', { AllowedValues: ['a', 'b'] }), 'a,c')).toBe(
    "'c' is not one of the allowed values: a, b",
  );
  expect(refusalOf(parameter('CommaDelimitedList', { AllowedPattern: '[a-z]*' }), '1,2')).toBe(
    "'1' does not match 'AllowedPattern', [a-z]*",
  );
  expect(refusalOf(parameter('List<Number>'), ['1', 'x'])).toBe("'x' is not a number");
  expect(refusalOf(parameter('String', { NoEcho: 'true', MinLength: 8 }), 'abc')).toMatch(/^the value has 3/);
});
