import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { scenariosOf } from '../facts/combinations/presence.ts';
import { ownWay } from '../facts/templates/ways.ts';
import { scalarText } from '../facts/texts/scalar.ts';

/** What an instance and its cluster have alike. */
const shared = ['Engine', 'StorageEncrypted'];

/** What the volume and the settings of an Aurora cluster decide for all of its instances. */
const ofClusters = ['AllocatedStorage', 'CopyTagsToSnapshot', 'DeletionProtection', 'EnableIAMDatabaseAuthentication'];

export const rdsClusterMember = defineRule({
  id: 'rds-cluster-member',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Instance that does not fit its database cluster',
  description:
    'An instance of a database cluster has the engine of the cluster, and its storage is encrypted where that of the cluster is: RDS refuses others. The storage, snapshots, deletion protection and IAM authentication of an Aurora cluster are settings of the cluster; on an instance they have no effect, which is a warning.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html; https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  macros: 'silent',
  messages: {
    differs: "'{property}' is {found}, but that of the cluster '{cluster}' is {wanted}; both must be the same.",
    idle: "'{property}' has no effect on an instance of Aurora; set it on the cluster.",
    storage: "'{property}' has no effect on an instance of Aurora: its volume grows by itself; remove it.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::RDS::DBCluster
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties: {Engine: aurora-postgresql, MasterUsername: orders, ManageMasterUserPassword: true}
Writer:
  Type: AWS::RDS::DBInstance
  Properties: {Engine: ‹aurora-mysql›, DBClusterIdentifier: !Ref Orders, DBInstanceClass: db.r7g.large}
`,
    passes: `
Orders:
  Type: AWS::RDS::DBCluster
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties: {Engine: aurora-postgresql, MasterUsername: orders, ManageMasterUserPassword: true}
Writer:
  Type: AWS::RDS::DBInstance
  Properties: {Engine: aurora-postgresql, DBClusterIdentifier: !Ref Orders, DBInstanceClass: db.r7g.large}
`,
  },
  on: ['AWS::RDS::DBInstance'],
  reads: ['DBClusterIdentifier', ...shared],
  check(instance, cx) {
    checkIdle(instance, cx);
    if (instance.lacks('DBClusterIdentifier')) return;
    const cluster = cx.target(instance.get('DBClusterIdentifier'));
    if (cluster?.type !== 'AWS::RDS::DBCluster') return;
    for (const property of shared) checkShared(property, instance, cluster, cx);
  },
});

const checkShared = (property: string, instance: ResourceNode, cluster: ResourceNode, cx: RuleContext): void => {
  if (instance.lacks(property) || cluster.lacks(property)) return;
  const around = [...ownWay(instance.body), ...ownWay(cluster.body)];
  for (const { present, way } of scenariosOf(instance.properties, [property], around, cx)) {
    const found = scalarText(cx.resolve(present.get(property)))?.toLowerCase();
    if (found === undefined) continue;
    for (const of of scenariosOf(cluster.properties, [property], way, cx)) {
      const wanted = scalarText(cx.resolve(of.present.get(property)))?.toLowerCase();
      if (wanted === undefined || wanted === found) continue;
      const data = { property, found, wanted, cluster: cluster.id };
      return cx.report('differs', instance.place(property), { data, related: [cluster.place(property)] });
    }
  }
};

const checkIdle = (instance: ResourceNode, cx: RuleContext): void => {
  const engines = instance.strings('Engine');
  if (engines.length === 0 || !engines.every(({ value }) => value.toLowerCase().startsWith('aurora'))) return;
  for (const property of ofClusters) {
    if (instance.lacks(property)) continue;
    const messageId = property === 'AllocatedStorage' ? 'storage' : 'idle';
    cx.report(messageId, instance.keyPlace(property), { data: { property }, level: 'warning' });
  }
};
