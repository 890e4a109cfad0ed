import { message } from '../../model/problem.ts';
import { isMap, isString, type Json } from '../../model/tree.ts';
import { withFunctions, withGaps } from '../codecs/functions.ts';
import { readGaps, writeGaps } from '../codecs/gaps.ts';
import { flag, text } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { minutes } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec } from '../language/codec.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { parseSchedule, printSchedule, scheduleSays } from '../phrases/schedule.ts';
import { type EventForm, eventForm } from './form.ts';
import { ruleKeys } from './pushed.ts';

const BadSchedule = message(
  'spec-invalid-schedule',
  'error',
  (found: string, fault: string) => `'${found}' is not a schedule: ${fault}.`,
);

/** An expression under a phrase; `zone` is where the time zone of the phrase goes. */
export const scheduleKey = (key: string, to: string, zone: string | undefined): Key => ({
  key,
  to: zone === undefined ? [to] : [to, zone],
  doc: `When: ${scheduleSays.replaceAll("'", '`')}.`,
  examples:
    zone === undefined
      ? ['every 5 minutes', 'cron(0 6 * * ? *)']
      : [
          'every 5 minutes',
          'every 12h',
          'daily at 06:30',
          'weekdays at 08:00 Europe/Berlin',
          "'mon, thu at 12:00'",
          'cron(0 6 * * ? *)',
          "'at(2030-01-01T00:00:00)'",
        ],
  schema: () => ({ type: 'string' }),
  lower: (spot, draft, cx) => {
    const read = withFunctions({
      says: scheduleSays,
      schema: () => ({}),
      read: (each) => (each.text === undefined ? wrong(each, scheduleSays, cx) : lowered(each.text)),
      write: () => undefined,
    });
    const lowered = (written: string): Json | undefined => {
      const when = parseSchedule(written);
      if (when === undefined) return wrong(spot, scheduleSays, cx);
      if ('fault' in when) {
        const rewrite = when.meant === undefined ? undefined : ({ safety: 'safe', text: when.meant } as const);
        return cx.report(BadSchedule(written, when.fault), spot.at, rewrite) as undefined;
      }
      if (when.zone !== undefined) {
        if (zone === undefined) return wrong(spot, 'a schedule without a time zone', cx);
        set(draft, zone, when.zone, spot, cx);
      }
      return readGaps(when.expression, spot, cx);
    };
    const expression = read.read(spot, cx);
    if (expression !== undefined) set(draft, to, expression, spot, cx);
  },
  raise: (draft, cx) => {
    const value = valueAt(draft, to);
    if (value === undefined || value === null) return undefined;
    const written = schedule.write(value, cx);
    const when = zone === undefined ? undefined : valueAt(draft, zone);
    if (!isString(written)) return written === undefined ? undefined : { value: written, says: [to] };
    const short = printSchedule({ expression: written });
    if (!isString(when) || !/^[A-Z][A-Za-z_]+(?:\/[A-Za-z_+-]+\d*)*$/.test(when)) return { value: short, says: [to] };
    return { value: printSchedule({ expression: written, zone: when }), says: [to, zone!] };
  },
});

const schedule: Codec = withGaps({
  says: scheduleSays,
  schema: () => ({ type: 'string' }),
  read: (spot) => spot.value,
  write: (value, cx) => (isString(value) ? writeGaps(value, cx) : undefined),
});

/** `15m` for a window that is flexible, `false` for none. */
const flexible: Key = {
  key: 'flexible',
  to: ['FlexibleTimeWindow'],
  doc: 'How much later it may happen.',
  examples: ['15m', 'false'],
  schema: () => ({ type: ['string', 'boolean'] }),
  lower: (spot, draft, cx) => {
    if (spot.value === false) return set(draft, 'FlexibleTimeWindow.Mode', 'OFF', spot, cx);
    const window = minutes.read(spot, cx);
    if (window === undefined) return;
    set(draft, 'FlexibleTimeWindow.Mode', 'FLEXIBLE', spot, cx);
    set(draft, 'FlexibleTimeWindow.MaximumWindowInMinutes', window, spot, cx);
  },
  raise: (draft, cx) => {
    const window = valueAt(draft, 'FlexibleTimeWindow');
    if (!isMap(window)) return undefined;
    const { Mode: mode, MaximumWindowInMinutes: width, ...rest } = window;
    if (Object.keys(rest).length > 0) return undefined;
    if (mode === 'OFF' && width === undefined) return { value: false, says: ['FlexibleTimeWindow'] };
    const value = mode === 'FLEXIBLE' && width !== undefined ? minutes.write(width, cx) : undefined;
    return value === undefined ? undefined : { value, says: ['FlexibleTimeWindow'] };
  },
};

const scheduler = eventForm({
  key: 'schedule',
  type: 'ScheduleV2',
  hosts: ['function', 'machine'],
  id: 'Schedule',
  doc: 'A schedule of EventBridge Scheduler.',
  keys: [
    scheduleKey('schedule', 'ScheduleExpression', 'ScheduleExpressionTimezone'),
    property('zone', 'ScheduleExpressionTimezone', text, 'The time zone.', 'Europe/Berlin'),
    flexible,
    property('start', 'StartDate', text, 'The time before which it does not happen.', "'2030-01-01T00:00:00Z'"),
    property('end', 'EndDate', text, 'The time after which it does not happen.', "'2030-12-31T00:00:00Z'"),
    ...ruleKeys,
    property('name', 'Name', text, 'The name of the schedule.', 'nightly'),
    property('generated-name', 'OmitName', flag(), 'Lets CloudFormation make the name.', 'true'),
    property('description', 'Description', text, 'What it is for.', 'The report of the day before.'),
    property('group', 'GroupName', named('schedulerGroup', 'name'), 'The group of schedules.', 'Nightly'),
    property('role', 'RoleArn', named('role', 'arn'), 'The role; one is generated without it.', 'ScheduleRole'),
    property(
      'boundary',
      'PermissionsBoundary',
      named('managedPolicy', 'arn'),
      'The permissions boundary of the generated role.',
      'Boundary',
    ),
    property('encryption-key', 'KmsKeyArn', named('key', 'arn'), 'The KMS key that encrypts the input.', 'Secrets'),
  ],
  synonyms: {
    timezone: 'zone',
    'time-zone': 'zone',
    rate: 'schedule',
    cron: 'schedule',
    dlq: 'dead-letter',
    'flexible-time-window': 'flexible',
  },
});

const rule = eventForm({
  key: 'rule-schedule',
  type: 'Schedule',
  hosts: ['function', 'machine'],
  id: 'Schedule',
  doc: 'A schedule as a rule of EventBridge.',
  keys: [
    scheduleKey('rule-schedule', 'Schedule', undefined),
    ...ruleKeys,
    property('enabled', 'Enabled', flag(), 'Whether it is on.', 'false'),
    property('name', 'Name', text, 'The name of the rule.', 'nightly'),
    property('description', 'Description', text, 'What it is for.', 'The report of the day before.'),
    property('rule-name', 'RuleName', text, 'The name of the rule, as SAM has it for functions.', 'nightly'),
    property('target', 'Target.Id', text, 'The id of the target.', 'report'),
    property('role', 'RoleArn', named('role', 'arn'), 'The role that starts a state machine.', 'ScheduleRole'),
  ],
  synonyms: { schedule: 'rule-schedule', dlq: 'dead-letter' },
});

/** The id of a schedule does not tell its time: a new time is the same schedule. */
export const scheduleEvents: readonly EventForm[] = [
  { ...scheduler, idOf: () => 'Schedule' },
  { ...rule, idOf: () => 'Schedule' },
];
