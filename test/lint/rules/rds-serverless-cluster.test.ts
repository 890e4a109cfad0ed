import { rdsServerlessCluster } from '../../../src/lint/rules/rds-serverless-cluster.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const instance = (cluster: string, type = 'db.serverless', of = '!Ref Orders') => `Parameters:
  Stage: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Orders: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql${cluster}}}
  Writer:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: aurora-mysql, DBClusterIdentifier: ${of}, DBInstanceClass: ${type}}
`;
const capacity = 'ServerlessV2ScalingConfiguration';
const range = '{MinCapacity: 1, MaxCapacity: 4}';

tester.run(rdsServerlessCluster, {
  valid: [
    instance(`, ${capacity}: ${range}`),
    instance('', 'db.r7g.large'),
    instance('', 'db.serverless', '!ImportValue cluster'),
    instance('', '!Ref Class'),
    instance(', SnapshotIdentifier: !ImportValue snapshot'),
    instance(`, ${capacity}: !If [IsProd, !Ref AWS::NoValue, ${range}]`, '!If [IsProd, db.r7g.large, db.serverless]'),
  ],
  invalid: [
    marked(instance('', '‹db.serverless›'), { messageId: 'missing', data: { cluster: 'Orders' } }),
    marked(instance(`, ${capacity}: !If [IsProd, ${range}, !Ref AWS::NoValue]`, '‹db.serverless›'), 'missing'),
    marked(
      instance(
        `, ${capacity}: !If [IsProd, ${range}, !Ref AWS::NoValue]`,
        '‹!If [IsProd, db.r7g.large, db.serverless]›',
      ),
      'missing',
    ),
  ],
});
