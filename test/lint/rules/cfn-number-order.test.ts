import { cfnNumberOrder } from '../../../src/lint/rules/cfn-number-order.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const one = (type: string, properties: string, more = '') => `${more}Resources:
  It:
    Type: ${type}
    Properties: ${properties}
`;
const target = (properties: string, more?: string) =>
  one(
    'AWS::ApplicationAutoScaling::ScalableTarget',
    `{ServiceNamespace: lambda, ScalableDimension: lambda:function:ProvisionedConcurrency, ResourceId: a, ${properties}}`,
    more,
  );
const plan = (lifecycle: string) =>
  one(
    'AWS::Backup::BackupPlan',
    `{BackupPlan: {BackupPlanName: a, BackupPlanRule: [{RuleName: a, TargetBackupVault: a, Lifecycle: {${lifecycle}}}]}}`,
  );
const group = (ports: string, protocol = 'tcp') =>
  one(
    'AWS::EC2::SecurityGroup',
    `{GroupDescription: a, SecurityGroupIngress: [{IpProtocol: ${protocol}, CidrIp: 10.0.0.0/8, ${ports}}]}`,
  );
const nodes = (sizes: string, more?: string) =>
  one('AWS::EKS::Nodegroup', `{ClusterName: c, NodeRole: r, Subnets: [s], ScalingConfig: {${sizes}}}`, more);
const parameters = 'Parameters:\n  Low: {Type: Number, Default: 8}\n  High: {Type: Number}\n';
const condition = `${parameters}Conditions: {Big: !Equals [!Ref High, '9']}\n`;

tester.run(cfnNumberOrder, {
  valid: [
    target('MinCapacity: 1, MaxCapacity: 1'),
    target('MinCapacity: 5, MaxCapacity: !Ref High', parameters),
    target('MinCapacity: !If [Big, 9, 1], MaxCapacity: !If [Big, 10, 2]', condition),
    plan('MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120'),
    group('FromPort: 8, ToPort: -1', 'icmp'),
    group('FromPort: -1, ToPort: -1'),
    group('FromPort: -1, ToPort: 22', '-1'),
    group('FromPort: 252, ToPort: 86', 'icmp'),
    group('FromPort: 252, ToPort: 86', '1'),
    one('AWS::ElasticLoadBalancingV2::TargetGroup', '{HealthCheckTimeoutSeconds: 10, HealthCheckIntervalSeconds: 10}'),
    nodes('MinSize: 1, DesiredSize: 2, MaxSize: 2'),
    nodes('MinSize: 1, DesiredSize: !If [Big, 9, 2], MaxSize: !If [Big, 10, 2]', condition),
    one('AWS::CloudWatch::Alarm', '{EvaluationPeriods: 2, ComparisonOperator: GreaterThanThreshold}'),
  ],
  invalid: [
    marked(
      one(
        'AWS::ECS::TaskDefinition',
        '{ContainerDefinitions: [{Name: a, Image: b, Memory: ‹128›, MemoryReservation: 256}]}',
      ),
      'order',
    ),
    marked(one('AWS::SSM::MaintenanceWindow', '{Cutoff: 1, Duration: ‹1›}'), 'distance'),
    marked(group('FromPort: ‹8›, ToPort: -1'), { messageId: 'every', data: { every: -1, one: 'ToPort' } }),
    marked(group('FromPort: -1, ToPort: ‹22›'), { messageId: 'every', data: { one: 'FromPort', found: 22 } }),
    marked(
      one(
        'AWS::ElasticLoadBalancingV2::TargetGroup',
        '{HealthCheckTimeoutSeconds: 30, HealthCheckIntervalSeconds: ‹10›}',
      ),
      'order',
    ),
    marked(target("MinCapacity: 10, MaxCapacity: ‹'9'›"), 'order'),
    marked(target('MinCapacity: !Ref Low, MaxCapacity: ‹7›', parameters), 'order'),
    marked(target('MinCapacity: !If [Big, 9, 1], MaxCapacity: ‹!If [Big, 8, 2]›', condition), 'order'),
    marked(plan('MoveToColdStorageAfterDays: 30, DeleteAfterDays: ‹119›'), 'distance'),
    marked(group('FromPort: 90, ToPort: ‹80›'), 'order'),
    marked(nodes('MinSize: 1, DesiredSize: 3, MaxSize: ‹2›'), { messageId: 'order', data: { lower: 'DesiredSize' } }),
    marked(nodes('MinSize: 2, DesiredSize: ‹1›, MaxSize: 2'), { messageId: 'order', data: { lower: 'MinSize' } }),
  ],
});
