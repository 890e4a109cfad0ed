import { describe, expect, it } from 'vitest';
import { eventForms } from '../../src/spec/events/index.ts';
import { propertyOf } from '../../src/spec/language/draft.ts';
import type { Key } from '../../src/spec/language/key.ts';
import { kindOfType } from '../../src/spec/sections/index.ts';
import { declarations, declaredProperties } from '../../src/transform/registry.ts';

/**
 * Properties of SAM that have no key of the language, and why. They can be written under their own names in every entry;
 * what is new in SAM and not listed here makes these tests fail, so that leaving it out is a decision.
 */
const withoutKey: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::Serverless::Application': { TemplateUrl: 'written by the transform itself' },
};

/** SAM lets every event of a polled source have the properties of all of them; Lambda takes these for others only. */
const ofOtherSources = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, 'Lambda takes it for other sources only']));

const kafkaOnly = ['ConsumerGroupId', 'KafkaBootstrapServers', 'SchemaRegistryConfig', 'Topics'];
const streamOnly = ['BisectBatchOnFunctionError', 'ParallelizationFactor', 'TumblingWindowInSeconds'];
const startOnly = ['StartingPosition', 'StartingPositionTimestamp'];
const accessOnly = ['SecretsManagerKmsKeyId', 'SourceAccessConfigurations'];

const eventsWithoutKey: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  HttpApi: { ApiId: 'said by the route itself, or by the key api' },
  Api: { RestApiId: 'said by the route itself, or by the key api' },
  SQS: ofOtherSources(
    ...kafkaOnly,
    ...streamOnly,
    ...startOnly,
    ...accessOnly,
    'DestinationConfig',
    'MaximumRecordAgeInSeconds',
    'MaximumRetryAttempts',
    'Queues',
  ),
  DynamoDB: ofOtherSources(...kafkaOnly, ...accessOnly, 'Queues', 'ScalingConfig'),
  Kinesis: ofOtherSources(...kafkaOnly, ...accessOnly, 'Queues', 'ScalingConfig'),
  SelfManagedKafka: ofOtherSources('ParallelizationFactor', 'Queues', 'ScalingConfig', 'TumblingWindowInSeconds'),
  MSK: ofOtherSources(
    'KafkaBootstrapServers',
    'ParallelizationFactor',
    'Queues',
    'ScalingConfig',
    'TumblingWindowInSeconds',
  ),
  MQ: ofOtherSources(...kafkaOnly, ...streamOnly, ...startOnly, 'ScalingConfig'),
  DocumentDB: ofOtherSources(...kafkaOnly, ...streamOnly, 'ProvisionedPollerConfig', 'Queues', 'ScalingConfig'),
};

const said = (keys: readonly Key[]): ReadonlySet<string> => new Set(keys.flatMap(({ to }) => to.map(propertyOf)));

describe('the keys of the language', () => {
  for (const [type, properties] of declaredProperties) {
    it(`say every property of ${type}`, () => {
      const kind = kindOfType(type)?.kind;
      expect(kind, 'a section').toBeDefined();
      const known = said(kind!.table.keys);
      const missing = Object.keys(properties).filter((name) => !known.has(name));
      expect(missing.sort()).toEqual(Object.keys(withoutKey[type] ?? {}).sort());
    });
  }

  for (const { key, type, keys, hosts } of eventForms) {
    it(`say every property of the event ${type} (${key})`, () => {
      const known = said(keys);
      for (const host of hosts) {
        const sam = host === 'function' ? 'AWS::Serverless::Function' : 'AWS::Serverless::StateMachine';
        const properties = declarations.event(sam, type) ?? {};
        const missing = Object.keys(properties).filter((name) => !known.has(name));
        expect(missing.sort(), host).toEqual(Object.keys(eventsWithoutKey[type] ?? {}).sort());
      }
    });
  }
});
