import { isTrue, scalarText } from '../../lint/facts/texts/scalar.ts';
import { get, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { numberOf } from '../meaning/numbers.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'database-update-refused',
  level: 'error',
  kinds: ['refused'],
  title: 'Amazon RDS refuses the new version or the new size of a database',
  description:
    'RDS does not go back to an earlier engine version, does not make the storage of a database instance smaller, and moves an instance of PostgreSQL, MySQL or MariaDB to another major version only with `AllowMajorVersionUpgrade: true`. The update is rolled back.',
  *find(cx) {
    for (const change of cx.changes('AWS::RDS::DBInstance', 'AWS::RDS::DBCluster')) {
      if (change.fate === 'replaced' || !change.before || !change.after) continue;
      const [old, now] = [cx.properties(change.before, cx.before), cx.properties(change.after)];
      for (const { property, why, cure } of refusals(old, now, change.type)) {
        const difference = change.differences.find(({ path }) => path[0] === property);
        if (!difference?.certain) continue;
        yield {
          text: `${capital(called(change.type, change.id))} ${why}: the update fails.`,
          cure,
          resource: change.id,
          at: difference.at ?? change.at,
          wasAt: difference.wasAt,
        };
      }
    }
  },
});

interface Refusal {
  readonly property: string;
  readonly why: string;
  readonly cure: string;
}

const refusals = (old: JsonMap, now: JsonMap, type: string): Refusal[] => {
  const found: Refusal[] = [];
  const [from, to] = [get(old, 'EngineVersion'), get(now, 'EngineVersion')];
  const [before, after] = [versionOf(from), versionOf(to)];
  if (before && after && isSame(old, now, 'Engine')) {
    const [property, fromTo] = ['EngineVersion', `from version ${from} to ${to}`];
    if (isLower(after, before)) {
      const cure = `Keep '${from}'; to go back, restore a snapshot of the earlier version.`;
      found.push({ property, why: `goes back ${fromTo}, which RDS does not do`, cure });
    } else if (isMajor(before, after, now, type)) {
      const cure = "Add 'AllowMajorVersionUpgrade: true' for this deployment.";
      found.push({ property, why: `moves ${fromTo} without 'AllowMajorVersionUpgrade'`, cure });
    }
  }
  const [size, smaller] = [get(old, 'AllocatedStorage'), get(now, 'AllocatedStorage')].map(numberOf);
  if (type === 'AWS::RDS::DBInstance' && smaller! < size!) {
    const cure = `Keep ${size} GiB; for less, create another instance and copy the data.`;
    found.push({
      property: 'AllocatedStorage',
      why: `has ${smaller} GiB of storage instead of ${size}, and RDS cannot make it smaller`,
      cure,
    });
  }
  return found;
};

const isSame = (old: JsonMap, now: JsonMap, property: string): boolean =>
  isString(get(old, property)) && get(old, property) === get(now, property);

/** The numbers of a version that is written out, those in `8.0.mysql_aurora.3.04.0` too. */
const versionOf = (value: Json | undefined): readonly number[] | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return isString(text) && /^\d[\w.-]{0,60}$/.test(text) ? text.match(/\d+/g)!.map(Number) : undefined;
};

const isLower = (version: readonly number[], than: readonly number[]): boolean => {
  for (let at = 0; at < Math.min(version.length, than.length); at++) {
    if (version[at] !== than[at]) return version[at]! < than[at]!;
  }
  return false;
};

/** How many numbers of a version are the major one. */
const majorNumbers: ReadonlyMap<string, number> = new Map([
  ['postgres', 1],
  ['mysql', 2],
  ['mariadb', 2],
]);

const isMajor = (before: readonly number[], after: readonly number[], now: JsonMap, type: string): boolean => {
  const count = majorNumbers.get(scalarText(get(now, 'Engine')) ?? '');
  const allowed = get(now, 'AllowMajorVersionUpgrade');
  if (type !== 'AWS::RDS::DBInstance' || count === undefined || get(now, 'DBClusterIdentifier') !== undefined) {
    return false;
  }
  if (allowed !== undefined && (isTrue(allowed) || typeof allowed === 'object')) return false;
  return isLower(before.slice(0, count), after.slice(0, count));
};
