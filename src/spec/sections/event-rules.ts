import { isString, type Json } from '../../model/tree.ts';
import { free } from '../codecs/free.ts';
import { inputTransformer } from '../codecs/input-transformer.ts';
import { jsonText } from '../codecs/json-text.ts';
import { listOf } from '../codecs/lists.ts';
import { type Phrase, record } from '../codecs/records.ts';
import { reference } from '../codecs/reference.ts';
import { choice, text } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { retry } from '../events/dead-letter.ts';
import { scheduleKey } from '../events/schedules.ts';
import type { Codec } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { hasOnly, opened } from '../phrases/phrase.ts';
import { commonKeys, descriptionKey, nameKey, tagsKey } from './common.ts';

/** A target alone is called after what it is. */
const targetPhrase: Phrase = {
  says: 'the name of what gets the event',
  examples: ['PlaceOrder'],
  schema: () => ({ type: 'string' }),
  open: (spot) => opened(spot, { to: spot.value }),
  close: (map): Json | undefined => (hasOnly(map, 'to') && isString(map['to']) ? map['to'] : undefined),
};

const anyTarget = reference({ says: 'a target', as: 'arn', types: undefined });

/** What gets the event; its name is that of the target too, unless `id` gives one. */
const toKey: Key = {
  key: 'to',
  to: ['Arn', 'Id'],
  doc: 'What gets the event. Its name becomes the name of the target, too, where `id` gives none.',
  examples: ['PlaceOrder'],
  schema: () => anyTarget.schema(),
  codec: anyTarget,
  lower: (spot, draft, cx) => {
    const arn = anyTarget.read(spot, cx);
    if (arn === undefined) return;
    set(draft, 'Arn', arn, spot, cx);
    const { text: written } = spot;
    const isNamed = ['id', 'Id'].some((key) => Object.hasOwn(spot.holder, key));
    if (!isNamed && written !== undefined && cx.names.get(written) !== undefined) set(draft, 'Id', written, spot, cx);
  },
  raise: (draft, cx) => {
    const arn = valueAt(draft, 'Arn');
    const value = arn === undefined ? undefined : anyTarget.write(arn, cx);
    if (value === undefined) return undefined;
    return { value, says: isString(value) && valueAt(draft, 'Id') === value ? ['Arn', 'Id'] : ['Arn'] };
  },
};

const target: Codec = record(
  'a target',
  [
    toKey,
    property('id', 'Id', text, 'The name of the target.', 'place-order'),
    property('role', 'RoleArn', named('role', 'arn'), 'The role that sends it.', 'SendRole'),
    property('input', 'Input', jsonText, 'What is sent instead of the event.', '{kind: daily}'),
    property('input-path', 'InputPath', text, 'The part of the event that is sent.', '$.detail'),
    property(
      'transform',
      'InputTransformer',
      inputTransformer,
      'How the event is changed.',
      '{paths: {id: $.detail.id}, template: "<id>"}',
    ),
    property(
      'dead-letter',
      'DeadLetterConfig.Arn',
      named('queue', 'arn'),
      'Where events go that could not be delivered.',
      'Failed',
    ),
    property('retry', 'RetryPolicy', retry, 'How often a delivery is tried again.', '{attempts: 3}'),
    property('group', 'SqsParameters.MessageGroupId', text, 'The message group, for a FIFO queue.', 'orders'),
  ],
  { phrase: targetPhrase, synonyms: { arn: 'to', target: 'to' } },
);

/** `AWS::Events::Rule` */
export const eventRules: Section = {
  name: 'event-rules',
  heading: 'event-rule',
  doc: 'Rules of Amazon EventBridge with targets of their own. What starts a function or a machine of this file is shorter to write under its `events`.',
  example: 'Placed: {pattern: {source: [shop.orders]}, bus: Shop, targets: Jobs}',
  kinds: [
    kind({
      type: 'AWS::Events::Rule',
      title: 'an event rule',
      required: ['pattern', 'schedule', 'EventPattern', 'ScheduleExpression'],
      keys: [
        ...commonKeys,
        nameKey('Name'),
        descriptionKey(),
        property(
          'pattern',
          'EventPattern',
          free,
          'The pattern of events.',
          '{source: [shop.orders], detail-type: [OrderPlaced]}',
        ),
        scheduleKey('schedule', 'ScheduleExpression', undefined),
        property('bus', 'EventBusName', named('bus', 'name'), 'The event bus; the default one without it.', 'Shop'),
        property(
          'state',
          'State',
          choice({ enabled: 'ENABLED', disabled: 'DISABLED' }),
          'Whether it is on.',
          'disabled',
        ),
        property('targets', 'Targets', listOf(target), 'What gets the events.', [
          'Jobs',
          '[{to: Jobs, id: jobs, dead-letter: Failed}]',
        ]),
        property('role', 'RoleArn', named('role', 'arn'), 'The role of the rule.', 'SendRole'),
        tagsKey('list'),
      ],
      synonyms: { 'event-pattern': 'pattern', target: 'targets', 'event-bus': 'bus' },
    }),
  ],
};
