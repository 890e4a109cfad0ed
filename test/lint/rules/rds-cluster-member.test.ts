import { rdsClusterMember } from '../../../src/lint/rules/rds-cluster-member.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const member = (properties: string, cluster = 'Engine: aurora-mysql, StorageEncrypted: true') => `Parameters:
  Kind: {Type: String}
Conditions: {Mine: !Equals [!Ref Kind, mine]}
Resources:
  Orders: {Type: AWS::RDS::DBCluster, Properties: {${cluster}}}
  Writer: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Orders, ${properties}}}
`;

tester.run(rdsClusterMember, {
  valid: [
    member('Engine: aurora-mysql, StorageEncrypted: "true"'),
    member('Engine: Aurora-MySQL'),
    member('Engine: !Ref Kind'),
    member('Engine: !If [Mine, aurora-mysql, mysql]', 'Engine: !If [Mine, aurora-mysql, mysql]'),
    member('Engine: mysql, AllocatedStorage: 100', 'Engine: mysql'),
    member('Engine: aurora-mysql, StorageEncrypted: false', 'Engine: aurora-mysql'),
  ],
  invalid: [
    marked(member('Engine: ‹aurora-postgresql›'), {
      messageId: 'differs',
      data: { property: 'Engine', found: 'aurora-postgresql', wanted: 'aurora-mysql', cluster: 'Orders' },
    }),
    marked(member('Engine: aurora-mysql, StorageEncrypted: ‹false›'), 'differs'),
    marked(member('Engine: ‹!If [Mine, aurora-mysql, mysql]›', 'Engine: mysql'), 'differs'),
    marked(member('Engine: aurora-mysql, ‹AllocatedStorage›: 100, ‹DeletionProtection›: true'), [
      { messageId: 'storage', level: 'warning' },
      { messageId: 'idle', level: 'warning', data: { property: 'DeletionProtection' } },
    ]),
  ],
});
