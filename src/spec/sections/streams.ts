import { withFunctions } from '../codecs/functions.ts';
import { choice, text, whole } from '../codecs/scalars.ts';
import { parseQuantity, timeScale } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
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

/** The key tells how records are encrypted, too: there is one way. */
const encryptionKey: Key = {
  key: 'encryption-key',
  to: ['StreamEncryption.KeyId', 'StreamEncryption.EncryptionType'],
  doc: 'The KMS key that encrypts records.',
  examples: ['alias/aws/kinesis'],
  schema: () => text.schema(),
  codec: text,
  lower: (spot, draft, cx) => {
    const key = text.read(spot, cx);
    if (key === undefined) return;
    set(draft, 'StreamEncryption.KeyId', key, spot, cx);
    if (!Object.hasOwn(spot.holder, 'encryption')) set(draft, 'StreamEncryption.EncryptionType', 'KMS', spot, cx);
  },
  raise: (draft, cx) => {
    const key = valueAt(draft, 'StreamEncryption.KeyId');
    const value = key === undefined ? undefined : text.write(key, cx);
    const isKms = valueAt(draft, 'StreamEncryption.EncryptionType') === 'KMS';
    return value === undefined || !isKms ? undefined : { value, says: encryptionKey.to };
  },
};

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
        encryptionKey,
        property(
          'encryption',
          'StreamEncryption.EncryptionType',
          choice({ kms: 'KMS' }),
          'How records are encrypted; `kms` without this key where `encryption-key` is given.',
          'kms',
        ),
        tagsKey('list'),
      ],
      synonyms: { 'shard-count': 'shards', 'stream-mode': 'mode', 'retention-period': 'retention' },
    }),
  ],
};
