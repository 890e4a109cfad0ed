import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { scenariosOf } from '../facts/combinations/presence.ts';
import { databaseSources } from '../facts/combinations/services.ts';
import { ownWay } from '../facts/templates/ways.ts';
import { scalarNumber, scalarText } from '../facts/texts/scalar.ts';

const postgres: ReadonlySet<string> = new Set(['admin', 'rdsadmin']);
const others: ReadonlySet<string> = new Set(['rdsadmin']);

/** Names of master users that an engine keeps to itself. */
const reserved: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['aurora-mysql', others],
  ['aurora-postgresql', postgres],
  ['postgres', postgres],
]);

/** The smallest volume of the storage types gp2 and gp3 in GiB, with these engines. */
const leastStorage = 20;
const storing: ReadonlySet<string> = new Set(['mariadb', 'mysql', 'postgres']);
const generalPurpose: ReadonlySet<string> = new Set(['gp2', 'gp3']);

/** What a database is made from, if it is not new: it has its user and its storage from there. */
const origins = [
  ...databaseSources,
  'DBClusterIdentifier',
  'GlobalClusterIdentifier',
  'SnapshotIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbClusterResourceId',
];

export const rdsInstance = defineRule({
  id: 'rds-instance',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Master user or storage that RDS refuses',
  description:
    'The name of a master user is no reserved word of the engine: `admin` and `rdsadmin` with PostgreSQL, `rdsadmin` with Aurora MySQL. An instance of MariaDB, MySQL or PostgreSQL has at least 20 GiB of the storage types gp2 and gp3, of which one is the default; without a `StorageType` that is a warning. Databases that are made from a snapshot or from another database are left alone.',
  source:
    'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html; https://github.com/aws/aws-cdk/pull/10597; https://github.com/aws-cloudformation/cfn-lint/pull/4425',
  macros: 'silent',
  messages: {
    reserved: "'{name}' is a reserved word of {engine}; give the master user another name.",
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
    AllocatedStorage: 20
    MasterUsername: ‹admin›
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
    AllocatedStorage: 20
    MasterUsername: orders
    ManageMasterUserPassword: true
`,
  },
  on: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  reads: ['AllocatedStorage', 'MasterUsername'],
  check(database, cx) {
    checkUser(database, cx);
    if (database.type === 'AWS::RDS::DBInstance') checkStorage(database, cx);
  },
});

/** How some properties can be together in a new database. */
function* newDatabases(database: ResourceNode, names: readonly string[], cx: RuleContext) {
  const own = origins.filter((name) => !database.lacks(name));
  for (const { present } of scenariosOf(database.properties, [...names, ...own], ownWay(database.body), cx)) {
    if (!own.some((name) => present.has(name))) yield (name: string) => cx.resolve(present.get(name));
  }
}

const checkUser = (database: ResourceNode, cx: RuleContext): void => {
  if (database.lacks('MasterUsername')) return;
  for (const property of newDatabases(database, ['Engine', 'MasterUsername'], cx)) {
    const engine = scalarText(property('Engine'))?.toLowerCase() ?? '';
    const name = scalarText(property('MasterUsername'));
    if (name === undefined || !reserved.get(engine)?.has(name)) continue;
    return cx.report('reserved', database.place('MasterUsername'), { data: { name, engine } });
  }
};

const checkStorage = (database: ResourceNode, cx: RuleContext): void => {
  if (database.lacks('AllocatedStorage') || !database.lacks('Iops')) return;
  const isTyped = !database.lacks('StorageType');
  for (const property of newDatabases(database, ['Engine', 'AllocatedStorage', 'StorageType'], cx)) {
    const type = scalarText(property('StorageType'));
    const found = scalarNumber(property('AllocatedStorage'));
    if (!storing.has(scalarText(property('Engine'))?.toLowerCase() ?? '')) continue;
    if (found === undefined || found >= leastStorage || (isTyped && !generalPurpose.has(type ?? ''))) continue;
    const at = database.place('AllocatedStorage');
    if (isTyped) return cx.report('small', at, { data: { type: type!, least: leastStorage, found } });
    return cx.report('smallByDefault', at, { data: { least: leastStorage, found }, level: 'warning' });
  }
};
