import { describe, expect, it } from 'vitest';
import { changeOf, fatesOf } from '../sides.ts';
import { said, saidBy } from './said.ts';

const one = (type: string, properties: string, attributes = '') => `Resources:
  Thing:
    Type: ${type}
${attributes}    Properties:
      ${properties}
`;

const curesOf = (before: string, after: string): (string | undefined)[] =>
  changeOf(before, after).consequences.map(({ cure }) => cure);

describe('a database instance', () => {
  const instance = (properties: string) => one('AWS::RDS::DBInstance', `{DBInstanceClass: db.t4g.medium${properties}}`);
  it.each([
    ['PreferredMaintenanceWindow: "sun:04:00-sun:05:00"', 'PreferredMaintenanceWindow: "mon:04:00-mon:05:00"'],
    ['MultiAZ: false', 'MultiAZ: true'],
    ['AutoMinorVersionUpgrade: false', 'AutoMinorVersionUpgrade: true'],
    ['DBParameterGroupName: a', 'DBParameterGroupName: b'],
    ['StorageType: gp2', 'StorageType: gp3'],
    ['Engine: oracle-ee', 'Engine: oracle-ee-cdb'],
    ['Engine: aurora', 'Engine: aurora-mysql'],
    ['Engine: mysql, SourceDBInstanceIdentifier: orders', 'Engine: mysql'],
    ['Engine: mysql', 'Engine: mysql, PerformanceInsightsKMSKeyId: a'],
    ['MultiAZ: false, AvailabilityZone: eu-central-1a', 'MultiAZ: true'],
  ])('is changed in place: %s → %s', (before, after) => {
    expect(fatesOf(instance(`, ${before}`), instance(`, ${after}`))).toEqual({ Thing: 'changed' });
    expect(saidBy('data-lost', instance(`, ${before}`), instance(`, ${after}`))).toEqual([]);
  });

  it.each([
    ['Engine: mysql', 'Engine: postgres', 'replaced?'],
    ['AvailabilityZone: eu-central-1a', 'AvailabilityZone: eu-central-1b', 'replaced?'],
    ['PerformanceInsightsKMSKeyId: a', 'PerformanceInsightsKMSKeyId: b', 'replaced?'],
    ['SourceDBInstanceIdentifier: a', 'SourceDBInstanceIdentifier: b', 'replaced?'],
    ['Engine: mysql, DBSnapshotIdentifier: a', 'Engine: mysql', 'replaced?'],
    ['DBSnapshotIdentifier: a', 'DBSnapshotIdentifier: b', 'replaced'],
  ])('is replaced: %s → %s', (before, after, fate) => {
    expect(fatesOf(instance(`, ${before}`), instance(`, ${after}`))).toEqual({ Thing: fate });
  });

  it('is lost where another snapshot is restored', () => {
    const from = (snapshot: string) =>
      one(
        'AWS::RDS::DBInstance',
        `{Engine: mysql, DBSnapshotIdentifier: ${snapshot}}`,
        '    UpdateReplacePolicy: Delete\n',
      );
    expect(saidBy('data-lost', from('a'), from('b'))).toEqual([
      "error data-lost new.yaml:6 The database instance 'Thing' is replaced by one restored from a snapshot because 'DBSnapshotIdentifier' changes: its data are lost.",
    ]);
    const kept = (snapshot: string) => from(snapshot).replace('Policy: Delete', 'Policy: Retain');
    expect(saidBy('data-left-behind', kept('a'), kept('b'))).toEqual([
      "warning data-left-behind new.yaml:6 The database instance 'Thing' is replaced because 'DBSnapshotIdentifier' changes. The new one is restored from a snapshot; the old one stays outside of the stack with its data.",
    ]);
  });
});

describe('a database cluster', () => {
  it('leaves a global cluster in place', () => {
    const cluster = (more: string) => one('AWS::RDS::DBCluster', `{Engine: aurora-mysql${more}}`);
    expect(fatesOf(cluster(', GlobalClusterIdentifier: a'), cluster(''))).toEqual({ Thing: 'changed' });
    expect(fatesOf(cluster(''), cluster(', GlobalClusterIdentifier: a'))).toEqual({ Thing: 'replaced?' });
  });
});

describe('an update policy', () => {
  const policy = (name: string, value: unknown) => `    UpdatePolicy: {${name}: ${value}}\n`;
  const cache = (groups: number, attributes = '') =>
    one('AWS::ElastiCache::ReplicationGroup', `{ReplicationGroupDescription: a, NumNodeGroups: ${groups}}`, attributes);
  it('changes the shards of a cache in place', () => {
    const online = policy('UseOnlineResharding', true);
    expect(fatesOf(cache(2, online), cache(3, online))).toEqual({ Thing: 'changed' });
    expect(said(cache(2, online), cache(3, online))).toEqual([]);
    for (const attributes of ['', policy('UseOnlineResharding', false)]) {
      expect(saidBy('data-lost', cache(2, attributes), cache(3, attributes))).toEqual([
        `error data-lost new.yaml:${attributes === '' ? 5 : 6} The cache 'Thing' is replaced by an empty one because 'NumNodeGroups' changes: its entries are lost.`,
      ]);
    }
  });

  it('is perhaps not on', () => {
    const unknown = (groups: number) =>
      `Parameters: {P: {Type: String}}\n${cache(groups, policy('UseOnlineResharding', '!Ref P'))}`;
    expect(fatesOf(unknown(2), unknown(3))).toEqual({ Thing: 'replaced?' });
  });

  it('changes shards in place, but not what is within one', () => {
    const shard = (zone: string) => `{NodeGroupId: '0001', PrimaryAvailabilityZone: ${zone}}`;
    const group = (...shards: string[]) =>
      one(
        'AWS::ElastiCache::ReplicationGroup',
        `{ReplicationGroupDescription: a, NodeGroupConfiguration: [${shards}]}`,
        policy('UseOnlineResharding', true),
      );
    const second = "{NodeGroupId: '0002', PrimaryAvailabilityZone: eu-central-1b}";
    expect(fatesOf(group(shard('eu-central-1a')), group(shard('eu-central-1a'), second))).toEqual({ Thing: 'changed' });
    expect(fatesOf(group(shard('eu-central-1a')), group(shard('eu-central-1c')))).toEqual({ Thing: 'replaced?' });
  });

  it.each([
    ['AWS::OpenSearchService::Domain', 'EngineVersion', 'OpenSearch_2.11', 'OpenSearch_2.13'],
    ['AWS::Elasticsearch::Domain', 'ElasticsearchVersion', "'7.9'", "'7.10'"],
  ])('upgrades a domain in place: %s', (type, property, from, to) => {
    const domain = (version: string, attributes = '') => one(type, `${property}: ${version}`, attributes);
    const upgrade = policy('EnableVersionUpgrade', true);
    expect(fatesOf(domain(from, upgrade), domain(to, upgrade))).toEqual({ Thing: 'changed' });
    expect(saidBy('data-lost', domain(from), domain(to))).toEqual([
      `error data-lost new.yaml:5 The search domain 'Thing' is replaced by an empty one because '${property}' changes: its indexes are lost.`,
    ]);
  });
});

describe('the encryption of a search domain', () => {
  const domain = (options: string) => one('AWS::OpenSearchService::Domain', `{IPAddressType: ipv4${options}}`);
  const encryption = (options: string) => domain(`, EncryptionAtRestOptions: {${options}}`);
  it('replaces it where it changes', () => {
    expect(saidBy('data-lost', encryption('Enabled: true'), encryption('Enabled: false'))).toEqual([
      "error data-lost new.yaml:5 The search domain 'Thing' is replaced by an empty one because 'EncryptionAtRestOptions' changes: its indexes are lost.",
    ]);
    const withKey = (key: string) => encryption(`Enabled: true, KmsKeyId: ${key}`);
    expect(fatesOf(withKey('a'), withKey('b'))).toEqual({ Thing: 'replaced' });
  });

  it('perhaps replaces it where it is turned on or removed, and never where it is first set', () => {
    expect(fatesOf(encryption('Enabled: false'), encryption('Enabled: true'))).toEqual({ Thing: 'replaced?' });
    expect(fatesOf(encryption('Enabled: true'), domain(''))).toEqual({ Thing: 'replaced?' });
    expect(fatesOf(domain(''), encryption('Enabled: true'))).toEqual({ Thing: 'changed' });
  });
});

describe('a document of Systems Manager', () => {
  const document = (step: string, more = '') =>
    one(
      'AWS::SSM::Document',
      `{Name: restart, DocumentType: Command${more}, Content: {schemaVersion: '2.2', mainSteps: [{action: ${step}}]}}`,
    );
  it('gets a new version in place where its method says so', () => {
    const method = ', UpdateMethod: NewVersion';
    expect(fatesOf(document('a', method), document('b', method))).toEqual({ Thing: 'changed' });
    expect(said(document('a', method), document('b', method))).toEqual([]);
  });

  it('is replaced by default', () => {
    for (const method of ['', ', UpdateMethod: Replace']) {
      expect(saidBy('replacement-refused', document('a', method), document('b', method))).toEqual([
        "error replacement-refused new.yaml:5 The document 'Thing' must be replaced because 'Content' changes, but its name stays 'restart': CloudFormation refuses to replace a resource with a fixed name.",
      ]);
    }
  });
});

describe('a name that is unique although the service identifies the resource otherwise', () => {
  it.each([
    ['AWS::CloudFormation::StackSet', 'stack set', 'StackSetName: n', 'PermissionModel', 'StackSetName', ''],
    ['AWS::AmazonMQ::Broker', 'broker', 'BrokerName: n', 'DeploymentMode', 'BrokerName', ''],
    ['AWS::OpenSearchServerless::Collection', 'search collection', 'Name: n', 'Type', 'Name', ''],
    ['AWS::ECS::Service', 'container service', 'ServiceName: n', 'LaunchType', 'ServiceName', ', or leave it out'],
    ['AWS::EKS::Nodegroup', 'node group', 'NodegroupName: n', 'AmiType', 'NodegroupName', ', or leave it out'],
    ['AWS::VpcLattice::TargetGroup', 'AWS::VpcLattice::TargetGroup', 'Name: n', 'Type', 'Name', ', or leave it out'],
  ])('keeps CloudFormation from replacing it: %s', (type, noun, name, property, own, leave) => {
    const [before, after] = ['A', 'B'].map((value) => one(type, `{${name}, ${property}: ${value}}`)) as [
      string,
      string,
    ];
    expect(saidBy('replacement-refused', before, after)).toEqual([
      `error replacement-refused new.yaml:5 The ${noun} 'Thing' must be replaced because '${property}' changes, but its name stays 'n': CloudFormation refuses to replace a resource with a fixed name.`,
    ]);
    expect(curesOf(before, after)).toEqual([`Change '${own}' as well${leave}.`]);
    expect(saidBy('replacement-refused', before, after.replace(name, name.replace(': n', ': m')))).toEqual([]);
  });

  it('is within the cluster of a service', () => {
    const service = (cluster: string) => one('AWS::ECS::Service', `{ServiceName: n, Cluster: ${cluster}}`);
    expect(saidBy('replacement-refused', service('a'), service('b'))).toEqual([]);
    expect(fatesOf(service('a'), service('b'))).toEqual({ Thing: 'replaced' });
  });
});

describe('what is named by several properties', () => {
  it('is to get another name of its own', () => {
    const table = (key: string) =>
      one(
        'AWS::Cassandra::Table',
        `{KeyspaceName: k, TableName: t, PartitionKeyColumns: [{ColumnName: ${key}, ColumnType: text}]}`,
      );
    expect(saidBy('replacement-refused', table('a'), table('b'))).toEqual([
      "error replacement-refused new.yaml:5 The table 'Thing' must be replaced because 'PartitionKeyColumns' changes, but its name stays 'k t': CloudFormation refuses to replace a resource with a fixed name.",
    ]);
    expect(curesOf(table('a'), table('b'))).toEqual(["Change 'TableName' as well, or leave it out."]);
  });

  it('connects two others where none of them is its name', () => {
    const attachment = (device: string, id = 'Thing') =>
      one('AWS::EC2::VolumeAttachment', `{VolumeId: vol-1, InstanceId: i-1, Device: ${device}}`).replace('Thing', id);
    expect(saidBy('replacement-refused', attachment('/dev/sdf'), attachment('/dev/sdg'))).toEqual([
      "error replacement-refused new.yaml:5 The volume attachment 'Thing' must be replaced because 'Device' changes, but it still has the same 'VolumeId' and 'InstanceId': the update fails because there can be only one such resource.",
    ]);
    expect(curesOf(attachment('/dev/sdf'), attachment('/dev/sdg'))).toEqual([
      'Remove the resource in one deployment, and add the new one in the next.',
    ]);
    expect(said(attachment('/dev/sdf'), attachment('/dev/sdf', 'Other'))).toEqual([
      "error replacement-refused new.yaml:2 The volume attachment 'Other' has the same 'VolumeId' and 'InstanceId' as 'Thing', which is still there at that moment: the update fails because there can be only one such resource.",
    ]);
  });
});
