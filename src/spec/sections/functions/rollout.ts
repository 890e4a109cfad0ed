import { intrinsicName, isString, type Json } from '../../../model/tree.ts';
import { isOneGap } from '../../codecs/gaps.ts';
import { listOf } from '../../codecs/lists.ts';
import { type Phrase, record } from '../../codecs/records.ts';
import { choice, flag, text } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { type Key, property } from '../../language/key.ts';
import { hasOnly, opened } from '../../phrases/phrase.ts';
import { parseShift, shift, shiftSays } from '../../phrases/shift.ts';

const says = `'none', ${shiftSays}`;

/** `none`, or a shift alone. */
const phrase: Phrase = {
  says,
  functions: true,
  examples: [
    'canary 10% for 5m',
    'linear 10% every 1m',
    'linear 25% every 4m',
    'all at once',
    'none',
    '!If [IsProd, canary 10% for 5m, all at once]',
  ],
  schema: () => ({
    type: 'string',
    pattern: '^(none|all at once|canary \\d+% for \\d+ ?(m|h)|linear \\d+% every \\d+ ?(m|h))$',
    patternErrorMessage: `Write ${says}.`,
  }),
  open: (spot) => (spot.text === 'none' ? opened(spot, { enabled: false }) : opened(spot, { shift: spot.value })),
  close: (map): Json | undefined => {
    if (hasOnly(map, 'enabled')) return map['enabled'] === false ? 'none' : undefined;
    const { shift: value } = map;
    if (value === undefined || !hasOnly(map, 'shift')) return undefined;
    const isText = isString(value) && (value === 'all at once' || isOneGap(value) || parseShift(value) !== undefined);
    return isText || intrinsicName(value) !== undefined ? value : undefined;
  },
};

/** Events: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TriggerConfig.html */
const notification = record(
  'a notification',
  [
    property('topic', 'TriggerTargetArn', named('topic', 'arn'), 'The topic.', 'Alerts'),
    property(
      'events',
      'TriggerEvents',
      listOf(
        choice({
          start: 'DeploymentStart',
          success: 'DeploymentSuccess',
          failure: 'DeploymentFailure',
          stop: 'DeploymentStop',
          rollback: 'DeploymentRollback',
          ready: 'DeploymentReady',
        }),
      ),
      'Which events of the deployment.',
      ['failure', '[failure, rollback]'],
    ),
    property('name', 'TriggerName', text, 'The name of the notification.', 'failed'),
  ],
  { synonyms: { to: 'topic', on: 'events' } },
);

const keys: readonly Key[] = [
  property('shift', 'Type', shift, 'How traffic moves to the new version.', [
    'canary 10% for 5m',
    'linear 10% every 1m',
    'linear 25% every 4m',
    'all at once',
  ]),
  property('enabled', 'Enabled', flag(), 'Whether CodeDeploy shifts at all.', 'false'),
  property('alarms', 'Alarms', listOf(named('alarm', 'name')), 'Alarms that roll back.', 'PlaceOrderErrors'),
  property(
    'before',
    'Hooks.PreTraffic',
    named('function', 'name'),
    'The function that checks the new version before traffic moves.',
    'CheckOrder',
  ),
  property(
    'after',
    'Hooks.PostTraffic',
    named('function', 'name'),
    'The function that checks it after traffic has moved.',
    'CheckOrder',
  ),
  property('notify', 'TriggerConfigurations', listOf(notification), 'Topics that receive the events of a deployment.', [
    '{topic: Alerts, events: [failure, rollback]}',
    '[{topic: Alerts, events: failure, name: failed}, {topic: "${AlertsArn}", events: [start, success]}]',
  ]),
  property('role', 'Role', named('role', 'arn'), 'The role of CodeDeploy; one is generated without it.', 'DeployRole'),
  property(
    'passthrough',
    'PassthroughCondition',
    flag(),
    'Gives the condition of the function to what CodeDeploy needs.',
    'true',
  ),
];

/** How a new version takes over from the old one. */
export const rollout = record('a rollout', keys, {
  phrase,
  synonyms: {
    type: 'shift',
    'pre-traffic': 'before',
    'pre-traffic-hook': 'before',
    'post-traffic': 'after',
    hooks: 'before',
    triggers: 'notify',
    strategy: 'shift',
  },
});
