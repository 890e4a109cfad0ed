import { isMap, isString, type Json } from '../../model/tree.ts';
import { access } from '../access/access.ts';
import { freeScalar } from '../codecs/free.ts';
import { listOf } from '../codecs/lists.ts';
import { location } from '../codecs/location.ts';
import { mapOf, type Phrase, record } from '../codecs/records.ts';
import { choice, flag, text } from '../codecs/scalars.ts';
import { single } from '../codecs/single.ts';
import { named } from '../codecs/targets.ts';
import { wrong } from '../codecs/wrong.ts';
import { eventsOf } from '../events/index.ts';
import type { Codec } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { hasOnly, opened } from '../phrases/phrase.ts';
import { closeMachineShift, openMachineShift, shiftSays } from '../phrases/shift.ts';
import { commonKeys, nameKey, tagsKey } from './common.ts';
import { publishedAlias } from './functions/aliases.ts';

/** A definition in a file, or in the compact file itself, where it stands as it is. */
const definition: Key = {
  key: 'definition',
  to: ['Definition', 'DefinitionUri'],
  doc: 'The definition in the States Language: a file, its place in S3, or the definition itself, in which no gaps are filled.',
  examples: ['machines/order.asl.json', '{StartAt: Wait, States: {Wait: {Type: Wait, Seconds: 10, End: true}}}'],
  schema: () => ({ anyOf: [{ type: 'object' }, { type: 'string' }] }),
  lower: (spot, draft, cx) => {
    const { value } = spot;
    if (isMap(value) && Object.hasOwn(value, 'States')) return set(draft, 'Definition', value, spot, cx);
    const file = location.read(spot, cx);
    if (file !== undefined) set(draft, 'DefinitionUri', file, spot, cx);
  },
  raise: (draft, cx) => {
    const inline = valueAt(draft, 'Definition');
    if (inline !== undefined)
      return isMap(inline) && Object.hasOwn(inline, 'States') ? { value: inline, says: ['Definition'] } : undefined;
    const file = valueAt(draft, 'DefinitionUri');
    const value = file === undefined ? undefined : location.write(file, cx);
    return value === undefined ? undefined : { value, says: ['DefinitionUri'] };
  },
};

const logTarget: Codec = single(
  record(
    'a destination',
    [
      property(
        'group',
        'CloudWatchLogsLogGroup.LogGroupArn',
        named('logGroup', 'arn'),
        'The log group.',
        'MachineLogs',
      ),
    ],
    {
      phrase: {
        says: 'the name of a log group',
        examples: ['MachineLogs'],
        schema: () => ({ type: 'string' }),
        open: (spot) => opened(spot, { group: spot.value }),
        close: (map) => (hasOnly(map, 'group') && isString(map['group']) ? map['group'] : undefined),
      },
    },
  ),
);

const logs = record(
  'the logs of a state machine',
  [
    property(
      'level',
      'Level',
      choice({ all: 'ALL', error: 'ERROR', fatal: 'FATAL', off: 'OFF' }),
      'What is logged.',
      'error',
    ),
    property('data', 'IncludeExecutionData', flag(), 'Whether input and output are logged.', 'true'),
    property('group', 'Destinations', logTarget, 'The log group.', 'MachineLogs'),
  ],
  { synonyms: { to: 'group', 'log-group': 'group', destinations: 'group' } },
);

const shiftKey: Key = {
  key: 'shift',
  to: ['Type', 'Percentage', 'Interval'],
  doc: 'How executions move to the new version.',
  examples: ['canary 10% for 5m', 'linear 20% every 1m', 'all at once'],
  schema: () => ({ type: 'string' }),
  lower: (spot, draft, cx) => {
    const parts = openMachineShift(spot);
    if (parts === undefined) return wrong(spot, shiftSays, cx);
    for (const name of Object.keys(parts)) set(draft, name, parts[name]!, spot, cx);
  },
  raise: ({ properties }) => {
    const { Type, Percentage, Interval } = properties;
    const parts = {
      Type: Type ?? null,
      ...(Percentage === undefined ? {} : { Percentage }),
      ...(Interval === undefined ? {} : { Interval }),
    };
    const value = closeMachineShift(parts as Json);
    return value === undefined ? undefined : { value, says: Object.keys(parts) };
  },
};

const shiftAlone: Phrase = {
  says: shiftSays,
  examples: ['canary 10% for 5m', 'linear 20% every 1m', 'all at once'],
  schema: () => ({ type: 'string' }),
  open: (spot) => opened(spot, { shift: spot.value }),
  close: (map) => (hasOnly(map, 'shift') ? map['shift'] : undefined),
};

const rollout = record(
  'a rollout',
  [shiftKey, property('alarms', 'Alarms', listOf(named('alarm', 'name')), 'Alarms that roll back.', 'OrderFailures')],
  { phrase: shiftAlone },
);

/** `AWS::Serverless::StateMachine` */
export const machines: Section = {
  name: 'machines',
  heading: 'machine',
  doc: 'State machines of AWS Step Functions.',
  example:
    'Order: {definition: machines/order.asl.json, substitutions: {PlaceOrder: "${PlaceOrder.arn}"}, access: {PlaceOrder: invoke}}',
  kinds: [
    kind({
      type: 'AWS::Serverless::StateMachine',
      title: 'a state machine',
      required: ['definition', 'Definition', 'DefinitionUri'],
      globals: 'StateMachine',
      facts: publishedAlias,
      keys: [
        ...commonKeys,
        nameKey('Name'),
        definition,
        property(
          'kind',
          'Type',
          choice({ standard: 'STANDARD', express: 'EXPRESS' }),
          'The type of the state machine.',
          'express',
        ),
        property(
          'substitutions',
          'DefinitionSubstitutions',
          mapOf(freeScalar, 'a map of texts'),
          'What replaces `${…}` in the definition.',
          '{PlaceOrder: "${PlaceOrder.arn}"}',
        ),
        property(
          'access',
          'Policies',
          access,
          'What the generated role may do, as for functions.',
          '{PlaceOrder: invoke, Orders: read}',
        ),
        property('role', 'Role', named('role', 'arn'), 'The role, in place of a generated one.', 'MachineRole'),
        property('role-path', 'RolePath', text, 'The path of the generated role.', '/shop/'),
        property(
          'boundary',
          'PermissionsBoundary',
          named('managedPolicy', 'arn'),
          'The permissions boundary of the generated role.',
          'Boundary',
        ),
        property(
          'logs',
          'Logging',
          logs,
          'What is logged, and where.',
          '{level: error, data: true, group: MachineLogs}',
        ),
        property('tracing', 'Tracing.Enabled', flag(), 'Whether AWS X-Ray traces it.', 'true'),
        property('alias', 'AutoPublishAlias', text, 'The alias to which each new version is published.', 'live'),
        property('rollout', 'DeploymentPreference', rollout, 'How executions move to a new version.', [
          'canary 10% for 5m',
          '{shift: all at once, alarms: OrderFailures}',
        ]),
        property('events-to-alias', 'UseAliasAsEventTarget', flag(), 'Whether its events start the alias.', 'true'),
        tagsKey('map'),
        property('propagate-tags', 'PropagateTags', flag(), 'Gives the tags to what SAM generates too.', 'true'),
        property('events', 'Events', eventsOf('machine'), 'What starts it.', ['daily at 06:30', '[rest POST /orders]']),
      ],
      synonyms: {
        type: 'kind',
        policies: 'access',
        'definition-uri': 'definition',
        'definition-substitutions': 'substitutions',
        logging: 'logs',
        express: 'kind',
      },
    }),
  ],
};
