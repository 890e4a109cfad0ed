import type { EventPlugin } from '../model/plugin.ts';
import { alexaSkill } from './alexa-skill/index.ts';
import { functionApi } from './api/function.ts';
import { stateMachineApi } from './api/state-machine.ts';
import { cloudWatchEvent } from './cloudwatch-event/index.ts';
import { cloudWatchLogs } from './cloudwatch-logs/index.ts';
import { cognito } from './cognito/index.ts';
import { documentDb } from './document-db/index.ts';
import { dynamoDb } from './dynamodb/index.ts';
import { eventBridgeRule } from './event-bridge-rule/index.ts';
import { httpApi } from './http-api/index.ts';
import { iotRule } from './iot-rule/index.ts';
import { kinesis } from './kinesis/index.ts';
import { mq } from './mq/index.ts';
import { msk } from './msk/index.ts';
import { s3 } from './s3/index.ts';
import { schedule } from './schedule/index.ts';
import { scheduleV2 } from './schedule-v2/index.ts';
import { selfManagedKafka } from './self-managed-kafka/index.ts';
import { sns } from './sns/index.ts';
import { sqs } from './sqs/index.ts';

/** Every event source. */
export const eventPlugins: readonly EventPlugin[] = [
  alexaSkill,
  functionApi,
  stateMachineApi,
  ...cloudWatchEvent,
  cloudWatchLogs,
  cognito,
  documentDb,
  dynamoDb,
  ...eventBridgeRule,
  httpApi,
  iotRule,
  kinesis,
  mq,
  msk,
  s3,
  ...schedule,
  scheduleV2,
  selfManagedKafka,
  sns,
  sqs,
];
