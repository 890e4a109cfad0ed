import { defineRule } from '../../model/rule.ts';
import { scenariosOf } from '../facts/combinations/presence.ts';
import { ownWay } from '../facts/templates/ways.ts';

const capacity = 'ServerlessV2ScalingConfiguration';

/** What a cluster may have its capacity from. */
const sources = [
  'GlobalClusterIdentifier',
  'SnapshotIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbClusterResourceId',
];

export const rdsServerlessCluster = defineRule({
  id: 'rds-serverless-cluster',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Serverless instance in a cluster without capacity',
  description:
    'An instance of the class `db.serverless` takes its capacity from the `ServerlessV2ScalingConfiguration` of its cluster. Without it RDS refuses the instance: "Set the Serverless v2 scaling configuration on the parent DB cluster".',
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.create.html',
  messages: {
    missing: `The class db.serverless needs '${capacity}: {MinCapacity: …, MaxCapacity: …}' in the cluster '{cluster}'.`,
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
  Properties: {Engine: aurora-postgresql, DBClusterIdentifier: !Ref Orders, DBInstanceClass: ‹db.serverless›}
`,
    passes: `
Orders:
  Type: AWS::RDS::DBCluster
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties:
    Engine: aurora-postgresql
    MasterUsername: orders
    ManageMasterUserPassword: true
    ServerlessV2ScalingConfiguration: {MinCapacity: 0.5, MaxCapacity: 4}
Writer:
  Type: AWS::RDS::DBInstance
  Properties: {Engine: aurora-postgresql, DBClusterIdentifier: !Ref Orders, DBInstanceClass: db.serverless}
`,
  },
  on: ['AWS::RDS::DBInstance'],
  reads: ['DBClusterIdentifier'],
  check(instance, cx) {
    if (instance.lacks('DBClusterIdentifier')) return;
    const cluster = cx.target(instance.get('DBClusterIdentifier'));
    if (cluster?.type !== 'AWS::RDS::DBCluster') return;
    const around = [...ownWay(instance.body), ...ownWay(cluster.body)];
    for (const { present, way } of scenariosOf(instance.properties, ['DBInstanceClass'], around, cx)) {
      if (cx.resolve(present.get('DBInstanceClass')) !== 'db.serverless') continue;
      const lacking = scenariosOf(cluster.properties, [capacity, ...sources], way, cx).some(
        (of) => of.present.size === 0,
      );
      if (!lacking) continue;
      return cx.report('missing', instance.place('DBInstanceClass'), {
        data: { cluster: cluster.id },
        related: [cluster.at],
      });
    }
  },
});
