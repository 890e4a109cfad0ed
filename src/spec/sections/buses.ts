import { isString } from '../../model/tree.ts';
import { text } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, descriptionKey, nameKey, tagsKey } from './common.ts';

/** `AWS::Events::EventBus` */
export const buses: Section = {
  name: 'buses',
  heading: 'bus',
  doc: 'Event buses of Amazon EventBridge. One without `name` is called after its logical id.',
  example: 'Shop: {name: "shop-${Stage}"}',
  kinds: [
    kind({
      type: 'AWS::Events::EventBus',
      title: 'an event bus',
      keys: [
        ...commonKeys,
        nameKey('Name', 'The name; its logical id without this key.'),
        descriptionKey(),
        property(
          'source',
          'EventSourceName',
          text,
          'The partner event source that it takes events from.',
          'aws.partner/example.com/orders',
        ),
        property(
          'encryption-key',
          'KmsKeyIdentifier',
          named('key', 'arn'),
          'The KMS key that encrypts events.',
          'Secrets',
        ),
        property(
          'dead-letter',
          'DeadLetterConfig.Arn',
          named('queue', 'arn'),
          'Where events go that could not be delivered.',
          'Failed',
        ),
        tagsKey('list'),
      ],
      // The service takes no bus without a name.
      finish: ({ id, properties }) => {
        properties['Name'] ??= id;
      },
      unfinish: ({ id, properties }) => {
        if (properties['Name'] === id && isString(properties['Name'])) delete properties['Name'];
        else if (!Object.hasOwn(properties, 'Name')) return false;
        return true;
      },
    }),
  ],
};
