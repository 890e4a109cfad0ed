import { withFunctions } from '../codecs/functions.ts';
import { choice, text, whole } from '../codecs/scalars.ts';
import { parseQuantity, timeScale } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec } from '../language/codec.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, nameKey, tagsKey } from './common.ts';

const says = 'a duration in whole hours, such as 24h or 7d';

const hours: Codec = withFunctions({
  says,
  schema: () => ({ type: 'string', pattern: '^(\\d+ ?(h|d)|\\$\\{.+\\})$', patternErrorMessage: `Write ${says}.` }),
  read: (spot, cx) => parseQuantity(spot.text ?? '', timeScale, 'h', false) ?? wrong(spot, says, cx),
  write: (value) => {
    if (!Number.isSafeInteger(value) || (value as number) <= 0) return undefined;
    return (value as number) % 24 === 0 && value !== 24 ? `${(value as number) / 24}d` : `${value}h`;
  },
});

/** `AWS::Kinesis::Stream` */
export const streams: Section = {
  name: 'streams',
  heading: 'stream',
  doc: 'Streams of Amazon Kinesis.',
  example: 'Clicks: {mode: on demand, retention: 2d}',
  kinds: [
    kind({
      type: 'AWS::Kinesis::Stream',
      title: 'a stream',
      keys: [
        ...commonKeys,
        nameKey('Name'),
        property('shards', 'ShardCount', whole('a whole number, at least 1', 1), 'The number of shards.', '2'),
        property(
          'mode',
          'StreamModeDetails.StreamMode',
          choice({ 'on demand': 'ON_DEMAND', provisioned: 'PROVISIONED' }),
          'How its capacity is set.',
          'on demand',
        ),
        property('retention', 'RetentionPeriodHours', hours, 'How long records are kept.', ['24h', '7d']),
        property(
          'encryption',
          'StreamEncryption.EncryptionType',
          choice({ kms: 'KMS' }),
          'How records are encrypted.',
          'kms',
        ),
        property(
          'encryption-key',
          'StreamEncryption.KeyId',
          text,
          'The KMS key that encrypts them.',
          'alias/aws/kinesis',
        ),
        tagsKey('list'),
      ],
      synonyms: { 'shard-count': 'shards', 'stream-mode': 'mode', 'retention-period': 'retention' },
    }),
  ],
};
