import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { numberOf } from './numbers.ts';

/** Where a type says how long it keeps what it holds. Nothing there means without end, or the default. */
const retentions: Readonly<
  Record<string, { readonly property: string; readonly unit: string; readonly absent: number; readonly what: string }>
> = {
  'AWS::Logs::LogGroup': {
    property: 'RetentionInDays',
    unit: 'days',
    absent: Number.POSITIVE_INFINITY,
    what: 'log events',
  },
  'AWS::Kinesis::Stream': { property: 'RetentionPeriodHours', unit: 'hours', absent: 24, what: 'records' },
  'AWS::SQS::Queue': { property: 'MessageRetentionPeriod', unit: 'seconds', absent: 345_600, what: 'messages' },
  'AWS::Events::Archive': { property: 'RetentionDays', unit: 'days', absent: Number.POSITIVE_INFINITY, what: 'events' },
  'AWS::RDS::DBInstance': { property: 'BackupRetentionPeriod', unit: 'days', absent: 1, what: 'backups' },
  'AWS::RDS::DBCluster': { property: 'BackupRetentionPeriod', unit: 'days', absent: 1, what: 'backups' },
};

export default defineConsequence({
  id: 'retention-shortened',
  level: 'warning',
  title: 'Logs, messages, records or backups are kept for less time',
  description:
    'What is older than the new time is deleted soon after the deployment, and does not come back when the time is set longer again.',
  *find(cx) {
    for (const change of cx.changes(...Object.keys(retentions))) {
      const { property, unit, absent, what } = retentions[change.type]!;
      const difference = change.differences.find(({ path }) => path[0] === property && path.length === 1);
      if (!difference || change.fate === 'replaced') continue;
      const [before, after] = [difference.before, difference.after].map((value) =>
        value === undefined ? absent : numberOf(value),
      );
      if (!(after! < before!)) continue;
      const former = before === Number.POSITIVE_INFINITY ? 'without end' : `for ${before} ${unit}`;
      yield {
        text: `${capital(called(change.type, change.id))} keeps ${what} for ${after} ${unit} instead of ${former}: older ones are deleted.`,
        resource: change.id,
        at: difference.at,
        wasAt: difference.wasAt,
      };
    }
  },
});
