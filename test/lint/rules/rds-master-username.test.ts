import { rdsMasterUsername } from '../../../src/lint/rules/rds-master-username.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const database = (properties: string, type = 'AWS::RDS::DBInstance') => `Parameters:
  Size: {Type: Number}
  User: {Type: String}
Conditions: {Big: !Equals [!Ref Size, 100]}
Resources:
  Orders: {Type: ${type}, Properties: {${properties}}}
`;
const documents = (properties: string) => database(properties, 'AWS::DocDB::DBCluster');
const cluster = (properties: string) => database(properties, 'AWS::RDS::DBCluster');

tester.run(rdsMasterUsername, {
  valid: [
    database('Engine: postgres, AllocatedStorage: 20, MasterUsername: postgres'),
    database('Engine: mysql, MasterUsername: admin'),
    database('Engine: postgres, MasterUsername: !Ref User'),
    database('Engine: postgres, MasterUsername: !ImportValue user'),
    database('Engine: postgres, MasterUsername: admin, DBSnapshotIdentifier: a'),
    database('Engine: !If [Big, postgres, mysql], MasterUsername: !If [Big, orders, admin]'),
    cluster('Engine: aurora-mysql, MasterUsername: admin'),
    cluster('Engine: aurora-postgresql, MasterUsername: admin, SnapshotIdentifier: a'),
    documents('MasterUsername: orders'),
    documents('MasterUsername: admin, SnapshotIdentifier: a'),
  ],
  invalid: [
    marked(database('Engine: postgres, MasterUsername: ‹admin›'), {
      messageId: 'reserved',
      data: { name: 'admin', engine: 'postgres' },
    }),
    marked(cluster('Engine: aurora-postgresql, MasterUsername: ‹admin›'), 'reserved'),
    marked(cluster('Engine: aurora-mysql, MasterUsername: ‹rdsadmin›'), 'reserved'),
    marked(database('Engine: !If [Big, postgres, mysql], MasterUsername: ‹admin›'), 'reserved'),
    marked(documents('MasterUsername: ‹admin›'), {
      messageId: 'reserved',
      data: { name: 'admin', engine: 'Amazon DocumentDB' },
    }),
  ],
});
