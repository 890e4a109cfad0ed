import { get, getIn, type Json, type JsonMap } from '../../model/tree.ts';
import { mentionsIn } from '../compare/references.ts';
import { heldData } from '../facts/held-data.ts';
import { replicasOf } from '../facts/replicas.ts';
import type { Side } from '../side.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence, type Found } from './consequence.ts';
import type { ChangeContext } from './context.ts';

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
  title: 'A protection of data or of an API is switched off',
  description:
    'A `DeletionPolicy` or `UpdateReplacePolicy` that kept the data, deletion protection, point-in-time recovery, versioning, encryption with a key the block of public access or a replica of a global table is removed. This deployment loses no data, but the next mistake can. So is an API, load balancer or distribution that is no longer behind a web ACL.',
  *find(cx) {
    yield* webAclsGone(cx);
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
      for (const what of replicaLosses(left, right)) {
        const difference = change.differences.find((each) => each.path[0] === 'Replicas');
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

/** What the replicas of a global table lose, in words. */
function* replicaLosses(before: JsonMap, after: JsonMap): Generator<string> {
  const now = replicasOf(after);
  for (const [region, replica] of replicasOf(before)) {
    const other = now.get(region);
    if (!other) yield `loses its replica in ${region}: the table there is deleted`;
    else
      for (const { path, safe, what } of switches)
        if (getIn(replica, ...path) === safe && getIn(other, ...path) !== safe) yield `${what} in ${region}`;
  }
}

/** What stays, but is no longer behind a web ACL. */
function* webAclsGone(cx: ChangeContext): Generator<Found> {
  const protectedBy = (side: Side, idOf: (id: string) => string | undefined) =>
    [...side.resources.values()].flatMap(({ id, type, body }) => {
      const arn = type === 'AWS::WAFv2::WebACLAssociation' ? getIn(body, 'Properties', 'ResourceArn') : undefined;
      return mentionsIn(arn ?? null, undefined).flatMap(({ name }) => [{ association: id, target: idOf(name) }]);
    });
  const now = new Set(protectedBy(cx.after, (id) => id).map(({ target }) => target));
  for (const { association, target } of protectedBy(cx.before, (id) => cx.partner(id))) {
    const type = cx.after.resources.get(target ?? '')?.type;
    const change = cx.change(cx.partner(association) ?? association);
    if (target === undefined || type === undefined || now.has(target) || !change) continue;
    const place = change.after ? { at: change.at } : { at: undefined, wasAt: change.at };
    yield { text: `${capital(called(type, target))} ${noWebAcl}`, kinds: ['widened'], resource: target, ...place };
  }
  for (const change of cx.changes('AWS::CloudFront::Distribution')) {
    const [old, after] = [cx.properties(change.before, cx.before), cx.properties(change.after)];
    const [before, kept] = [old, after].map((properties) => getIn(properties, 'DistributionConfig', 'WebACLId') ?? '');
    if (!change.before || !change.after || before === '' || kept !== '') continue;
    const difference = change.differences.find(({ path }) => path[1] === 'WebACLId');
    yield {
      text: `${capital(called(change.type, change.id))} ${noWebAcl}`,
      kinds: ['widened'],
      resource: change.id,
      at: difference?.at ?? change.at,
      wasAt: difference?.wasAt,
    };
  }
}

const noWebAcl = 'is no longer behind a web ACL: the rules of that no longer filter its requests.';
