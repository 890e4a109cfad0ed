import { isFalse, isTrue, scalarText } from '../../lint/facts/texts/scalar.ts';
import { isNoValue } from '../../model/intrinsics.ts';
import { get, intrinsicName, isMap, type Json, type JsonMap, type Step } from '../../model/tree.ts';

/** What a change of a property does to its resource. */
export type Effect = 'replaces' | 'mayReplace' | 'none';

/** One change in the properties of a resource; a reference to what is replaced is one, too. */
export interface Edit {
  readonly path: readonly Step[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** The resource that is edited. */
export interface Edited {
  readonly before: JsonMap;
  readonly after: JsonMap;
  readonly updatePolicy: Json | undefined;
}

/** What an edit does; undefined where it does what the specification says of the property. */
type Case = (edit: Edit, resource: Edited) => Effect | undefined;

const inPlace: Case = () => 'none';

/** Whether a value is there: `undefined` where only the deployment knows. */
const isGiven = (value: Json | undefined): boolean | undefined => {
  if (value === undefined || value === '' || isNoValue(value)) return false;
  return isMap(value) && intrinsicName(value) === 'Fn::If' ? undefined : true;
};

const inPlaceWhereRemoved: Case = ({ after }) => (isGiven(after) === false ? 'none' : undefined);

const inPlaceWhereAdded: Case = ({ before }) => (isGiven(before) === false ? 'none' : undefined);

/** By the value before: those that an engine becomes in place. */
const conversions =
  (allowed: Readonly<Record<string, readonly string[]>>): Case =>
  ({ before, after }) => {
    const [from, to] = [before, after].map((value) => scalarText(value)?.toLowerCase() ?? '');
    return Object.hasOwn(allowed, from!) && allowed[from!]!.includes(to!) ? 'none' : undefined;
  };

/**
 * A snapshot is restored to a new instance. Where the property is removed, the documentation says that the instance is
 * replaced, and the handler of the type keeps it.
 */
const restoring: Case = ({ after }) => (isGiven(after) ? 'replaces' : undefined);

/** A switch of `UpdatePolicy`: where it is on, the property changes in place, and otherwise the resource is replaced. */
const byUpdatePolicy =
  (name: string, onItsOwn: Effect): Case =>
  ({ path, before, after }, { updatePolicy }) => {
    const policy = get(updatePolicy, name);
    if (isTrue(policy)) return path.length <= 2 ? 'none' : 'mayReplace';
    if (policy !== undefined && !isFalse(policy)) return undefined;
    return isGiven(before) && isGiven(after) ? 'replaces' : onItsOwn;
  };

/** The service takes the first options in place, and cannot change them; whether it turns encryption on, depends on the version. */
const encryptionAtRest: Case = ({ path, before, after }, resource) => {
  const [property] = path;
  if (isGiven(get(resource.before, String(property))) === false) return 'none';
  const turnsOn = path[1] === 'Enabled' && isFalse(before) && isTrue(after);
  return turnsOn || !isGiven(get(resource.after, String(property))) ? 'mayReplace' : 'replaces';
};

/** A new version of a document is made in place only where `UpdateMethod` says so; else, the document is replaced. */
const newDocumentVersion: Case = (_, { after }) => {
  const method = get(after, 'UpdateMethod');
  if (method === 'NewVersion') return 'none';
  return isGiven(method) === false || method === 'Replace' ? 'replaces' : undefined;
};

const newRequirements: Case = (edit, resource) =>
  newDocumentVersion(edit, resource) === 'replaces' ? 'replaces' : undefined;

/** The key of an item cannot get another type. */
const attributeType: Case = ({ path, before, after }) =>
  path[2] === 'AttributeType' && before !== undefined && after !== undefined ? 'replaces' : undefined;

const table = { AttributeDefinitions: attributeType };

/**
 * Where the specification says that a change may replace a resource, or nothing, and the documentation of the property
 * or the handler of the type knows more: by type and property.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
 * @see https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds (ImmutabilityHelper)
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 */
const cases: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  'AWS::Cassandra::Table': { RegularColumns: inPlaceWhereAdded },
  'AWS::CodeCommit::Repository': { Triggers: inPlace },
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::ElastiCache::ReplicationGroup': {
    AuthToken: ({ before, after }) =>
      isGiven(before) === false ? 'replaces' : isGiven(before) && isGiven(after) ? 'none' : undefined,
    NodeGroupConfiguration: byUpdatePolicy('UseOnlineResharding', 'replaces'),
    NumNodeGroups: byUpdatePolicy('UseOnlineResharding', 'mayReplace'),
  },
  'AWS::Elasticsearch::Domain': { ElasticsearchVersion: byUpdatePolicy('EnableVersionUpgrade', 'mayReplace') },
  'AWS::OpenSearchService::Domain': {
    EncryptionAtRestOptions: encryptionAtRest,
    EngineVersion: byUpdatePolicy('EnableVersionUpgrade', 'mayReplace'),
  },
  'AWS::RDS::DBCluster': {
    Engine: conversions({ aurora: ['aurora-mysql'] }),
    GlobalClusterIdentifier: inPlaceWhereRemoved,
  },
  'AWS::RDS::DBInstance': {
    AutoMinorVersionUpgrade: inPlace,
    AvailabilityZone: ({ after }, resource) =>
      isGiven(after) === false && isTrue(get(resource.after, 'MultiAZ')) ? 'none' : undefined,
    BackupRetentionPeriod: inPlace,
    DBClusterSnapshotIdentifier: inPlaceWhereRemoved,
    DBParameterGroupName: inPlace,
    DBSnapshotIdentifier: restoring,
    Engine: conversions({
      aurora: ['aurora-mysql'],
      'oracle-ee': ['oracle-ee-cdb'],
      'oracle-se': ['oracle-se2'],
      'oracle-se1': ['oracle-se2'],
      'oracle-se2': ['oracle-se2-cdb'],
    }),
    MultiAZ: inPlace,
    PerformanceInsightsKMSKeyId: inPlaceWhereAdded,
    PreferredMaintenanceWindow: inPlace,
    RestoreTime: inPlaceWhereRemoved,
    SourceDBClusterIdentifier: inPlaceWhereRemoved,
    SourceDBInstanceAutomatedBackupsArn: inPlaceWhereRemoved,
    SourceDBInstanceIdentifier: inPlaceWhereRemoved,
    SourceDbiResourceId: inPlaceWhereRemoved,
    StorageType: inPlace,
    UseLatestRestorableTime: ({ after }) => (isGiven(after) === false || isFalse(after) ? 'none' : undefined),
  },
  'AWS::SSM::Document': {
    Attachments: newDocumentVersion,
    Content: newDocumentVersion,
    DocumentFormat: newDocumentVersion,
    Requires: newRequirements,
    TargetType: newDocumentVersion,
    VersionName: newDocumentVersion,
  },
};

/** What is known of an edit beyond the specification; undefined where that holds. */
export const knownEffect = (type: string, edit: Edit, resource: Edited): Effect | undefined =>
  Object.hasOwn(cases, type) && edit.path[0] !== undefined && Object.hasOwn(cases[type]!, edit.path[0])
    ? cases[type]![edit.path[0]]!(edit, resource)
    : undefined;
