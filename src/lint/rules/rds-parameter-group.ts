import { inTable } from '../../model/in-table.ts';
import { defineRule, type ResourceNode } from '../../model/rule.ts';

/** Which part of the version of an engine stands in the names of its families. */
const versions: Readonly<Record<string, RegExp>> = {
  'aurora-mysql': /^\d+\.\d+/,
  'aurora-postgresql': /^\d{2,}/,
  mariadb: /^\d+\.\d+/,
  mysql: /^\d+\.\d+/,
  postgres: /^\d{2,}/,
};

/** Where a database names its parameter group, and of which type that is. */
const groups: Readonly<Record<string, readonly [property: string, type: string]>> = {
  'AWS::RDS::DBCluster': ['DBClusterParameterGroupName', 'AWS::RDS::DBClusterParameterGroup'],
  'AWS::RDS::DBInstance': ['DBParameterGroupName', 'AWS::RDS::DBParameterGroup'],
};

export const rdsParameterGroup = defineRule({
  id: 'rds-parameter-group',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Parameter group of another engine',
  description:
    "The `Family` of a parameter group is an engine and its major version, and RDS refuses a database whose `Engine` or `EngineVersion` is another one: 'The parameter group can't be used for this instance'. Checked are groups of the template, for MariaDB, MySQL, PostgreSQL and Aurora.",
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/parameter-groups-overview.html',
  macros: 'silent',
  messages: {
    engine:
      "The parameter group '{group}' is for {family}, so {engine} cannot use it; its family begins with '{engine}'.",
    version: "The parameter group '{group}' is for {family}, so version {version} of {engine} cannot use it.",
  },
  example: {
    in: 'resources',
    fails: `
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties: {Description: Settings of orders, Family: mysql8.0}
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
    DBParameterGroupName: ‹!Ref Settings›
`,
    passes: `
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties: {Description: Settings of orders, Family: postgres16}
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
    DBParameterGroupName: !Ref Settings
`,
  },
  on: Object.keys(groups),
  reads: ['DBClusterParameterGroupName', 'DBParameterGroupName'],
  check(database, cx) {
    const [property, type] = groups[database.type]!;
    if (database.lacks(property)) return;
    const engine = only(database, 'Engine')?.toLowerCase() ?? '';
    const shape = inTable(versions, engine);
    if (!shape) return;
    for (const { value, at, path } of database.all(property)) {
      const group = cx.target(value);
      // A condition may choose the group that fits.
      if (path.includes('Fn::If')) continue;
      const family = group?.type === type ? only(group, 'Family')?.toLowerCase() : undefined;
      if (!group || family === undefined) continue;
      const data = { group: group.id, family, engine };
      const related = [group.place('Family')];
      const ofFamily = family.startsWith(engine) ? family.slice(engine.length) : '';
      if (!/^\d/.test(ofFamily)) cx.report('engine', at, { data, related });
      else {
        const version = shape.exec(only(database, 'EngineVersion') ?? '')?.[0];
        if (version === undefined || version === ofFamily) continue;
        cx.report('version', at, { data: { ...data, version }, related });
      }
    }
  },
});

/** The value of a property that no condition chooses. */
const only = (node: ResourceNode, property: string): string | undefined =>
  node.all(property).length === 1 ? node.strings(property)[0]?.value : undefined;
