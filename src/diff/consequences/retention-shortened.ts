import { counted } from '../../model/counted.ts';
import { isNoValue } from '../../model/intrinsics.ts';
import { greatestOf, leastOf } from '../../model/lists.ts';
import type { Json } from '../../model/tree.ts';
import { expirationsIn } from '../facts/expirations.ts';
import { numberOf } from '../meaning/numbers.ts';
import { choiceOf } from '../meaning/policy.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

/** Where a type says how long it keeps its contents, and what holds where it does not. */
const retentions: Readonly<
  Record<string, { readonly property: string; readonly unit: string; readonly absent: number; readonly what: string }>
> = {
  'AWS::Logs::LogGroup': {
    property: 'RetentionInDays',
    unit: 'day',
    absent: Number.POSITIVE_INFINITY,
    what: 'log events',
  },
  'AWS::Kinesis::Stream': { property: 'RetentionPeriodHours', unit: 'hour', absent: 24, what: 'records' },
  'AWS::SQS::Queue': { property: 'MessageRetentionPeriod', unit: 'second', absent: 345_600, what: 'messages' },
  'AWS::Events::Archive': { property: 'RetentionDays', unit: 'day', absent: Number.POSITIVE_INFINITY, what: 'events' },
  'AWS::RDS::DBInstance': { property: 'BackupRetentionPeriod', unit: 'day', absent: 1, what: 'backups' },
  'AWS::RDS::DBCluster': { property: 'BackupRetentionPeriod', unit: 'day', absent: 1, what: 'backups' },
};

export default defineConsequence({
  id: 'retention-shortened',
  level: 'warning',
  kinds: ['lost'],
  title: 'Logs, messages, records, objects or backups are kept for a shorter time',
  description:
    'Data older than the new period is deleted soon after the deployment, and does not come back when the period is extended again.',
  *find(cx) {
    for (const change of cx.changes(...Object.keys(retentions))) {
      const { property, unit, absent, what } = retentions[change.type]!;
      const difference = change.differences.find(({ path }) => path[0] === property && path.length === 1);
      if (!difference || change.fate === 'replaced') continue;
      const [before, after] = [difference.before, difference.after].map((value) => numbersOf(value, absent));
      const [longest, shortest] = [greatestOf(before!), leastOf(after!)];
      if (!(shortest < longest)) continue;
      const perhaps = before!.length > 1 || after!.length > 1 ? 'perhaps ' : '';
      const former = longest === Number.POSITIVE_INFINITY ? 'indefinitely' : counted(longest, unit);
      const whose = `${capital(called(change.type, change.id))} ${perhaps}`;
      yield {
        text:
          shortest === 0
            ? `${whose}keeps no ${what} instead of those of ${former}: all are deleted.`
            : `${whose}keeps ${what} for ${counted(shortest, unit)} instead of ${former}: older ones are deleted.`,
        resource: change.id,
        at: difference.at,
        wasAt: difference.wasAt,
      };
    }
    for (const change of cx.changes('AWS::S3::Bucket')) {
      if (!change.before || !change.after || change.fate === 'replaced') continue;
      const old = expirationsIn(cx.properties(change.before, cx.before));
      for (const { scope, days, at } of expirationsIn(cx.properties(change.after)).values()) {
        const former = old.get(scope)?.days;
        if (former !== undefined && former <= days) continue;
        yield {
          text: `${capital(called(change.type, change.id))} deletes objects after ${counted(days, 'day')}${former === undefined ? ' by a new lifecycle rule' : ` instead of ${former}`}: older ones are deleted.`,
          resource: change.id,
          at: at ?? change.at,
        };
      }
    }
  },
});

/** The number that a value is, or those that a condition chooses between. */
const numbersOf = (value: Json | undefined, absent: number): number[] => {
  if (value === undefined || isNoValue(value)) return [absent];
  return choiceOf(value)?.branches.flatMap((branch) => numbersOf(branch, absent)) ?? [numberOf(value)];
};
