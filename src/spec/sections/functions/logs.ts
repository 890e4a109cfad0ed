import { stamp } from '../../../model/origin.ts';
import { record } from '../../codecs/records.ts';
import { choice, words } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { days } from '../../codecs/units.ts';
import { type Key, property, set } from '../../language/key.ts';

const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

/** Keeps the logs in a group of its own, `<Function>Logs`, for so many days. */
const retention: Key = {
  key: 'retention',
  to: ['LogGroup'],
  doc: 'How long logs are kept, in a log group `<Function>Logs` that the file then declares.',
  examples: ['30d'],
  schema: () => days.schema(),
  perEntry: true,
  lower: (spot, draft, cx) => {
    const value = days.read(spot, cx);
    if (value === undefined) return;
    const id = `${cx.entry}Logs`;
    cx.add(id, { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: value } }, spot);
    set(draft, 'LogGroup', stamp({ Ref: id }, spot.at), spot, cx);
  },
  raise: () => undefined,
};

/** Where and how a function logs. */
export const logs = record(
  'the logs of a function',
  [
    property('format', 'LogFormat', choice({ json: 'JSON', text: 'Text' }), 'JSON or plain text.', 'json'),
    property('level', 'ApplicationLogLevel', words(...levels), 'The least level of what the code logs.', 'info'),
    property(
      'system-level',
      'SystemLogLevel',
      words('DEBUG', 'INFO', 'WARN'),
      'The least level of what Lambda logs.',
      'warn',
    ),
    property('group', 'LogGroup', named('logGroup', 'name'), 'The log group.', 'OrderLogs'),
    retention,
  ],
  { synonyms: { 'log-group': 'group', 'retention-in-days': 'retention', 'log-level': 'level' } },
);
