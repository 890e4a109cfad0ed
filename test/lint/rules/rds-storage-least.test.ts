import { rdsStorageLeast } from '../../../src/lint/rules/rds-storage-least.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const database = (properties: string) => `Parameters:
  Size: {Type: Number}
  Kind: {Type: String}
  Small: {Type: Number, Default: 5}
Conditions: {Big: !Equals [!Ref Size, 100]}
Resources:
  Orders: {Type: AWS::RDS::DBInstance, Properties: {${properties}}}
`;

tester.run(rdsStorageLeast, {
  valid: [
    database('Engine: postgres, AllocatedStorage: 20, MasterUsername: postgres'),
    database('Engine: postgres, AllocatedStorage: !Ref Size'),
    database('Engine: mysql, AllocatedStorage: 5, StorageType: standard'),
    database('Engine: mysql, AllocatedStorage: 5, StorageType: !Ref Kind'),
    database('Engine: mysql, AllocatedStorage: 5, SourceDBInstanceIdentifier: a'),
    database('Engine: mysql, AllocatedStorage: !If [Big, 100, 5], StorageType: !If [Big, gp3, standard]'),
    database('Engine: aurora-mysql, AllocatedStorage: 1, DBClusterIdentifier: a'),
    database('Engine: oracle-ee, AllocatedStorage: 10, StorageType: standard'),
    database('Engine: sqlserver-ex, AllocatedStorage: 20, StorageType: gp2'),
    database('Engine: custom-oracle-ee, AllocatedStorage: 10, StorageType: gp3'),
  ],
  invalid: [
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
    marked(database('Engine: oracle-se2-cdb, AllocatedStorage: ‹10›, StorageType: gp3'), 'small'),
    marked(database('Engine: sqlserver-web, AllocatedStorage: ‹19›, StorageType: gp2'), 'small'),
    marked(database('Engine: db2-se, AllocatedStorage: ‹10›'), 'smallByDefault'),
  ],
});
