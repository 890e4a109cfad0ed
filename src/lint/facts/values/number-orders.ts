/** Two numbers of a map of which one may not be above the other. */
export interface NumberOrder {
  readonly lower: string;
  readonly upper: string;
  /** How far apart they must be at least. */
  readonly by?: number;
  /** Values of the upper one that stand for no bound. */
  readonly never?: readonly number[];
  /** A number that stands for every one, and so for both. */
  readonly every?: number;
  /** Where a property has one of these values, the two numbers are not a range. */
  readonly unless?: { readonly name: string; readonly values: readonly string[] };
}

const capacity = [{ lower: 'MinCapacity', upper: 'MaxCapacity' }];
// -1 stands for all ports; of ICMP the two are a type and a code, and with all protocols they have no effect.
const portless = { name: 'IpProtocol', values: ['icmp', 'icmpv6', '1', '58', '-1'] };
const ports = [{ lower: 'FromPort', upper: 'ToPort', every: -1, unless: portless }];
const lifetimes = [
  { lower: 'MinTTL', upper: 'MaxTTL' },
  { lower: 'MinTTL', upper: 'DefaultTTL' },
  { lower: 'DefaultTTL', upper: 'MaxTTL' },
];
const coldStorage = [{ lower: 'MoveToColdStorageAfterDays', upper: 'DeleteAfterDays', by: 90, never: [-1] }];

const sizes = (desired: string): readonly NumberOrder[] => [
  { lower: 'MinSize', upper: 'MaxSize' },
  { lower: 'MinSize', upper: desired },
  { lower: desired, upper: 'MaxSize' },
];

const orders: Readonly<Record<string, readonly NumberOrder[]>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': capacity,
  'AWS::AutoScaling::AutoScalingGroup': sizes('DesiredCapacity'),
  'AWS::AutoScaling::ScheduledAction': [{ lower: 'MinSize', upper: 'MaxSize' }],
  'AWS::Backup::BackupPlan BackupPlan.BackupPlanRule': [
    { lower: 'StartWindowMinutes', upper: 'CompletionWindowMinutes' },
  ],
  'AWS::Backup::BackupPlan BackupPlan.BackupPlanRule.Lifecycle': coldStorage,
  'AWS::Backup::BackupPlan BackupPlan.BackupPlanRule.CopyActions.Lifecycle': coldStorage,
  'AWS::Backup::BackupVault LockConfiguration': [{ lower: 'MinRetentionDays', upper: 'MaxRetentionDays' }],
  'AWS::Batch::ComputeEnvironment ComputeResources': [
    { lower: 'MinvCpus', upper: 'MaxvCpus' },
    { lower: 'DesiredvCpus', upper: 'MaxvCpus' },
  ],
  'AWS::CloudFront::CachePolicy CachePolicyConfig': lifetimes,
  'AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors': lifetimes,
  'AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior': lifetimes,
  'AWS::CloudWatch::Alarm': [{ lower: 'DatapointsToAlarm', upper: 'EvaluationPeriods' }],
  'AWS::DynamoDB::GlobalTable WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings': capacity,
  'AWS::EC2::NetworkAclEntry PortRange': [{ lower: 'From', upper: 'To' }],
  'AWS::EC2::SecurityGroup SecurityGroupEgress': ports,
  'AWS::EC2::SecurityGroup SecurityGroupIngress': ports,
  'AWS::EC2::SecurityGroupEgress': ports,
  'AWS::EC2::SecurityGroupIngress': ports,
  'AWS::ECS::TaskDefinition ContainerDefinitions': [{ lower: 'MemoryReservation', upper: 'Memory' }],
  'AWS::EKS::Nodegroup ScalingConfig': sizes('DesiredSize'),
  'AWS::ElasticLoadBalancing::LoadBalancer HealthCheck': [{ lower: 'Timeout', upper: 'Interval', by: 1 }],
  // Load balancers for TCP take a timeout as long as the interval.
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    { lower: 'HealthCheckTimeoutSeconds', upper: 'HealthCheckIntervalSeconds' },
  ],
  'AWS::RDS::DBCluster ScalingConfiguration': capacity,
  'AWS::RDS::DBCluster ServerlessV2ScalingConfiguration': capacity,
  'AWS::RDS::DBInstance': [{ lower: 'AllocatedStorage', upper: 'MaxAllocatedStorage' }],
  'AWS::RDS::DBProxyTargetGroup ConnectionPoolConfigurationInfo': [
    { lower: 'MaxIdleConnectionsPercent', upper: 'MaxConnectionsPercent' },
  ],
  'AWS::SSM::MaintenanceWindow': [{ lower: 'Cutoff', upper: 'Duration', by: 1 }],
};

/**
 * By type and path, without positions in lists. Sources: the pages of these types in the CloudFormation template reference,
 * and of the calls behind them in the API references of the services.
 */
export const numberOrders: ReadonlyMap<string, readonly NumberOrder[]> = new Map(Object.entries(orders));
