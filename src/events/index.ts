import type { EventPlugin } from '../model/plugin.ts';
import { documentDb } from './document-db/index.ts';
import { dynamoDb } from './dynamodb/index.ts';
import { kinesis } from './kinesis/index.ts';
import { mq } from './mq/index.ts';
import { msk } from './msk/index.ts';
import { selfManagedKafka } from './self-managed-kafka/index.ts';
import { sqs } from './sqs/index.ts';

/** Every event source. */
export const eventPlugins: readonly EventPlugin[] = [documentDb, dynamoDb, kinesis, mq, msk, selfManagedKafka, sqs];
