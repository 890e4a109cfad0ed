import { secretTargetType } from '../../../src/lint/rules/secret-target-type.ts';
import { tester } from '../tester.ts';

const attachment = (type: string, target = '!Ref Cluster') => `Resources:
  Cluster: {Type: AWS::RDS::DBCluster}
  Nested: {Type: Custom::Database}
  Login: {Type: AWS::SecretsManager::SecretTargetAttachment, Properties: {SecretId: a, TargetId: ${target}, TargetType: ${type}}}
`;

tester.run(secretTargetType, {
  valid: [
    attachment('AWS::RDS::DBCluster'),
    attachment('AWS::RDS::DBInstance', '!ImportValue instance'),
    attachment('AWS::RDS::DBInstance', '!GetAtt Nested.Id'),
    attachment('!Ref Type'),
  ],
  invalid: [
    {
      template: attachment('AWS::RDS::DBInstance'),
      problems: [
        {
          messageId: 'other',
          line: 4,
          column: 124,
          data: { found: 'AWS::RDS::DBInstance', type: 'AWS::RDS::DBCluster' },
        },
      ],
      output: attachment('AWS::RDS::DBCluster'),
    },
    {
      template: attachment('AWS::Redshift::Cluster', "!Sub '${Cluster}'"),
      problems: [{ messageId: 'other', line: 4, column: 129, data: { found: 'AWS::Redshift::Cluster' } }],
      output: attachment('AWS::RDS::DBCluster', "!Sub '${Cluster}'"),
    },
  ],
});
