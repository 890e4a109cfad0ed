import { expect, test } from 'vitest';
import { expand } from '../../../src/index.ts';
import { functionWith } from './template.ts';

test.each([
  ['FunctionScalingConfig: {}', 'requires-property', 8],
  ['ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}', 'requires-property', 8],
  ['CapacityProviderConfig: {Arn: a}\nVpcConfig: {}', 'exclusive-properties', 9],
  [
    'TenancyConfig: {Mode: m}\nEvents:\n  A: {Type: Schedule, Properties: {Schedule: s}}',
    'event-unsupported-with-tenancy',
    10,
  ],
  ['DeadLetterQueue: {Type: SQS}', 'incomplete-dead-letter-queue', 8],
  ['DeadLetterQueue:\n  Type: SQ\n  TargetArn: a', 'wrong-value', 9],
  ['CapacityProviderConfig:\n  Arns: a\n  Arn: a', 'unknown-property', 9],
  ['CapacityProviderConfig:\n  Arn: a\n  PerExecutionEnvironmentMaxConcurrency: many', 'wrong-type', 10],
  ['FunctionUrlConfig: {AuthType: IAM}', 'wrong-value', 8],
  ['FunctionUrlConfig:\n  AuthType: NONE\n  Cors:\n    AllowOrigin: [a]', 'unknown-property', 11],
  ['FunctionUrlConfig:\n  AuthType: NONE\n  Cors:\n    MaxAge: long', 'wrong-type', 11],
  ['Tags:\n  a: b\n  lambda:createdBy: me', 'reserved-tag', 10],
  ['VersionDeletionPolicy: Keep\nAutoPublishAlias: live', 'wrong-type', 8],
])('%s is refused at its place', (properties, code, line) => {
  expect(expand(functionWith(properties)).problems).toMatchObject([{ code, line, level: 'error', logicalId: 'Fn' }]);
});

test('a misspelt CORS property is named with the one that is meant', () => {
  const { problems } = expand(functionWith('FunctionUrlConfig: {AuthType: NONE, Cors: {AllowOrigin: [a]}}'));
  expect(problems[0]?.message).toContain("Did you mean 'AllowOrigins'?");
});

test('a function that is given up does not hide what is wrong with its events', () => {
  const { problems } = expand(functionWith('AutoPublishAlias: not good\nEvents:\n  A: {Type: Apy}'));
  expect(problems).toMatchObject([
    { code: 'wrong-value', line: 8 },
    { code: 'unknown-event-type', line: 10, eventId: 'A' },
  ]);
});
