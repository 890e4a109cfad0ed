import { defineRule } from '../../model/rule.ts';
import { newDatabases } from '../facts/combinations/new-databases.ts';
import { scalarNumber, scalarText } from '../facts/texts/scalar.ts';

/** The smallest volume of the storage types gp2 and gp3 in GiB. Those of RDS Custom are larger, and those of Aurora grow by themselves. */
const leastStorage = 20;
const storing = /^(?:mariadb|mysql|postgres|oracle-(?:ee|se2)(?:-cdb)?|sqlserver-(?:ee|se|ex|web)|db2-(?:ae|se))$/;
const generalPurpose: ReadonlySet<string> = new Set(['gp2', 'gp3']);

export const rdsStorageLeast = defineRule({
  id: 'rds-storage-least',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Less storage than RDS gives',
  description:
    'An instance of Db2, MariaDB, MySQL, Oracle, PostgreSQL or SQL Server has at least 20 GiB of the storage types gp2 and gp3, of which one is the default; without a `StorageType` that is a warning. Databases that are made from a snapshot or from another database are left alone.',
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  macros: 'silent',
  messages: {
    small: 'The storage type {type} has at least {least} GiB; found {found}.',
    smallByDefault:
      "Without a 'StorageType' the storage is gp2 or gp3, which have at least {least} GiB; found {found}.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::RDS::DBInstance
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties:
    Engine: postgres
    DBInstanceClass: db.t4g.micro
    StorageType: gp3
    AllocatedStorage: ‹10›
    MasterUsername: orders
    ManageMasterUserPassword: true
`,
    passes: `
Orders:
  Type: AWS::RDS::DBInstance
  DeletionPolicy: Snapshot
  UpdateReplacePolicy: Snapshot
  Properties:
    Engine: postgres
    DBInstanceClass: db.t4g.micro
    StorageType: gp3
    AllocatedStorage: 20
    MasterUsername: orders
    ManageMasterUserPassword: true
`,
  },
  on: ['AWS::RDS::DBInstance'],
  reads: ['AllocatedStorage'],
  check(database, cx) {
    if (database.lacks('AllocatedStorage') || !database.lacks('Iops')) return;
    const isTyped = !database.lacks('StorageType');
    for (const property of newDatabases(database, ['Engine', 'AllocatedStorage', 'StorageType'], cx)) {
      const type = scalarText(property('StorageType'));
      const found = scalarNumber(property('AllocatedStorage'));
      if (!storing.test(scalarText(property('Engine'))?.toLowerCase() ?? '')) continue;
      if (found === undefined || found >= leastStorage || (isTyped && !generalPurpose.has(type ?? ''))) continue;
      const at = database.place('AllocatedStorage');
      if (isTyped) return cx.report('small', at, { data: { type: type!, least: leastStorage, found } });
      return cx.report('smallByDefault', at, { data: { least: leastStorage, found }, level: 'warning' });
    }
  },
});
