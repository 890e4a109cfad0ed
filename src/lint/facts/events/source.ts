import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { oncePerThing } from '../templates/once.ts';
import { partialText } from '../texts/partial-text.ts';
import { isFifoQueue } from './fifo.ts';
import { eventOf } from './sam-events.ts';

/** What an event source mapping reads from. */
export type SourceKind = 'sqs' | 'kinesis' | 'dynamodb' | 'msk' | 'kafka' | 'mq' | 'documentdb';

/** How a person calls each kind. */
export const sourceNames: Readonly<Record<SourceKind, string>> = {
  sqs: 'an SQS queue',
  kinesis: 'a Kinesis stream',
  dynamodb: 'a DynamoDB stream',
  msk: 'an MSK cluster',
  kafka: 'a self-managed Kafka cluster',
  mq: 'an Amazon MQ broker',
  documentdb: 'a DocumentDB cluster',
};

const byResourceType: ReadonlyMap<string, SourceKind> = new Map([
  ['AWS::SQS::Queue', 'sqs'],
  ['AWS::Kinesis::Stream', 'kinesis'],
  ['AWS::Kinesis::StreamConsumer', 'kinesis'],
  ['AWS::DynamoDB::Table', 'dynamodb'],
  ['AWS::DynamoDB::GlobalTable', 'dynamodb'],
  ['AWS::MSK::Cluster', 'msk'],
  ['AWS::MSK::ServerlessCluster', 'msk'],
  ['AWS::AmazonMQ::Broker', 'mq'],
  ['AWS::DocDB::DBCluster', 'documentdb'],
]);
const byService: ReadonlyMap<string, SourceKind> = new Map([
  ['sqs', 'sqs'],
  ['kinesis', 'kinesis'],
  ['dynamodb', 'dynamodb'],
  ['kafka', 'msk'],
  ['mq', 'mq'],
  ['rds', 'documentdb'],
]);
const byEventType: ReadonlyMap<string, SourceKind> = new Map([
  ['SQS', 'sqs'],
  ['Kinesis', 'kinesis'],
  ['DynamoDB', 'dynamodb'],
  ['MSK', 'msk'],
  ['SelfManagedKafka', 'kafka'],
  ['MQ', 'mq'],
  ['DocumentDB', 'documentdb'],
]);
const byProperty: readonly (readonly [string, SourceKind])[] = [
  ['SelfManagedEventSource', 'kafka'],
  ['SelfManagedKafkaEventSourceConfig', 'kafka'],
  ['AmazonManagedKafkaEventSourceConfig', 'msk'],
  ['DocumentDBEventSourceConfig', 'documentdb'],
];

/** What a mapping reads from, or undefined when that is known only at deploy time. */
export const sourceKind = oncePerThing((mapping: ResourceNode, cx): SourceKind | undefined => {
  const event = eventOf(mapping, cx);
  const byEvent = event && byEventType.get(event.type);
  if (byEvent) return byEvent;
  const byOwn = byProperty.find(([name]) => !mapping.lacks(name));
  if (byOwn) return byOwn[1];
  const kinds = new Set(mapping.all('EventSourceArn').map(({ value }) => kindOfArn(value, cx)));
  return kinds.size === 1 ? [...kinds][0] : undefined;
});

const kindOfArn = (value: Json, cx: TemplateView): SourceKind | undefined => {
  const target = cx.target(value);
  if (target) return byResourceType.get(target.type);
  const [, service = ''] = /^arn:[^:]*:([a-z]+):/.exec(partialText(value, cx) ?? '') ?? [];
  return byService.get(service);
};

/** What a source is, by the type of the SAM event that reads it. */
export const kindOfEvent = (eventType: string): SourceKind | undefined => byEventType.get(eventType);

/** Whether a mapping reads from a FIFO queue; undefined when that cannot be told. */
export const readsFifo = (mapping: ResourceNode, cx: TemplateView): boolean | undefined => {
  if (sourceKind(mapping, cx) !== 'sqs') return false;
  const answers = new Set(mapping.all('EventSourceArn').map(({ value }) => isFifoQueue(value, cx)));
  return answers.size === 1 ? [...answers][0] : undefined;
};
