import { cfnPropertyCombination } from '../../../src/lint/rules/cfn-property-combination.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Parameters:
  Stage: {Type: String, Default: dev}
  Vpc: {Type: AWS::EC2::VPC::Id}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  NotProd: !Not [!Condition IsProd]
Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

const ingress = (properties: string) =>
  of('AWS::EC2::SecurityGroupIngress', `GroupId: g, IpProtocol: -1, ${properties}`);
const client = 'AWS::Cognito::UserPoolClient';
const fn = 'AWS::Lambda::Function';
const secret = 'AWS::SecretsManager::Secret';
const alarm = (properties: string) =>
  of('AWS::CloudWatch::Alarm', `ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, ${properties}`);
const ofOneMetric = 'Namespace: AWS/SQS, MetricName: NumberOfMessagesSent, Statistic: Sum, Period: 60';

const table = (projection: string) =>
  of(
    'AWS::DynamoDB::Table',
    `KeySchema: [], AttributeDefinitions: [], GlobalSecondaryIndexes: [{IndexName: a, Projection: {${projection}}}]`,
  );
const endpoint = 'AWS::EC2::VPCEndpoint';
const s3Endpoint = 'VpcId: !Ref Vpc, ServiceName: com.amazonaws.s3';
const rateLimit = (statement: string) =>
  of(
    'AWS::WAFv2::WebACL',
    `Rules: [{Name: a, Priority: 0, Statement: {RateBasedStatement: {${statement}, Limit: 100}}}]`,
  );

const volume = (properties: string) => of('AWS::EC2::Volume', `AvailabilityZone: a, Size: 10, ${properties}`);
const nat = (properties: string) => of('AWS::EC2::NatGateway', `SubnetId: s, ${properties}`);
const member = (properties: string) =>
  of(
    'AWS::RDS::DBInstance',
    `Engine: aurora-mysql, DBInstanceClass: db.r7g.large, DBClusterIdentifier: c, ${properties}`,
  );
const cache = (properties: string) => of('AWS::ElastiCache::CacheCluster', `CacheNodeType: c, ${properties}`);
const environment = (resources: string) =>
  of(
    'AWS::Batch::ComputeEnvironment',
    `Type: MANAGED, ComputeResources: {MaxvCpus: 4, Subnets: [s], Type: FARGATE, ${resources}}`,
  );
const nodes = (properties: string) =>
  of('AWS::EKS::Nodegroup', `ClusterName: c, NodeRole: r, Subnets: [s], ${properties}`);
const job = (properties: string) => of('AWS::Glue::Job', `Role: r, Command: {}, ${properties}`);
const source = (properties: string) =>
  of('AWS::CodeBuild::Project', `ServiceRole: r, Artifacts: {}, Environment: {}, Source: {${properties}}`);
const project = (from: string, to: string, more = '') =>
  of(
    'AWS::CodeBuild::Project',
    `ServiceRole: r, Environment: {}, Source: {Type: ${from}${more}}, Artifacts: {Type: ${to}}`,
  );
const access = 'AdvancedSecurityOptions: {Enabled: true}';
const encrypted = 'EncryptionAtRestOptions: {Enabled: true}, NodeToNodeEncryptionOptions: {Enabled: true}';
const domain = (properties: string) => of('AWS::OpenSearchService::Domain', properties);
const scaling = (properties: string) =>
  of('AWS::ApplicationAutoScaling::ScalingPolicy', `PolicyName: p, ScalingTargetId: t, ${properties}`);

const key = (properties: string) => of('AWS::KMS::Key', `KeyPolicy: {}, ${properties}`);
const warm = (config: string) => of('AWS::OpenSearchService::Domain', `ClusterConfig: {WarmEnabled: true${config}}`);
const retention = (properties: string) =>
  of('AWS::S3::Bucket', `ObjectLockConfiguration: {Rule: {DefaultRetention: {${properties}}}}`);
const listener = (action: string) =>
  of('AWS::ElasticLoadBalancingV2::Listener', `LoadBalancerArn: l, DefaultActions: [{${action}}]`);
const trigger = (properties: string) => of('AWS::Glue::Trigger', `Actions: [], ${properties}`);
const filter = (transformation: string) =>
  of(
    'AWS::Logs::MetricFilter',
    `LogGroupName: g, FilterPattern: "", MetricTransformations: [{MetricName: m, MetricNamespace: n, MetricValue: "1", ${transformation}}]`,
  );
const policy = (properties: string) => of('AWS::AutoScaling::ScalingPolicy', `AutoScalingGroupName: g, ${properties}`);

tester.run(cfnPropertyCombination, {
  valid: [
    key('KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY, EnableKeyRotation: false'),
    key('KeySpec: ECC_NIST_P256, KeyUsage: KEY_AGREEMENT'),
    key('EnableKeyRotation: true'),
    key('KeySpec: !If [IsProd, RSA_2048, !Ref AWS::NoValue], KeyUsage: !If [IsProd, SIGN_VERIFY, ENCRYPT_DECRYPT]'),
    warm(', DedicatedMasterEnabled: true'),
    retention(
      'Mode: GOVERNANCE, Days: !If [IsProd, 30, !Ref AWS::NoValue], Years: !If [NotProd, 1, !Ref AWS::NoValue]',
    ),
    listener('Type: forward, ForwardConfig: {}'),
    listener('Type: !Ref Stage'),
    trigger('Type: ON_DEMAND'),
    trigger('Type: SCHEDULED, Schedule: cron(15 12 * * ? *)'),
    filter('DefaultValue: 0'),
    policy('AdjustmentType: ChangeInCapacity, ScalingAdjustment: 1'),
    volume('VolumeType: gp3, Iops: 3000'),
    volume('VolumeType: gp3, Iops: !Ref Vpc'),
    volume('VolumeType: !If [IsProd, io2, gp3], Iops: !If [IsProd, 100, 3000]'),
    cache('Engine: memcached, NumCacheNodes: 2, AZMode: cross-az, SnapshotRetentionLimit: 0'),
    of('AWS::ElastiCache::ReplicationGroup', 'AuthToken: t, TransitEncryptionEnabled: true'),
    of('AWS::EFS::FileSystem', 'ThroughputMode: elastic'),
    of(
      'AWS::RDS::DBInstance',
      'Engine: mysql, DBInstanceClass: c, AllocatedStorage: "20", MultiAZ: false, AvailabilityZone: a',
    ),
    of('AWS::Redshift::Cluster', 'ClusterType: multi-node, NumberOfNodes: 2'),
    of('AWS::ServiceDiscovery::Service', 'HealthCheckConfig: {Type: HTTP, ResourcePath: /}'),
    of('AWS::RDS::DBCluster', 'Engine: aurora-mysql, MasterUsername: shop, SnapshotIdentifier: s'),
    of(
      'AWS::ElasticLoadBalancingV2::ListenerRule',
      'Actions: [{Type: forward, ForwardConfig: {}}], Conditions: [{Field: path-pattern, Values: [/]}]',
    ),
    of('AWS::EC2::LaunchTemplate', 'LaunchTemplateData: {InstanceType: a, SecurityGroupIds: [g]}'),
    of('AWS::EC2::Volume', 'AvailabilityZone: a, Size: 10, VolumeType: gp3, Iops: 4000, Throughput: 200'),
    of('AWS::RDS::DBCluster', 'Engine: aurora-mysql, EngineMode: serverless, ScalingConfiguration: {MinCapacity: 1}'),
    of('AWS::FSx::FileSystem', 'FileSystemType: LUSTRE, SubnetIds: [s], StorageCapacity: 2400'),
    of('AWS::FSx::FileSystem', 'FileSystemType: !Ref Stage, SubnetIds: [s], StorageCapacity: 1'),
    of('AWS::ElasticLoadBalancingV2::TargetGroup', 'Port: 6081, Protocol: GENEVE, VpcId: !Ref Vpc'),
    of(
      'AWS::RDS::DBInstance',
      'Engine: mysql, DBInstanceClass: db.t4g.micro, AllocatedStorage: 20, KmsKeyId: k, StorageEncrypted: true',
    ),
    of('AWS::EC2::Instance', 'ImageId: i, SecurityGroups: [g]'),
    of('AWS::EC2::Instance', 'ImageId: i, SubnetId: s, SecurityGroupIds: [g]'),
    of(
      'AWS::EC2::Instance',
      'ImageId: i, SubnetId: !If [IsProd, s, !Ref AWS::NoValue], SecurityGroups: !If [IsProd, !Ref AWS::NoValue, [g]]',
    ),
    volume('VolumeType: gp3'),
    volume('VolumeType: !Ref Type'),
    volume('VolumeType: io2, Iops: 200'),
    nat('AllocationId: a'),
    nat('ConnectivityType: private'),
    nat('ConnectivityType: !If [IsProd, public, private], AllocationId: !If [IsProd, a, !Ref AWS::NoValue]'),
    of(
      'AWS::RDS::DBInstance',
      'Engine: mysql, AllocatedStorage: 20, DBInstanceClass: db.r7g.large, MasterUsername: a, MasterUserPassword: !Ref Stage, BackupRetentionPeriod: 3',
    ),
    member('PreferredMaintenanceWindow: sun:03:00-sun:04:00, PromotionTier: 1'),
    cache('Engine: redis, NumCacheNodes: 1'),
    cache('Engine: memcached, NumCacheNodes: 2'),
    cache('Engine: redis, NumCacheNodes: !Ref Unknown'),
    cache('Engine: !If [IsProd, memcached, redis], NumCacheNodes: !If [IsProd, 3, 1]'),
    environment('SecurityGroupIds: [g]'),
    of(
      'AWS::Batch::ComputeEnvironment',
      'Type: MANAGED, ComputeResources: {MaxvCpus: 4, Subnets: [s], Type: EC2, InstanceTypes: [optimal], InstanceRole: r}',
    ),
    nodes('DiskSize: 20'),
    nodes('LaunchTemplate: {Id: lt}, InstanceTypes: [m7g.large]'),
    job('MaxCapacity: 0.0625'),
    job('WorkerType: G.1X, NumberOfWorkers: 2'),
    source('Type: NO_SOURCE, BuildSpec: a'),
    source('Type: CODEPIPELINE'),
    domain('EBSOptions: {EBSEnabled: true}'),
    domain('AdvancedSecurityOptions: {Enabled: false}'),
    domain(`${access}, ${encrypted}, DomainEndpointOptions: {EnforceHTTPS: true}`),
    domain(`${access}, ${encrypted}, DomainEndpointOptions: !Ref Endpoint`),
    domain(`${access}, ${encrypted}, DomainEndpointOptions: {EnforceHTTPS: !Ref Unknown}`),
    scaling('PolicyType: StepScaling, StepScalingPolicyConfiguration: {}'),
    scaling(
      'PolicyType: TargetTrackingScaling, TargetTrackingScalingPolicyConfiguration: {TargetValue: 1, PredefinedMetricSpecification: {PredefinedMetricType: m}}',
    ),
    of('AWS::Config::ConfigRule', 'Source: {Owner: AWS, SourceIdentifier: IAM_PASSWORD_POLICY}'),
    of('AWS::Config::ConfigRule', 'Source: {Owner: CUSTOM_LAMBDA, SourceIdentifier: !Ref F, SourceDetails: []}'),
    of('AWS::Config::ConfigRule', 'Source: {Owner: !Ref Unknown, SourceIdentifier: !Ref F}'),
    project('CODEPIPELINE', 'CODEPIPELINE'),
    project('!If [IsProd, CODEPIPELINE, GITHUB]', '!If [IsProd, CODEPIPELINE, NO_ARTIFACTS]', ', Location: l'),
    project('CODEPIPELINE', '!Ref Unknown'),
    ingress('CidrIp: 10.0.0.0/8'),
    ingress('CidrIp: !If [IsProd, 10.0.0.0/8, !Ref AWS::NoValue], CidrIpv6: !If [IsProd, !Ref AWS::NoValue, "::/0"]'),
    ingress('CidrIp: !If [IsProd, 10.0.0.0/8, !Ref AWS::NoValue], CidrIpv6: !If [NotProd, "::/0", !Ref AWS::NoValue]'),
    of(client, 'UserPoolId: p, AllowedOAuthFlowsUserPoolClient: false'),
    of(client, 'UserPoolId: p, AllowedOAuthFlowsUserPoolClient: !Ref Unknown'),
    of(secret, 'GenerateSecretString: {PasswordLength: 20}'),
    of(secret, "GenerateSecretString: {GenerateStringKey: password, SecretStringTemplate: '{}'}"),
    alarm(`${ofOneMetric}, Threshold: 0`),
    alarm('ThresholdMetricId: band, Metrics: [{Id: band, Expression: ANOMALY_DETECTION_BAND(m)}]'),
    alarm(`${ofOneMetric}, Threshold: !If [IsProd, 1, 2]`),
    of(fn, 'Role: r, PackageType: Image, Code: {}'),
    of(fn, 'Role: r, PackageType: Image, Code: {ImageUri: i}'),
    of('AWS::IAM::Policy', 'PolicyName: p, PolicyDocument: {}, Fn::Transform: {Name: Roles}'),
    of(
      'AWS::Route53::RecordSet',
      'Name: a.example.com, Type: A, HostedZoneId: z, TTL: 60, ResourceRecords: [192.0.2.1]',
    ),
    of('AWS::ElasticLoadBalancingV2::Listener', 'Protocol: HTTP, LoadBalancerArn: a, DefaultActions: []'),
    of(
      'AWS::ElasticLoadBalancingV2::Listener',
      'Protocol: TLS, Certificates: [], LoadBalancerArn: a, DefaultActions: []',
    ),
    of(
      'AWS::RDS::DBInstance',
      'Engine: mysql, DBInstanceClass: db.m5.large, ManageMasterUserPassword: false, MasterUserPassword: !Ref Stage, MonitoringInterval: 0, AllocatedStorage: 100',
    ),
    of(
      'AWS::RDS::DBInstance',
      'Engine: mysql, DBInstanceClass: db.m5.large, StorageType: io1, Iops: 1000, MonitoringInterval: !Ref Unknown, AllocatedStorage: 100',
    ),
    of('AWS::RDS::DBInstance', 'Engine: postgres, DBInstanceClass: db.m5.large, AllocatedStorage: !Ref Unknown'),
    of('AWS::RDS::DBInstance', 'Engine: postgres, DBInstanceClass: db.m5.large, DBSnapshotIdentifier: a'),
    of('AWS::RDS::DBInstance', 'Engine: mysql, DBInstanceClass: db.m5d.large, DBClusterIdentifier: a'),
    of('AWS::RDS::DBInstance', 'Engine: aurora-mysql, DBInstanceClass: db.r7g.large, DBClusterIdentifier: c'),
    table('ProjectionType: INCLUDE, NonKeyAttributes: [b]'),
    table('ProjectionType: !Ref Stage'),
    of(endpoint, s3Endpoint),
    of(endpoint, `${s3Endpoint}, VpcEndpointType: Interface, SubnetIds: [s]`),
    of(endpoint, `${s3Endpoint}, VpcEndpointType: !Ref Stage, SubnetIds: [s]`),
    of('AWS::ECS::Service', 'CapacityProviderStrategy: []'),
    of('AWS::Kinesis::Stream', 'StreamModeDetails: {StreamMode: PROVISIONED}, ShardCount: 1'),
    rateLimit('AggregateKeyType: IP'),
  ],
  invalid: [
    marked(key('KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY, EnableKeyRotation: ‹true›'), {
      messageId: 'takes',
      data: { name: 'EnableKeyRotation', allowed: 'false', found: 'true' },
    }),
    marked(key('KeySpec: ECC_NIST_P256, KeyUsage: ‹ENCRYPT_DECRYPT›'), {
      messageId: 'takes',
      data: { allowed: 'KEY_AGREEMENT or SIGN_VERIFY' },
    }),
    marked(key('KeySpec: HMAC_256').replace('    Properties', '    ‹Properties›'), {
      messageId: 'value',
      data: { names: "'KeyUsage'" },
    }),
    marked(warm('').replace('ClusterConfig', '‹ClusterConfig›'), {
      messageId: 'value',
      data: { names: "'DedicatedMasterEnabled'" },
    }),
    marked(warm(', DedicatedMasterEnabled: ‹false›'), 'takes'),
    marked(retention('Mode: GOVERNANCE, Days: 30, ‹Years›: 1'), { messageId: 'both', data: { beside: 'Days' } }),
    marked(retention('Days: 30').replace('DefaultRetention', '‹DefaultRetention›'), {
      messageId: 'only',
      data: { names: "'Mode'" },
    }),
    marked(listener('Type: forward').replace('{Type: forward}', '‹{Type: forward}›'), {
      messageId: 'value',
      data: { names: "'ForwardConfig' or 'TargetGroupArn'", value: 'forward' },
    }),
    marked(listener('Type: redirect').replace('{Type: redirect}', '‹{Type: redirect}›'), {
      messageId: 'value',
      data: { names: "'RedirectConfig'" },
    }),
    marked(trigger('Type: SCHEDULED').replace('    Properties', '    ‹Properties›'), {
      messageId: 'value',
      data: { names: "'Schedule'" },
    }),
    marked(trigger('Type: CONDITIONAL').replace('    Properties', '    ‹Properties›'), {
      messageId: 'value',
      data: { names: "'Predicate'" },
    }),
    marked(filter('Dimensions: [], ‹DefaultValue›: 0'), { messageId: 'excluded', data: { given: 'Dimensions' } }),
    marked(policy('PolicyType: StepScaling, StepAdjustments: []').replace('    Properties', '    ‹Properties›'), {
      messageId: 'value',
      data: { names: "'AdjustmentType'" },
    }),
    marked(volume('VolumeType: gp3, Iops: ‹100›'), {
      messageId: 'range',
      data: { range: 'at least 3000', found: '100' },
    }),
    marked(volume('VolumeType: !If [IsProd, io2, gp3], Iops: ‹!If [IsProd, 3000, 100]›'), 'range'),
    marked(cache("Engine: memcached, NumCacheNodes: ‹'1'›, AZMode: cross-az"), {
      messageId: 'range',
      data: { range: 'at least 2' },
    }),
    marked(cache('Engine: memcached, NumCacheNodes: 2, SnapshotRetentionLimit: ‹5›'), 'takes'),
    marked(of('AWS::ElastiCache::ReplicationGroup', 'AuthToken: t, TransitEncryptionEnabled: ‹false›'), 'takes'),
    marked(of('AWS::ElastiCache::ReplicationGroup', 'AuthToken: t').replace('    Properties', '    ‹Properties›'), {
      messageId: 'needs',
      data: { names: "'TransitEncryptionEnabled'" },
    }),
    marked(of('AWS::EFS::FileSystem', 'ThroughputMode: provisioned').replace('    Properties', '    ‹Properties›'), {
      messageId: 'value',
      data: { names: "'ProvisionedThroughputInMibps'" },
    }),
    marked(of('AWS::EFS::FileSystem', 'ThroughputMode: elastic, PerformanceMode: ‹maxIO›'), 'takes'),
    marked(member('MultiAZ: true, ‹AvailabilityZone›: a'), { messageId: 'unwanted', data: { given: 'MultiAZ' } }),
    marked(member('KmsKeyId: k, StorageEncrypted: ‹false›'), { messageId: 'takes', data: { allowed: 'true' } }),
    marked(of('AWS::Redshift::Cluster', 'ClusterType: multi-node, NumberOfNodes: ‹1›'), 'range'),
    marked(
      of(
        'AWS::Route53::HealthCheck',
        'HealthCheckConfig: {Type: TCP, IPAddress: 192.0.2.1, Port: 80, ‹ResourcePath›: /}',
      ),
      'unwanted',
    ),
    marked(of('AWS::ServiceDiscovery::Service', 'HealthCheckConfig: {Type: TCP, ‹ResourcePath›: /}'), 'unwanted'),
    marked(
      of(
        'AWS::KinesisFirehose::DeliveryStream',
        'ExtendedS3DestinationConfiguration: {}, ‹S3DestinationConfiguration›: {}',
      ),
      'both',
    ),
    marked(of('AWS::CodePipeline::Pipeline', 'ArtifactStore: {}, ‹ArtifactStores›: []'), 'both'),
    marked(of('AWS::EC2::LaunchTemplate', 'LaunchTemplateData: {NetworkInterfaces: [], ‹SecurityGroupIds›: [g]}'), {
      messageId: 'excluded',
      data: { name: 'SecurityGroupIds', given: 'NetworkInterfaces' },
    }),
    marked(of('AWS::EC2::LaunchTemplate', 'LaunchTemplateData: {InstanceRequirements: {}, ‹InstanceType›: a}'), 'both'),
    marked(
      of('AWS::RDS::DBCluster', 'Engine: aurora-mysql, MasterUsername: shop').replace('Properties', '‹Properties›'),
      {
        messageId: 'needs',
        data: { given: 'MasterUsername' },
      },
    ),
    marked(
      of(
        'AWS::RDS::DBInstance',
        'Engine: mysql, DBInstanceClass: c, AllocatedStorage: 20, MultiAZ: true, ‹AvailabilityZone›: a',
      ),
      'unwanted',
    ),
    marked(
      of(
        'AWS::ElasticLoadBalancingV2::ListenerRule',
        'Actions: [‹{Type: redirect}›], Conditions: [‹{Field: path-pattern}›]',
      ),
      [
        { messageId: 'value', data: { names: "'RedirectConfig'" } },
        { messageId: 'value', data: { value: 'path-pattern' } },
      ],
    ),
    marked(
      of(
        'AWS::CloudFront::Distribution',
        'DistributionConfig: {Origins: [], DefaultCacheBehavior: {ForwardedValues: {‹Cookies›: {Forward: whitelist}}}}',
      ),
      { messageId: 'value', data: { names: "'WhitelistedNames'" } },
    ),
    marked(cache('Engine: memcached, AZMode: cross-az, NumCacheNodes: ‹1›'), {
      messageId: 'range',
      data: { range: 'at least 2' },
    }),
    marked(of('AWS::EFS::FileSystem', 'ThroughputMode: provisioned').replace('Properties', '‹Properties›'), 'value'),
    marked(
      of(
        'AWS::KinesisFirehose::DeliveryStream',
        'S3DestinationConfiguration: {}, ‹SplunkDestinationConfiguration›: {}',
      ),
      'both',
    ),
    marked(of('AWS::CloudFormation::StackSet', 'TemplateBody: b, ‹TemplateURL›: u'), 'both'),
    marked(of('AWS::CodePipeline::Pipeline', 'Stages: []').replace('Properties', '‹Properties›'), 'one'),
    marked(of('AWS::EC2::Volume', 'AvailabilityZone: a, Size: 10, VolumeType: gp2, ‹Iops›: 300, ‹Throughput›: 200'), [
      { messageId: 'unwanted', data: { name: 'Iops', given: 'VolumeType', value: 'gp2' } },
      { messageId: 'unwanted', data: { name: 'Throughput' } },
    ]),
    marked(
      of(
        'AWS::EC2::LaunchTemplate',
        'LaunchTemplateData: {BlockDeviceMappings: [{DeviceName: a, ‹Ebs›: {VolumeType: io2, VolumeSize: 8}}]}',
      ),
      { messageId: 'value', data: { names: "'Iops'", value: 'io2' } },
    ),
    marked(of('AWS::FSx::FileSystem', 'FileSystemType: WINDOWS, SubnetIds: [s], StorageCapacity: ‹10›'), {
      messageId: 'range',
      data: { range: '32 to 65536', found: '10', beside: "where 'FileSystemType' is WINDOWS" },
    }),
    marked(
      of('AWS::FSx::FileSystem', 'FileSystemType: ONTAP, SubnetIds: [s], StorageCapacity: ‹!If [IsProd, 512, 2048]›'),
      {
        messageId: 'range',
        data: { range: 'at least 1024', found: '512' },
      },
    ),
    marked(
      of(
        'AWS::S3::Bucket',
        'IntelligentTieringConfigurations: [{Id: a, Status: Enabled, Tierings: [{AccessTier: DEEP_ARCHIVE_ACCESS, Days: ‹90›}]}]',
      ),
      { messageId: 'range', data: { range: '180 to 730' } },
    ),
    marked(of('AWS::RDS::DBCluster', 'Engine: aurora-mysql, ‹ScalingConfiguration›: {MinCapacity: 1}'), {
      messageId: 'unwanted',
      data: { given: 'EngineMode', value: 'provisioned' },
    }),
    marked(
      of('AWS::RDS::DBCluster', 'Engine: mysql, MonitoringInterval: 0, ‹MonitoringRoleArn›: !Ref Stage'),
      'unwanted',
    ),
    marked(
      of(
        'AWS::RDS::DBInstance',
        'Engine: mysql, DBInstanceClass: c, AllocatedStorage: 20, KmsKeyId: k, StorageEncrypted: ‹false›',
      ),
      { messageId: 'takes', data: { name: 'StorageEncrypted', allowed: 'true', beside: "beside 'KmsKeyId'" } },
    ),
    marked(
      of(
        'AWS::ElasticLoadBalancingV2::TargetGroup',
        'Port: ‹80›, Protocol: GENEVE, VpcId: !Ref Vpc, HealthCheckProtocol: TCP, ‹HealthCheckPath›: /',
      ),
      [{ messageId: 'takes', data: { allowed: '6081' } }, 'unwanted'],
    ),
    marked(
      of(
        'AWS::ElasticLoadBalancing::LoadBalancer',
        'Listeners: [‹{InstancePort: 80, LoadBalancerPort: 443, Protocol: HTTPS}›]',
      ),
      { messageId: 'value', data: { names: "'SSLCertificateId'" } },
    ),
    marked(
      of(
        'AWS::ECS::TaskDefinition',
        'ContainerDefinitions: [{Name: a, Image: b, ‹LogConfiguration›: {LogDriver: awslogs, Options: {awslogs-region: a}}}]',
      ),
      { messageId: 'value', data: { names: "'Options.awslogs-group'" } },
    ),
    marked(of('AWS::GuardDuty::Detector', 'Enable: true, DataSources: {}, ‹Features›: []'), 'both'),
    marked(of('AWS::ElastiCache::ReplicationGroup', 'Engine: valkey').replace('Properties', '‹Properties›'), 'value'),
    marked(of('AWS::ElastiCache::ReplicationGroup', 'MultiAZEnabled: true, AutomaticFailoverEnabled: ‹false›'), {
      messageId: 'takes',
      data: { name: 'AutomaticFailoverEnabled' },
    }),
    marked(
      of('AWS::Config::ConfigRule', 'Source: {Owner: CUSTOM_LAMBDA, SourceIdentifier: f}').replace(
        'Source:',
        '‹Source›:',
      ),
      {
        messageId: 'value',
        data: { names: "'SourceDetails'", value: 'CUSTOM_LAMBDA' },
      },
    ),
    marked(
      of('AWS::Config::ConfigRule', 'Source: {Owner: AWS, SourceIdentifier: a, ‹SourceDetails›: [{}]}'),
      'unwanted',
    ),
    marked(project('CODEPIPELINE', '‹NO_ARTIFACTS›'), {
      messageId: 'takes',
      data: { name: 'Artifacts.Type', found: 'NO_ARTIFACTS' },
    }),
    marked(project('‹GITHUB›', 'CODEPIPELINE', ', Location: l'), { messageId: 'takes', data: { name: 'Source.Type' } }),
    marked(project('!If [IsProd, CODEPIPELINE, GITHUB]', '‹NO_ARTIFACTS›', ', Location: l'), 'takes'),
    marked(of('AWS::EC2::Instance', 'ImageId: i, SubnetId: s, ‹SecurityGroups›: [g]'), {
      messageId: 'excluded',
      data: { given: 'SubnetId' },
    }),
    marked(
      of(
        'AWS::EC2::Instance',
        'ImageId: i, SubnetId: s, BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeType: io1, VolumeSize: 10}}]',
      ).replace('Ebs:', '‹Ebs›:'),
      { messageId: 'value', data: { names: "'Iops'", value: 'io1' } },
    ),
    marked(volume('VolumeType: io2').replace('Properties:', '‹Properties›:'), 'value'),
    marked(nat('ConnectivityType: private, ‹AllocationId›: a'), { messageId: 'unwanted', data: { value: 'private' } }),
    marked(member('‹MasterUsername›: a, ‹BackupRetentionPeriod›: 3'), [
      { messageId: 'excluded', data: { name: 'MasterUsername' } },
      { messageId: 'excluded', data: { name: 'BackupRetentionPeriod' } },
    ]),
    marked(cache('Engine: redis, NumCacheNodes: ‹2›'), {
      messageId: 'takes',
      data: { found: '2', allowed: '1', beside: "where 'Engine' is redis" },
    }),
    marked(cache('Engine: !If [IsProd, memcached, valkey], NumCacheNodes: ‹3›'), 'takes'),
    marked(environment('SecurityGroupIds: [g], ‹InstanceTypes›: [optimal]'), 'unwanted'),
    marked(environment('MinvCpus: 0').replace('ComputeResources:', '‹ComputeResources›:'), {
      messageId: 'value',
      data: { names: "'SecurityGroupIds'" },
    }),
    marked(nodes('LaunchTemplate: {Id: lt}, ‹DiskSize›: 20'), 'excluded'),
    marked(job('MaxCapacity: 2, ‹WorkerType›: G.1X, NumberOfWorkers: !Ref AWS::NoValue'), 'excluded'),
    marked(source('Type: NO_SOURCE').replace('Source:', '‹Source›:'), 'value'),
    marked(domain(`${access}, ${encrypted}`).replace('Properties:', '‹Properties›:'), {
      messageId: 'value',
      data: { names: "'DomainEndpointOptions.EnforceHTTPS'" },
    }),
    marked(domain(`${access}, ${encrypted}, DomainEndpointOptions: {EnforceHTTPS: ‹false›}`), {
      messageId: 'takes',
      data: { name: 'DomainEndpointOptions.EnforceHTTPS', found: 'false', allowed: 'true' },
    }),
    marked(
      scaling('PolicyType: TargetTrackingScaling, StepScalingPolicyConfiguration: {}').replace(
        'Properties:',
        '‹Properties›:',
      ),
      'value',
    ),
    marked(of('AWS::Config::ConfigRule', 'Source: {Owner: CUSTOM_POLICY}').replace('Source:', '‹Source›:'), 'value'),
    {
      template: of(secret, 'GenerateSecretString: {GenerateStringKey: password}'),
      problems: [{ messageId: 'needs', line: 10, column: 18, data: { names: "'SecretStringTemplate'" } }],
    },
    {
      template: of(secret, "GenerateSecretString: {SecretStringTemplate: '{}'}"),
      problems: [{ messageId: 'needs', line: 10, column: 18, data: { names: "'GenerateStringKey'" } }],
    },
    {
      template: alarm(ofOneMetric),
      problems: [{ messageId: 'needs', line: 10, column: 5, data: { names: "'Threshold' or 'ThresholdMetricId'" } }],
    },
    {
      template: alarm('Metrics: [{Id: sum, Expression: a + b}]'),
      problems: [{ messageId: 'needs', line: 10, column: 5, data: { given: 'Metrics' } }],
    },
    {
      template: of('AWS::RDS::DBInstance', 'Engine: postgres, DBInstanceClass: db.m5.large'),
      problems: [{ messageId: 'value', line: 10, column: 5, data: { given: 'Engine', value: 'postgres' } }],
    },
    {
      template: of(
        'AWS::RDS::DBInstance',
        'Engine: mysql, DBInstanceClass: db.m5.large, AllocatedStorage: !If [IsProd, 100, !Ref AWS::NoValue]',
      ),
      problems: [{ messageId: 'value', line: 10, column: 5, data: { given: 'Engine', value: 'mysql' } }],
    },
    {
      template: of('AWS::RDS::DBInstance', 'DBInstanceClass: db.m5.large'),
      problems: [{ messageId: 'some', line: 10, column: 5 }],
    },
    {
      template: of('AWS::ElasticLoadBalancingV2::Listener', 'Protocol: HTTPS, LoadBalancerArn: a, DefaultActions: []'),
      problems: [{ messageId: 'value', line: 10, column: 5, data: { given: 'Protocol', names: "'Certificates'" } }],
    },
    {
      template: of(
        'AWS::RDS::DBInstance',
        'Engine: mysql, DBInstanceClass: db.m5.large, ManageMasterUserPassword: true, MasterUserPassword: !Ref Stage, AllocatedStorage: 100',
      ),
      problems: [{ messageId: 'unwanted', line: 10, column: 95, data: { name: 'MasterUserPassword' } }],
    },
    {
      template: of(
        'AWS::RDS::DBInstance',
        'Engine: mysql, DBInstanceClass: db.m5.large, StorageType: io1, MonitoringInterval: 60, AllocatedStorage: 100',
      ),
      problems: [
        { messageId: 'value', line: 10, column: 5, data: { names: "'Iops'" } },
        { messageId: 'value', line: 10, column: 5, data: { names: "'MonitoringRoleArn'" } },
      ],
    },
    {
      template: of('AWS::EC2::Instance', 'ImageId: i, NetworkInterfaces: [], SubnetId: s, SecurityGroupIds: [g]'),
      problems: [
        { messageId: 'excluded', line: 10, column: 53, data: { name: 'SubnetId' } },
        { messageId: 'excluded', line: 10, column: 66, data: { name: 'SecurityGroupIds' } },
      ],
    },
    {
      template: of('AWS::ElasticLoadBalancingV2::LoadBalancer', 'Name: a'),
      problems: [{ messageId: 'one', line: 10, column: 5 }],
    },
    {
      template: ingress('FromPort: 1'),
      problems: [{ messageId: 'one', line: 10, column: 5, data: { where: 'AWS::EC2::SecurityGroupIngress' } }],
    },
    {
      template: ingress('CidrIp: 10.0.0.0/8, SourceSecurityGroupId: g'),
      problems: [
        { messageId: 'both', line: 10, column: 66, data: { beside: 'CidrIp', name: 'SourceSecurityGroupId' } },
      ],
    },
    {
      template: ingress('CidrIp: !If [IsProd, 10.0.0.0/8, !Ref AWS::NoValue]'),
      problems: [{ messageId: 'one', line: 10, column: 5 }],
    },
    {
      template: of('AWS::IAM::Policy', 'PolicyName: p, PolicyDocument: {}, Roles: !Ref AWS::NoValue'),
      problems: [{ messageId: 'some', line: 10, column: 5 }],
    },
    {
      template: of('AWS::ApiGateway::Stage', 'RestApiId: a, StageName: s'),
      problems: [{ messageId: 'only', line: 10, column: 5, data: { names: "'DeploymentId'" } }],
    },
    {
      template: of(client, 'UserPoolId: p, AllowedOAuthFlows: [code]'),
      problems: [{ messageId: 'needs', line: 10, column: 5, data: { given: 'AllowedOAuthFlows' } }],
    },
    {
      template: of('AWS::AppSync::Resolver', 'ApiId: a, TypeName: t, FieldName: f, Kind: PIPELINE'),
      problems: [{ messageId: 'value', line: 10, column: 5, data: { names: "'PipelineConfig'", value: 'PIPELINE' } }],
    },
    {
      template: of(fn, 'Role: r, PackageType: Image, Code: {S3Bucket: b, S3Key: k}'),
      problems: [{ messageId: 'unwanted', line: 10, column: 47, data: { name: 'Code.S3Bucket', value: 'Image' } }],
    },
    {
      template: of(
        'AWS::Route53::RecordSet',
        'Name: a, Type: A, HostedZoneId: z, AliasTarget: {DNSName: d, HostedZoneId: z}, TTL: 60',
      ),
      problems: [{ messageId: 'excluded', line: 10, column: 97, data: { given: 'AliasTarget', name: 'TTL' } }],
    },
    {
      template: table('ProjectionType: INCLUDE'),
      problems: [{ messageId: 'value', line: 10, column: 99, data: { names: "'NonKeyAttributes'", value: 'INCLUDE' } }],
    },
    {
      template: table('ProjectionType: KEYS_ONLY, NonKeyAttributes: [b]'),
      problems: [{ messageId: 'unwanted', line: 10, column: 139, data: { name: 'NonKeyAttributes' } }],
    },
    {
      template: table('NonKeyAttributes: [b]'),
      problems: [{ messageId: 'only', line: 10, column: 99, data: { names: "'ProjectionType'" } }],
    },
    {
      template: of(endpoint, `${s3Endpoint}, SubnetIds: [s]`),
      problems: [{ messageId: 'unwanted', line: 10, column: 66, data: { name: 'SubnetIds', value: 'Gateway' } }],
    },
    {
      template: of(endpoint, `${s3Endpoint}, VpcEndpointType: Interface, RouteTableIds: [r]`),
      problems: [{ messageId: 'unwanted', line: 10, column: 94, data: { name: 'RouteTableIds' } }],
    },
    {
      template: of('AWS::ECS::Service', 'LaunchType: FARGATE, CapacityProviderStrategy: []'),
      problems: [{ messageId: 'both', line: 10, column: 18 }],
    },
    {
      template: of('AWS::Kinesis::Stream', 'StreamModeDetails: {StreamMode: PROVISIONED}'),
      problems: [{ messageId: 'value', line: 10, column: 5, data: { names: "'ShardCount'" } }],
    },
    {
      template: of(
        'AWS::KinesisFirehose::DeliveryStream',
        'S3DestinationConfiguration: {}, DeliveryStreamType: KinesisStreamAsSource',
      ),
      problems: [{ messageId: 'value', line: 10, column: 5, data: { names: "'KinesisStreamSourceConfiguration'" } }],
    },
    {
      template: of(
        'AWS::AppSync::DataSource',
        'ApiId: a, Name: n, Type: AMAZON_DYNAMODB, DynamoDBConfig: {TableName: t, AwsRegion: r}',
      ),
      problems: [{ messageId: 'value', line: 10, column: 5, data: { names: "'ServiceRoleArn'" } }],
    },
    {
      template: rateLimit('AggregateKeyType: FORWARDED_IP'),
      problems: [{ messageId: 'value', line: 10, column: 61, data: { names: "'ForwardedIPConfig'" } }],
    },
    marked(
      of(
        'AWS::KinesisFirehose::DeliveryStream',
        'ExtendedS3DestinationConfiguration: {DataFormatConversionConfiguration: {Enabled: true}, CompressionFormat: ‹GZIP›, BufferingHints: {SizeInMBs: ‹32›}}',
      ),
      ['takes', 'range'],
    ),
    marked(of('AWS::Bedrock::KnowledgeBase', '‹StorageConfiguration›: {Type: PINECONE}'), {
      messageId: 'value',
      data: { names: "'PineconeConfiguration'" },
    }),
    marked(
      of(
        'AWS::Bedrock::Guardrail',
        'ContentPolicyConfig: {FiltersConfig: [{Type: PROMPT_ATTACK, OutputStrength: ‹HIGH›}]}',
      ),
      'takes',
    ),
    {
      template: of('AWS::RDS::DBInstance', 'Engine: aurora-mysql, DBInstanceClass: db.serverless'),
      problems: [{ messageId: 'value', line: 10, column: 5, data: { names: "'DBClusterIdentifier'" } }],
    },
    marked(
      of(
        'AWS::EKS::Cluster',
        'ComputeConfig: {Enabled: true}, AccessConfig: {AuthenticationMode: ‹CONFIG_MAP›}, StorageConfig: {BlockStorage: {Enabled: ‹false›}}, KubernetesNetworkConfig: {ElasticLoadBalancing: {Enabled: true}}',
      ),
      'takes',
    ),
    marked(of('AWS::AppRunner::Service', 'InstanceConfiguration: {Cpu: 1 vCPU, Memory: ‹8 GB›}'), 'takes'),
    marked(
      of(
        'AWS::ApplicationAutoScaling::ScalingPolicy',
        'PolicyName: a, PolicyType: TargetTrackingScaling, ResourceId: table/a, ServiceNamespace: dynamodb, ScalableDimension: dynamodb:table:WriteCapacityUnits, TargetTrackingScalingPolicyConfiguration: {TargetValue: 70, PredefinedMetricSpecification: {PredefinedMetricType: ‹DynamoDBReadCapacityUtilization›}}',
      ),
      'takes',
    ),
    marked(
      of(
        'AWS::ECS::TaskDefinition',
        'Volumes: [{Name: a, EFSVolumeConfiguration: {FilesystemId: a, AuthorizationConfig: {IAM: ENABLED}, TransitEncryption: ‹DISABLED›}}]',
      ),
      'takes',
    ),
    marked(
      of('AWS::StepFunctions::StateMachine', 'Definition: {}, RoleArn: a, ‹LoggingConfiguration›: {Level: ALL}'),
      'value',
    ),
    marked(
      of('AWS::EC2::Route', 'RouteTableId: a, EgressOnlyInternetGatewayId: a, ‹DestinationCidrBlock›: 0.0.0.0/0'),
      'excluded',
    ),
  ],
});
