import { allowSenders } from '../access/allow-senders.ts';
import { policyResource } from '../access/policy-resource.ts';
import { reference } from '../codecs/reference.ts';
import { flag } from '../codecs/scalars.ts';
import { bytes, seconds } from '../codecs/units.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { redrive } from '../phrases/dead-letter.ts';
import { commonKeys, nameKey, tagsKey } from './common.ts';

/** `AWS::SQS::Queue` */
export const queues: Section = {
  name: 'queues',
  heading: 'queue',
  doc: 'Queues of Amazon SQS.',
  example: 'Jobs: {visibility: 180s, dead-letter: Failed after 5}',
  kinds: [
    kind({
      type: 'AWS::SQS::Queue',
      title: 'a queue',
      keys: [
        ...commonKeys,
        nameKey('QueueName'),
        property(
          'visibility',
          'VisibilityTimeout',
          seconds,
          'How long a received message is hidden from others.',
          '180s',
        ),
        property('retention', 'MessageRetentionPeriod', seconds, 'How long a message is kept.', '14d'),
        property('delay', 'DelaySeconds', seconds, 'How long a message waits before it can be received.', '30s'),
        property('wait', 'ReceiveMessageWaitTimeSeconds', seconds, 'How long a receive waits for a message.', '20s'),
        property('max-size', 'MaximumMessageSize', bytes, 'The largest message.', '256KB'),
        property('fifo', 'FifoQueue', flag(), 'Keeps messages in order.', 'true'),
        property('dedup', 'ContentBasedDeduplication', flag(), 'Drops messages of the same content.', 'true'),
        property('dead-letter', 'RedrivePolicy', redrive, 'Where messages go that were received too often.', [
          'Failed after 5',
          '{queue: Failed, receives: 5}',
        ]),
        property(
          'encrypted',
          'SqsManagedSseEnabled',
          flag(),
          'Whether messages are encrypted with a key of Amazon SQS.',
          'true',
        ),
        property(
          'encryption-key',
          'KmsMasterKeyId',
          reference({ says: 'a key', as: 'id', types: ['AWS::KMS::Key'], literal: /^alias\/|^[\da-f-]{36}$/ }),
          'The KMS key that encrypts messages.',
          'alias/aws/sqs',
        ),
        allowSenders('sqs:SendMessage', 'AWS::SQS::QueuePolicy', 'Queues'),
        policyResource(
          'AWS::SQS::QueuePolicy',
          { property: 'Queues', list: true },
          "{allow: 'sqs:SendMessage', to: account 123456789012}",
          'sqs:SendMessage',
        ),
        tagsKey('list'),
      ],
      synonyms: { timeout: 'visibility', 'visibility-timeout': 'visibility', dlq: 'dead-letter', 'queue-name': 'name' },
    }),
  ],
};
