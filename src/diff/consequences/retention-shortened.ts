import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { numberOf } from './numbers.ts';

/** Where a type says how long it keeps its contents, and what holds where it does not. */
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
  title: 'Logs, messages, records or backups are kept for a shorter time',
  description:
    'Data older than the new period is deleted soon after the deployment, and does not come back when the period is extended again.',
  *find(cx) {
    for (const change of cx.changes(...Object.keys(retentions))) {
      const { property, unit, absent, what } = retentions[change.type]!;
      const difference = change.differences.find(({ path }) => path[0] === property && path.length === 1);
      if (!difference || change.fate === 'replaced') continue;
      const [before, after] = [difference.before, difference.after].map((value) =>
        value === undefined ? absent : numberOf(value),
      );
      if (!(after! < before!)) continue;
      const former = before === Number.POSITIVE_INFINITY ? 'indefinitely' : `${before} ${unit}`;
      yield {
        text: `${capital(called(change.type, change.id))} keeps ${what} for ${after} ${unit} instead of ${former}: older ones are deleted.`,
        resource: change.id,
        at: difference.at,
        wasAt: difference.wasAt,
      };
    }
  },
});
