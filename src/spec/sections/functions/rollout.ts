import { isMap, isString, type Json } from '../../../model/tree.ts';
import { listOf } from '../../codecs/lists.ts';
import { type Phrase, record } from '../../codecs/records.ts';
import { asInSam, flag } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { type Key, property } from '../../language/key.ts';
import { hasOnly, opened } from '../../phrases/phrase.ts';
import { parseShift, shift, shiftSays } from '../../phrases/shift.ts';

const says = `'none', ${shiftSays}`;

/** `none`, or a shift alone. */
const phrase: Phrase = {
  says,
  examples: ['canary 10% for 5m', 'linear 10% every 1m', 'linear 25% every 4m', 'all at once', 'none'],
  schema: {
    type: 'string',
    pattern: '^(none|all at once|canary \\d+% for \\d+ ?(m|h)|linear \\d+% every \\d+ ?(m|h))$',
    patternErrorMessage: `Write ${says}.`,
  },
  open: (spot) => (spot.text === 'none' ? opened(spot, { enabled: false }) : opened(spot, { shift: spot.value })),
  close: (map): Json | undefined => {
    if (hasOnly(map, 'enabled')) return map['enabled'] === false ? 'none' : undefined;
    const { shift: text } = map;
    const isShift = isString(text) && (text === 'all at once' || parseShift(text) !== undefined);
    return hasOnly(map, 'shift') && isShift && !isMap(text) ? text : undefined;
  },
};

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
  property('notify', 'TriggerConfigurations', asInSam, "CodeDeploy's notifications, as in SAM.", '[]'),
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
