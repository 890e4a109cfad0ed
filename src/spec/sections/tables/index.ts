import { choice, flag } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { property } from '../../language/key.ts';
import { kind, type Section } from '../../language/section.ts';
import { commonKeys, nameKey, tagsKey } from '../common.ts';
import { capacityKey, indexesKey, keyKey, raiseKeys } from './keys.ts';
import { simpleTable } from './simple.ts';
import { timeToLive } from './ttl.ts';

const onDemand = 'PAY_PER_REQUEST';

/** `AWS::DynamoDB::Table`, and SAM's simple table. */
export const tables: Section = {
  name: 'tables',
  heading: 'table',
  doc: 'Tables of Amazon DynamoDB. They are paid for by request unless `capacity` says otherwise.',
  example: 'Orders: {key: [customer, date number], indexes: {ByStatus: status}, stream: new-and-old, keep: true}',
  kinds: [
    kind({
      kind: 'table',
      type: 'AWS::DynamoDB::Table',
      title: 'a table',
      required: ['key', 'KeySchema'],
      keys: [
        ...commonKeys,
        nameKey('TableName'),
        keyKey,
        indexesKey,
        property(
          'ttl',
          'TimeToLiveSpecification',
          timeToLive,
          'The attribute that holds the time at which an item expires.',
          'expires',
        ),
        property(
          'stream',
          'StreamSpecification.StreamViewType',
          choice({
            'new-image': 'NEW_IMAGE',
            'old-image': 'OLD_IMAGE',
            'new-and-old': 'NEW_AND_OLD_IMAGES',
            'keys-only': 'KEYS_ONLY',
          }),
          'What its stream holds of a change.',
          'new-and-old',
        ),
        capacityKey,
        property(
          'encrypted',
          'SSESpecification.SSEEnabled',
          flag(),
          'Whether it is encrypted with a key of AWS KMS.',
          'true',
        ),
        property('encryption-key', 'SSESpecification.KMSMasterKeyId', named('key', 'arn'), 'That key.', 'Secrets'),
        property(
          'recovery',
          'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
          flag(),
          'Whether it can be restored to a point in time.',
          'true',
        ),
        property(
          'protected',
          'DeletionProtectionEnabled',
          flag(),
          'Whether it is protected from being deleted.',
          'true',
        ),
        property(
          'class',
          'TableClass',
          choice({ standard: 'STANDARD', 'infrequent-access': 'STANDARD_INFREQUENT_ACCESS' }),
          'The class of its storage.',
          'infrequent-access',
        ),
        tagsKey('list'),
      ],
      synonyms: {
        'table-name': 'name',
        'primary-key': 'key',
        'partition-key': 'key',
        hash: 'key',
        'hash-key': 'key',
        'sort-key': 'key',
        billing: 'capacity',
        'billing-mode': 'capacity',
        gsi: 'indexes',
        lsi: 'indexes',
        'point-in-time-recovery': 'recovery',
        'deletion-protection': 'protected',
        type: 'kind',
      },
      joint: raiseKeys,
      finish: ({ properties }) => {
        if (!Object.hasOwn(properties, 'BillingMode') && !Object.hasOwn(properties, 'ProvisionedThroughput')) {
          properties['BillingMode'] = onDemand;
        }
      },
      unfinish: ({ properties }) => {
        if (Object.hasOwn(properties, 'ProvisionedThroughput')) return true;
        if (properties['BillingMode'] === onDemand) delete properties['BillingMode'];
        else if (!Object.hasOwn(properties, 'BillingMode')) return false;
        return true;
      },
    }),
    simpleTable,
  ],
};
