import { get, getIn, type Json } from '../../model/tree.ts';
import { heldData } from '../facts/held-data.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

/** Switches that keep data from getting lost, and the value that keeps them. */
const switches: readonly { readonly path: readonly string[]; readonly safe: Json; readonly what: string }[] = [
  { path: ['DeletionProtectionEnabled'], safe: true, what: 'loses its deletion protection' },
  { path: ['DeletionProtection'], safe: true, what: 'loses its deletion protection' },
  { path: ['DeletionProtection'], safe: 'ACTIVE', what: 'loses its deletion protection' },
  {
    path: ['PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'],
    safe: true,
    what: 'loses point-in-time recovery',
  },
  { path: ['VersioningConfiguration', 'Status'], safe: 'Enabled', what: 'no longer keeps earlier versions of objects' },
  { path: ['SSESpecification', 'SSEEnabled'], safe: true, what: 'is no longer encrypted with a KMS key' },
  { path: ['PublicAccessBlockConfiguration', 'BlockPublicPolicy'], safe: true, what: 'can be made public by a policy' },
  { path: ['PublicAccessBlockConfiguration', 'BlockPublicAcls'], safe: true, what: 'can be made public by ACLs' },
  {
    path: ['PublicAccessBlockConfiguration', 'RestrictPublicBuckets'],
    safe: true,
    what: 'no longer blocks public access that its policy grants',
  },
];

/** Properties that name the key that data are encrypted with. */
const keys = ['KmsMasterKeyId', 'KmsKeyId', 'KmsKeyArn', 'StreamEncryption', 'BucketEncryption'] as const;

const keeps: ReadonlySet<Json | undefined> = new Set(['Retain', 'RetainExceptOnCreate', 'Snapshot']);

export default defineConsequence({
  id: 'protection-removed',
  level: 'warning',
  title: 'A protection of data is switched off',
  description:
    'A `DeletionPolicy` or `UpdateReplacePolicy` that kept the data, deletion protection, point-in-time recovery, versioning, encryption with a key or the block of public access is removed. This deployment loses no data, but the next mistake can.',
  *find(cx) {
    for (const change of cx.changes()) {
      const { before, after, type, id } = change;
      if (!before || !after || change.renamed) continue;
      const name = capital(called(type, id));
      for (const { path, before: old, after: now, at, wasAt } of change.attributes) {
        const policy = String(path[0]);
        if (!/^(?:DeletionPolicy|UpdateReplacePolicy)$/.test(policy) || !keeps.has(old) || keeps.has(now)) continue;
        if (heldData(type, cx.properties(before, cx.before), cx.spec(type)) === undefined) continue;
        yield {
          text: `${name} loses its '${policy}: ${String(old)}': it is now deleted when it is ${policy === 'DeletionPolicy' ? 'removed from the template' : 'replaced'}.`,
          resource: id,
          at: at ?? change.at,
          wasAt,
        };
      }
      if (change.differences.length === 0) continue;
      const [left, right] = [cx.properties(before, cx.before), cx.properties(after)];
      for (const { path, safe, what } of switches) {
        if (getIn(left, ...path) !== safe || getIn(right, ...path) === safe) continue;
        const difference = change.differences.find((each) => each.path[0] === path[0]);
        yield { text: `${name} ${what}.`, resource: id, at: difference?.at ?? change.at, wasAt: difference?.wasAt };
      }
      for (const { path, before: old, after: now, at, wasAt } of change.differences) {
        const [property] = path;
        const isKey =
          keys.some((each) => each === property) && path.length === 1 && old !== undefined && now === undefined;
        const isSwitch =
          property === 'SqsManagedSseEnabled' && now === false && get(right, 'KmsMasterKeyId') === undefined;
        if (!isKey && !isSwitch) continue;
        const what = isKey ? `no longer sets its encryption with '${property}'` : 'is no longer encrypted';
        yield { text: `${name} ${what}.`, resource: id, at: at ?? change.at, wasAt };
      }
    }
  },
});
