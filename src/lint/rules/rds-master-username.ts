import { defineRule } from '../../model/rule.ts';
import { newDatabases } from '../facts/combinations/new-databases.ts';
import { scalarText } from '../facts/texts/scalar.ts';

const postgres: ReadonlySet<string> = new Set(['admin', 'rdsadmin']);

/** Names of master users that an engine keeps to itself. */
const reserved: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['aurora-mysql', new Set(['rdsadmin'])],
  ['aurora-postgresql', postgres],
  ['docdb', new Set(['admin'])],
  ['postgres', postgres],
]);

export const rdsMasterUsername = defineRule({
  id: 'rds-master-username',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Master user with a reserved name',
  description:
    'The name of a master user is not a reserved word of the engine: `admin` and `rdsadmin` with PostgreSQL, `rdsadmin` with Aurora MySQL, `admin` with Amazon DocumentDB. The database is not created otherwise. Databases that are made from a snapshot or from another database have the user of that.',
  source:
    'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html; https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html; https://github.com/aws/aws-cdk/pull/10597; https://github.com/aws/aws-cdk/pull/13295; https://github.com/aws-cloudformation/cfn-lint/pull/4425',
  macros: 'silent',
  messages: {
    reserved: "'{name}' is a reserved word of {engine}; give the master user another name.",
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
  on: ['AWS::DocDB::DBCluster', 'AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  reads: ['MasterUsername'],
  check(database, cx) {
    if (database.lacks('MasterUsername')) return;
    for (const property of newDatabases(database, ['Engine', 'MasterUsername'], cx)) {
      const isDocument = database.type === 'AWS::DocDB::DBCluster';
      const engine = isDocument ? 'docdb' : (scalarText(property('Engine'))?.toLowerCase() ?? '');
      const name = scalarText(property('MasterUsername'));
      if (name === undefined || !reserved.get(engine)?.has(name)) continue;
      const shown = isDocument ? 'Amazon DocumentDB' : engine;
      return cx.report('reserved', database.place('MasterUsername'), { data: { name, engine: shown } });
    }
  },
});
