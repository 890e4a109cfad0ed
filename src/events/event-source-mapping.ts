import { awsManagedPolicy } from '../model/iam.ts';
import { ref } from '../model/intrinsics.ts';
import { carry, entryOf, place } from '../model/origin.ts';
import type { EventContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import type { Values } from '../model/property.ts';
import { isIntrinsic, isMap, isTruthy, type JsonMap, newMap } from '../model/tree.ts';
import { failureDestination } from './failure-destination.ts';
import type { mappingProperties } from './mapping-properties.ts';
import { withKnownUri } from './schema-registry.ts';

/** The context of any event that has at least the properties of a mapping. */
export type MappingContext = Omit<EventContext, 'props'> & { readonly props: Values<typeof mappingProperties> };

/** What one kind of source needs beside the properties that pass through. */
export interface MappingSource {
  /** The name of a managed policy that lets the function read from the source. */
  readonly managedPolicy?: string;
  /** Inline policies that do so. */
  readonly policies?: readonly JsonMap[];
  /** The property of the mapping that holds the settings of a Kafka consumer. */
  readonly kafkaConfig?: string;
  /** Further properties of the mapping. */
  readonly properties?: JsonMap;
}

const BadFilterCriteria = message(
  'unknown-property',
  'error',
  (found: readonly string[]) =>
    `'FilterCriteria' has ${found.map((name) => `'${name}'`).join(', ')}; it takes only 'Filters', a list of patterns.`,
);
const NoConsumerGroup = message(
  'unsupported-consumer-group',
  'error',
  (type: string) =>
    `'ConsumerGroupId' is not supported by a ${type} event; only MSK and SelfManagedKafka events have consumer groups.`,
);
const NoSchemaRegistry = message(
  'ignored-property',
  'warning',
  (type: string) =>
    `'SchemaRegistryConfig' is ignored: a ${type} event has no schema registry, only MSK and SelfManagedKafka events have one.`,
);

/** Attaches an event as an `AWS::Lambda::EventSourceMapping` and gives the role what reading from the source needs. */
export const attachMapping = (cx: MappingContext, type: string, source: MappingSource): void => {
  const { host } = cx;
  checkFilterCriteria(cx);
  const properties = Object.assign(cx.passed(), source.properties);
  properties['FunctionName'] = ref(host.targetId);
  if (isTruthy(cx.props.KafkaBootstrapServers)) {
    const endpoints = newMap();
    carry(cx.properties, 'KafkaBootstrapServers', endpoints);
    properties['SelfManagedEventSource'] = { Endpoints: endpoints };
  }
  addKafkaConfig(cx, type, source.kafkaConfig, properties);
  const destination = failureDestination(cx);
  if (destination) {
    properties['DestinationConfig'] = destination.config;
    place(properties, 'DestinationConfig', entryOf(cx.properties, 'DestinationConfig'));
  }

  if (source.managedPolicy !== undefined) {
    host.role?.addManagedPolicy(awsManagedPolicy(cx.partition, `service-role/${source.managedPolicy}`), cx.cause);
  }
  for (const policy of source.policies ?? []) host.role?.addPolicy(policy);
  if (destination?.policy) host.role?.addPolicy(destination.policy);

  cx.emit({
    id: cx.id,
    type: 'AWS::Lambda::EventSourceMapping',
    properties,
    attributes: host.inherited,
    cause: cx.cause,
  });
};

const checkFilterCriteria = (cx: MappingContext): void => {
  const criteria = cx.props.FilterCriteria;
  if (!isMap(criteria) || isIntrinsic(criteria)) return;
  const names = Object.keys(criteria);
  if (names.some((name) => name !== 'Filters')) cx.report(BadFilterCriteria(names), cx.at('FilterCriteria'));
};

const addKafkaConfig = (
  cx: MappingContext,
  type: string,
  kafkaConfig: string | undefined,
  properties: JsonMap,
): void => {
  const { ConsumerGroupId, SchemaRegistryConfig } = cx.props;
  const config = newMap();
  if (isTruthy(ConsumerGroupId)) {
    if (kafkaConfig === undefined) cx.report(NoConsumerGroup(type), cx.at('ConsumerGroupId'));
    carry(cx.properties, 'ConsumerGroupId', config);
  }
  if (isTruthy(SchemaRegistryConfig)) {
    if (kafkaConfig === undefined) cx.report(NoSchemaRegistry(type), cx.at('SchemaRegistryConfig'));
    carry(cx.properties, 'SchemaRegistryConfig', config);
    if (isMap(SchemaRegistryConfig)) config['SchemaRegistryConfig'] = withKnownUri(cx, SchemaRegistryConfig);
  }
  if (kafkaConfig !== undefined && isTruthy(config)) properties[kafkaConfig] = config;
};
