import { rdsInstance } from '../../../src/lint/rules/rds-instance.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const database = (properties: string, type = 'AWS::RDS::DBInstance') => `Parameters:
  Size: {Type: Number}
  Small: {Type: Number, Default: 5}
Conditions: {Big: !Equals [!Ref Size, 100]}
Resources:
  Orders: {Type: ${type}, Properties: {${properties}}}
`;
const cluster = (properties: string) => database(properties, 'AWS::RDS::DBCluster');

tester.run(rdsInstance, {
  valid: [
    database('Engine: postgres, AllocatedStorage: 20, MasterUsername: postgres'),
    database('Engine: mysql, MasterUsername: admin'),
    database('Engine: postgres, MasterUsername: !Ref User'),
    database('Engine: postgres, MasterUsername: !ImportValue user'),
    database('Engine: postgres, MasterUsername: admin, DBSnapshotIdentifier: a'),
    database('Engine: !If [Big, postgres, mysql], MasterUsername: !If [Big, orders, admin]'),
    cluster('Engine: aurora-mysql, MasterUsername: admin'),
    cluster('Engine: aurora-postgresql, MasterUsername: admin, SnapshotIdentifier: a'),
    database('Engine: postgres, AllocatedStorage: !Ref Size'),
    database('Engine: mysql, AllocatedStorage: 5, StorageType: standard'),
    database('Engine: mysql, AllocatedStorage: 5, StorageType: !Ref Kind'),
    database('Engine: mysql, AllocatedStorage: 5, SourceDBInstanceIdentifier: a'),
    database('Engine: mysql, AllocatedStorage: !If [Big, 100, 5], StorageType: !If [Big, gp3, standard]'),
    database('Engine: aurora-mysql, AllocatedStorage: 1, DBClusterIdentifier: a'),
  ],
  invalid: [
    marked(database('Engine: postgres, MasterUsername: ‹admin›'), {
      messageId: 'reserved',
      data: { name: 'admin', engine: 'postgres' },
    }),
    marked(cluster('Engine: aurora-postgresql, MasterUsername: ‹admin›'), 'reserved'),
    marked(cluster('Engine: aurora-mysql, MasterUsername: ‹rdsadmin›'), 'reserved'),
    marked(database('Engine: !If [Big, postgres, mysql], MasterUsername: ‹admin›'), 'reserved'),
    marked(database("Engine: MySQL, AllocatedStorage: ‹'5'›"), {
      messageId: 'smallByDefault',
      level: 'warning',
      data: { least: 20, found: 5 },
    }),
    marked(database('Engine: mysql, AllocatedStorage: ‹!Ref Small›, StorageType: gp2'), {
      messageId: 'small',
      level: 'error',
    }),
    marked(database('Engine: postgres, AllocatedStorage: ‹!If [Big, 100, 10]›, StorageType: gp3'), {
      messageId: 'small',
      data: { type: 'gp3', found: 10 },
    }),
  ],
});
