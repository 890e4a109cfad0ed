import type { ResourceSpec } from '../../model/spec.ts';
import { get, intrinsicName, isMap, type Json, type JsonMap } from '../../model/tree.ts';
import { dataOf } from '../words/nouns.ts';

/** Types whose resources hold no data of their own: those of the whole cluster are in its volume. */
const members: ReadonlySet<string> = new Set(['AWS::DocDB::DBInstance', 'AWS::Neptune::DBInstance']);

/**
 * By type: the properties that say that the data are those of another resource, a cluster or the source of a replica.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html
 */
const elsewhere: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::RDS::DBCluster', ['ReplicationSourceIdentifier']],
  ['AWS::RDS::DBInstance', ['DBClusterIdentifier', 'SourceDBClusterIdentifier', 'SourceDBInstanceIdentifier']],
]);

/** What is lost with a resource: `its items`; undefined where it holds no data of its own. */
export const heldData = (type: string, properties: JsonMap, spec: ResourceSpec | undefined): string | undefined => {
  if (members.has(type) || elsewhere.get(type)?.some((name) => isGiven(get(properties, name)))) return undefined;
  return dataOf(type, spec?.change.holdsData ?? false);
};

/** By type: the properties that name a snapshot, with whose data a resource begins. */
const snapshots: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::DocDB::DBCluster', ['SnapshotIdentifier']],
  ['AWS::EC2::Volume', ['SnapshotId']],
  ['AWS::ElastiCache::CacheCluster', ['SnapshotArns', 'SnapshotName']],
  ['AWS::ElastiCache::ReplicationGroup', ['SnapshotArns', 'SnapshotName']],
  ['AWS::MemoryDB::Cluster', ['SnapshotArns', 'SnapshotName']],
  ['AWS::Neptune::DBCluster', ['SnapshotIdentifier']],
  ['AWS::RDS::DBCluster', ['SnapshotIdentifier']],
  ['AWS::RDS::DBInstance', ['DBClusterSnapshotIdentifier', 'DBSnapshotIdentifier']],
  ['AWS::Redshift::Cluster', ['SnapshotIdentifier']],
]);

/** Whether a new resource begins with the data of a snapshot. */
export const isRestored = (type: string, properties: JsonMap): boolean =>
  snapshots.get(type)?.some((name) => isGiven(get(properties, name))) ?? false;

/** Whether a property certainly has a value; what a condition chooses may be absent. */
const isGiven = (value: Json | undefined): boolean =>
  value !== undefined && value !== '' && !(isMap(value) && intrinsicName(value) === 'Fn::If');
