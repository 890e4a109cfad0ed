import { expect, it } from 'vitest';
import { errorsOf, samTransform } from '../covered.ts';
import { samFunction } from '../templates.ts';

const fn = (config: string) => samFunction(`DurableConfig: ${config}`, samTransform);

it('lambda-durable-config: the specification asks for ExecutionTimeout, and for integers', () => {
  expect(errorsOf(fn('{RetentionPeriodInDays: 7}'))).toEqual(['8:22 cfn-missing-property']);
  expect(errorsOf(fn('{ExecutionTimeout: 1.5}'))).toEqual(['8:41 cfn-property-type']);
  expect(errorsOf(fn('{ExecutionTimeout: 0}'))).toEqual(['8:41 lambda-durable-config']);
});
