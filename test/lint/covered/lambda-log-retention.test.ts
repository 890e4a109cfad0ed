import { expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

it('lambda-log-retention: a time that is no whole number is none of the allowed values', () => {
  const group = (days: string) =>
    `Resources:\n  Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: ${days}}}\n`;
  expect(errorsOf(group('forever'))).toEqual(['2:67 cfn-allowed-value']);
  expect(errorsOf(group('1.5'))).toEqual(['2:67 cfn-allowed-value']);
});
