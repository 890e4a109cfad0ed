import { rdsParameterGroup } from '../../../src/lint/rules/rds-parameter-group.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const parameters = `Parameters: {Kind: {Type: String}}
Conditions: {Own: !Equals [!Ref Kind, own]}
Resources:
`;
const instance = (family: string, properties: string, group = '!Ref Group') => `${parameters}
  Group: {Type: AWS::RDS::DBParameterGroup, Properties: {Description: d, Family: ${family}}}
  Orders: {Type: AWS::RDS::DBInstance, Properties: {${properties}, DBParameterGroupName: ${group}}}
`;
const cluster = (family: string, properties: string, group = '!Ref Group') => `${parameters}
  Group: {Type: AWS::RDS::DBClusterParameterGroup, Properties: {Description: d, Family: ${family}}}
  Orders: {Type: AWS::RDS::DBCluster, Properties: {${properties}, DBClusterParameterGroupName: ${group}}}
`;

tester.run(rdsParameterGroup, {
  valid: [
    instance('postgres16', 'Engine: postgres'),
    instance('postgres16', "Engine: postgres, EngineVersion: '16.3'"),
    instance('postgres9.6', "Engine: postgres, EngineVersion: '9.6.24'"),
    instance('mysql8.0', 'Engine: MySQL, EngineVersion: 8.0.35'),
    instance('mariadb10.11', 'Engine: mariadb, EngineVersion: 10.11.6'),
    instance('oracle-ee-19', 'Engine: oracle-ee'),
    instance('mysql8.0', 'Engine: !Ref Kind'),
    instance('!Ref Kind', 'Engine: postgres'),
    instance('mysql8.0', 'Engine: !If [Own, mysql, postgres]'),
    instance('mysql8.0', 'Engine: postgres', 'default.postgres16'),
    instance('mysql8.0', 'Engine: postgres', '!If [Own, !Ref Group, default.postgres16]'),
    cluster('aurora-mysql8.0', 'Engine: aurora-mysql, EngineVersion: 8.0.mysql_aurora.3.05.2'),
    cluster('aurora-postgresql16', "Engine: aurora-postgresql, EngineVersion: '16.4'"),
  ],
  invalid: [
    marked(instance('mysql8.0', 'Engine: postgres', '‹!Ref Group›'), {
      messageId: 'engine',
      data: { group: 'Group', family: 'mysql8.0', engine: 'postgres' },
    }),
    marked(instance('aurora-mysql8.0', 'Engine: mysql', '‹!Ref Group›'), 'engine'),
    marked(instance('postgres15', "Engine: postgres, EngineVersion: '16.3'", '‹!Ref Group›'), {
      messageId: 'version',
      data: { version: '16' },
    }),
    marked(cluster('aurora5.6', 'Engine: aurora-postgresql', '‹!Ref Group›'), 'engine'),
    marked(cluster('aurora-mysql5.7', 'Engine: aurora-mysql, EngineVersion: 8.0.mysql_aurora.3.05.2', '‹!Ref Group›'), {
      messageId: 'version',
      data: { version: '8.0' },
    }),
  ],
});
