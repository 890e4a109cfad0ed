import type { Combinations } from './combination.ts';

const v4 = ['CidrIp', 'CidrIpv6'];
const ports = {
  given: 'IpProtocol',
  values: ['tcp', 'udp', 'icmp', 'icmpv6', '1', '6', '17', '58'],
  needs: ['FromPort', 'ToPort'],
};
const ingress = [{ one: [...v4, 'SourcePrefixListId', 'SourceSecurityGroupId', 'SourceSecurityGroupName'] }, ports];
const egress = [{ one: [...v4, 'DestinationPrefixListId', 'DestinationSecurityGroupId'] }, ports];
const launchTemplate = [{ one: ['LaunchTemplateId', 'LaunchTemplateName'] }];

/** What an interface that exists already brings along. */
const ofNewInterfaces = [
  'AssociateCarrierIpAddress',
  'AssociatePublicIpAddress',
  'GroupSet',
  'Ipv6AddressCount',
  'Ipv6Addresses',
  'PrivateIpAddress',
  'PrivateIpAddresses',
  'SecondaryPrivateIpAddressCount',
  'SubnetId',
];

const routeTargets = [
  'CarrierGatewayId',
  'CoreNetworkArn',
  'EgressOnlyInternetGatewayId',
  'GatewayId',
  'InstanceId',
  'LocalGatewayId',
  'NatGatewayId',
  'NetworkInterfaceId',
  'OdbNetworkArn',
  'TransitGatewayId',
  'VpcEndpointId',
  'VpcPeeringConnectionId',
];

// None of them is there where `sam build` makes the code.
const code = [
  { most: ['ImageUri', 'S3Bucket', 'ZipFile'] },
  { given: 'S3Bucket', needs: ['S3Key'] },
  { given: 'S3Key', needs: ['S3Bucket'] },
];

const volume = [
  { given: 'VolumeType', values: ['gp3'], name: 'Iops', from: 3000 },
  { given: 'VolumeType', values: ['io1', 'io2'], needs: ['Iops'] },
  { given: 'VolumeType', values: ['gp2', 'sc1', 'st1', 'standard'], excludes: ['Iops'] },
  { given: 'VolumeType', values: ['gp2', 'io1', 'io2', 'sc1', 'st1', 'standard'], excludes: ['Throughput'] },
];

/** What an action of a listener needs beside its type. */
const listenerAction = [
  { given: 'Type', values: ['authenticate-cognito'], needs: ['AuthenticateCognitoConfig'] },
  { given: 'Type', values: ['authenticate-oidc'], needs: ['AuthenticateOidcConfig'] },
  { given: 'Type', values: ['fixed-response'], needs: ['FixedResponseConfig'] },
  { given: 'Type', values: ['forward'], needsOne: ['ForwardConfig', 'TargetGroupArn'] },
  { given: 'Type', values: ['redirect'], needs: ['RedirectConfig'] },
];

/** Health checks over TCP know no paths and no answers. */
const ofHttpChecks = ['HealthCheckPath', 'Matcher'];
const onFargate = { given: 'Type', values: ['FARGATE', 'FARGATE_SPOT'] };

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html */
const encryptedTransit = [
  { given: 'AuthorizationConfig.IAM', values: ['ENABLED'] },
  { given: 'AuthorizationConfig.AccessPointId' },
].flatMap((given) => [
  { ...given, needs: ['TransitEncryption'] },
  { ...given, name: 'TransitEncryption', takes: ['ENABLED'] },
]);

/** What a cluster in Auto Mode has beside. Source: https://docs.aws.amazon.com/eks/latest/userguide/auto-cfn.html */
const inAutoMode = { given: 'ComputeConfig.Enabled', values: ['true'] };
const ofAutoMode = ['KubernetesNetworkConfig.ElasticLoadBalancing.Enabled', 'StorageConfig.BlockStorage.Enabled'];
const autoMode = [
  { ...inAutoMode, needs: ofAutoMode },
  ...ofAutoMode.map((name) => ({ ...inAutoMode, name, takes: ['true'] })),
  { ...inAutoMode, name: 'AccessConfig.AuthenticationMode', takes: ['API', 'API_AND_CONFIG_MAP'] },
];

/** The memory that an instance can have by its processors. Source: https://docs.aws.amazon.com/apprunner/latest/dg/manage-configure.html */
const appRunnerSizes = (
  [
    [0.25, [0.5, 1]],
    [0.5, [1]],
    [1, [2, 3, 4]],
    [2, [4, 6]],
    [4, [8, 10, 12]],
  ] as const
).map(([cpu, memory]) => ({
  given: 'Cpu',
  values: [String(1024 * cpu), `${cpu} vCPU`],
  name: 'Memory',
  takes: [...memory.map((size) => String(1024 * size)), ...memory.map((size) => `${size} GB`)],
}));

/** Source: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html */
const dimensionMetrics = Object.entries({
  'dynamodb:index:ReadCapacityUnits': ['DynamoDBReadCapacityUtilization'],
  'dynamodb:index:WriteCapacityUnits': ['DynamoDBWriteCapacityUtilization'],
  'dynamodb:table:ReadCapacityUnits': ['DynamoDBReadCapacityUtilization'],
  'dynamodb:table:WriteCapacityUnits': ['DynamoDBWriteCapacityUtilization'],
  'lambda:function:ProvisionedConcurrency': ['LambdaProvisionedConcurrencyUtilization'],
}).map(([dimension, takes]) => ({
  given: 'ScalableDimension',
  values: [dimension],
  name: 'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType',
  takes,
}));

/** Sources: the pages of these types in the CloudFormation template reference, and of the calls behind them in the API references of Auto Scaling, Batch, EC2, ECS, EKS, Elastic Load Balancing and Lambda. */
export const compute: Combinations = {
  'AWS::AutoScaling::AutoScalingGroup': [
    { one: ['InstanceId', 'LaunchConfigurationName', 'LaunchTemplate', 'MixedInstancesPolicy'] },
    { some: ['AvailabilityZoneIds', 'AvailabilityZones', 'VPCZoneIdentifier'] },
  ],
  'AWS::AutoScaling::AutoScalingGroup LaunchTemplate': launchTemplate,
  'AWS::AutoScaling::LaunchConfiguration BlockDeviceMappings.Ebs': volume,
  'AWS::AutoScaling::ScalingPolicy': [
    { given: 'PolicyType', values: ['PredictiveScaling'], needs: ['PredictiveScalingConfiguration'] },
    { given: 'PolicyType', values: ['TargetTrackingScaling'], needs: ['TargetTrackingConfiguration'] },
    { given: 'PolicyType', values: ['SimpleScaling'], needs: ['AdjustmentType', 'ScalingAdjustment'] },
    { given: 'PolicyType', values: ['StepScaling'], needs: ['AdjustmentType', 'StepAdjustments'] },
  ],
  'AWS::CloudFront::Function FunctionConfig': [
    { given: 'Runtime', values: ['cloudfront-js-1.0'], excludes: ['KeyValueStoreAssociations'] },
  ],
  'AWS::AppRunner::Service InstanceConfiguration': appRunnerSizes,
  'AWS::EKS::Cluster': autoMode,
  'AWS::EKS::Cluster ResourcesVpcConfig': [
    { given: 'EndpointPublicAccess', values: ['false'], needs: ['EndpointPrivateAccess'] },
    { given: 'EndpointPublicAccess', values: ['false'], name: 'EndpointPrivateAccess', takes: ['true'] },
  ],
  'AWS::Batch::ComputeEnvironment ComputeResources': [
    { ...onFargate, excludes: ['InstanceRole', 'InstanceTypes'] },
    { ...onFargate, needs: ['SecurityGroupIds'] },
  ],
  'AWS::ApplicationAutoScaling::ScalingPolicy': [
    { some: ['ResourceId', 'ScalingTargetId'] },
    { given: 'ScalingTargetId', excludes: ['ResourceId', 'ScalableDimension', 'ServiceNamespace'] },
    { given: 'ResourceId', needs: ['ScalableDimension', 'ServiceNamespace'] },
    { given: 'PolicyType', values: ['TargetTrackingScaling'], needs: ['TargetTrackingScalingPolicyConfiguration'] },
    ...dimensionMetrics,
  ],
  'AWS::ApplicationAutoScaling::ScalingPolicy TargetTrackingScalingPolicyConfiguration': [
    { one: ['CustomizedMetricSpecification', 'PredefinedMetricSpecification'] },
  ],
  'AWS::EC2::DHCPOptions': [
    { some: ['DomainName', 'DomainNameServers', 'NetbiosNameServers', 'NetbiosNodeType', 'NtpServers'] },
  ],
  'AWS::EC2::EIPAssociation': [{ one: ['AllocationId', 'EIP'] }, { some: ['InstanceId', 'NetworkInterfaceId'] }],
  'AWS::EC2::FlowLog': [
    { most: ['LogDestination', 'LogGroupName'] },
    { given: 'LogGroupName', needs: ['DeliverLogsPermissionArn'] },
  ],
  'AWS::EC2::Instance': [
    { some: ['ImageId', 'LaunchTemplate'] },
    { given: 'NetworkInterfaces', excludes: ['SecurityGroupIds', 'SecurityGroups', 'SubnetId'] },
    // In a subnet, security groups are given by their ids.
    { given: 'SubnetId', excludes: ['SecurityGroups'] },
  ],
  'AWS::EC2::Instance BlockDeviceMappings.Ebs': volume,
  'AWS::EC2::Instance LaunchTemplate': launchTemplate,
  'AWS::EC2::Instance NetworkInterfaces': [{ given: 'NetworkInterfaceId', excludes: ofNewInterfaces }],
  'AWS::EC2::LaunchTemplate LaunchTemplateData': [
    { most: ['InstanceRequirements', 'InstanceType'] },
    { most: ['SecurityGroupIds', 'SecurityGroups'] },
    { given: 'NetworkInterfaces', excludes: ['SecurityGroupIds', 'SecurityGroups'] },
  ],
  'AWS::EC2::LaunchTemplate LaunchTemplateData.BlockDeviceMappings.Ebs': volume,
  'AWS::EC2::NatGateway': [
    {
      given: 'ConnectivityType',
      values: ['public'],
      otherwise: 'public',
      needsOne: ['AllocationId', 'AvailabilityMode'],
    },
    { given: 'ConnectivityType', values: ['private'], excludes: ['AllocationId', 'SecondaryAllocationIds'] },
  ],
  'AWS::EC2::NetworkAclEntry': [
    { one: ['CidrBlock', 'Ipv6CidrBlock'] },
    { given: 'Protocol', values: ['6', '17'], needs: ['PortRange'] },
    { given: 'Protocol', values: ['1', '58'], needs: ['Icmp'] },
  ],
  'AWS::EC2::NetworkInterface': [
    { most: ['PrivateIpAddresses', 'SecondaryPrivateIpAddressCount'] },
    { most: ['Ipv6AddressCount', 'Ipv6Addresses'] },
    { most: ['Ipv4PrefixCount', 'Ipv4Prefixes'] },
    { most: ['Ipv6PrefixCount', 'Ipv6Prefixes'] },
  ],
  'AWS::EC2::Route': [
    { one: ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'] },
    { one: routeTargets },
    { given: 'EgressOnlyInternetGatewayId', excludes: ['DestinationCidrBlock'] },
  ],
  'AWS::EC2::SecurityGroup SecurityGroupEgress': egress,
  'AWS::EC2::SecurityGroup SecurityGroupIngress': ingress,
  'AWS::EC2::SecurityGroupEgress': egress,
  'AWS::EC2::SecurityGroupIngress': [...ingress, { one: ['GroupId', 'GroupName'] }],
  'AWS::EC2::Subnet': [
    { some: ['CidrBlock', 'Ipv4IpamPoolId', 'Ipv6CidrBlock', 'Ipv6IpamPoolId'] },
    { most: ['CidrBlock', 'Ipv4IpamPoolId'] },
    { most: ['Ipv6CidrBlock', 'Ipv6IpamPoolId'] },
    { given: 'Ipv4NetmaskLength', needs: ['Ipv4IpamPoolId'] },
    { given: 'Ipv4IpamPoolId', needs: ['Ipv4NetmaskLength'] },
    { given: 'Ipv6NetmaskLength', needs: ['Ipv6IpamPoolId'] },
    { given: 'Ipv6IpamPoolId', needs: ['Ipv6NetmaskLength'] },
  ],
  'AWS::EC2::SubnetCidrBlock': [{ some: ['Ipv6CidrBlock', 'Ipv6IpamPoolId'] }],
  'AWS::EC2::TransitGatewayRoute': [{ some: ['Blackhole', 'TransitGatewayAttachmentId'] }],
  'AWS::EC2::VPC': [{ one: ['CidrBlock', 'Ipv4IpamPoolId'] }],
  'AWS::EC2::VPCCidrBlock': [
    { given: 'AmazonProvidedIpv6CidrBlock', values: ['true'], excludes: ['CidrBlock'] },
    {
      some: [
        'AmazonProvidedIpv6CidrBlock',
        'CidrBlock',
        'Ipv4IpamPoolId',
        'Ipv6CidrBlock',
        'Ipv6IpamPoolId',
        'Ipv6Pool',
      ],
    },
  ],
  'AWS::EC2::VPCEndpoint': [
    {
      given: 'VpcEndpointType',
      values: ['Gateway'],
      otherwise: 'Gateway',
      excludes: ['SecurityGroupIds', 'SubnetIds'],
    },
    { given: 'VpcEndpointType', values: ['GatewayLoadBalancer', 'Interface'], excludes: ['RouteTableIds'] },
    {
      given: 'VpcEndpointType',
      values: ['Gateway'],
      otherwise: 'Gateway',
      name: 'PrivateDnsEnabled',
      takes: ['false'],
    },
  ],
  'AWS::EC2::VPNConnection': [{ most: ['TransitGatewayId', 'VpnGatewayId'] }],
  'AWS::EC2::VPCGatewayAttachment': [{ one: ['InternetGatewayId', 'VpnGatewayId'] }],
  'AWS::ECS::Service': [{ most: ['CapacityProviderStrategy', 'LaunchType'] }],
  'AWS::EC2::Volume': [{ some: ['Size', 'SnapshotId', 'SourceVolumeId'] }, ...volume],
  'AWS::EKS::Nodegroup': [{ given: 'LaunchTemplate', excludes: ['DiskSize', 'RemoteAccess'] }],
  'AWS::ECS::TaskDefinition Volumes.EFSVolumeConfiguration': encryptedTransit,
  'AWS::ECS::TaskDefinition ContainerDefinitions.LogConfiguration': [
    { given: 'LogDriver', values: ['awslogs'], needs: ['Options.awslogs-group', 'Options.awslogs-region'] },
  ],
  'AWS::ElasticLoadBalancing::LoadBalancer Listeners': [
    { given: 'Protocol', values: ['HTTPS', 'SSL'], needs: ['SSLCertificateId'] },
  ],
  'AWS::ElasticLoadBalancingV2::Listener': [{ given: 'Protocol', values: ['HTTPS', 'TLS'], needs: ['Certificates'] }],
  'AWS::ElasticLoadBalancingV2::Listener DefaultActions': listenerAction,
  'AWS::ElasticLoadBalancingV2::ListenerRule Actions': listenerAction,
  'AWS::ElasticLoadBalancingV2::ListenerRule Conditions': [
    { given: 'Field', values: ['host-header'], needsOne: ['HostHeaderConfig', 'RegexValues', 'Values'] },
    { given: 'Field', values: ['http-header'], needs: ['HttpHeaderConfig'] },
    { given: 'Field', values: ['http-request-method'], needsOne: ['HttpRequestMethodConfig', 'Values'] },
    { given: 'Field', values: ['path-pattern'], needsOne: ['PathPatternConfig', 'RegexValues', 'Values'] },
    { given: 'Field', values: ['query-string'], needs: ['QueryStringConfig'] },
    { given: 'Field', values: ['source-ip'], needs: ['SourceIpConfig'] },
  ],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [{ one: ['SubnetMappings', 'Subnets'] }],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    { given: 'TargetType', values: ['lambda'], excludes: ['Port', 'Protocol', 'VpcId'] },
    {
      given: 'TargetType',
      values: ['alb', 'instance', 'ip'],
      otherwise: 'instance',
      needs: ['Port', 'Protocol', 'VpcId'],
    },
    { given: 'Protocol', values: ['GENEVE'], name: 'Port', takes: ['6081'] },
    { given: 'Protocol', values: ['TCP', 'TCP_UDP', 'TLS', 'UDP', 'GENEVE'], excludes: ['ProtocolVersion'] },
    { given: 'HealthCheckProtocol', values: ['TCP'], excludes: ofHttpChecks },
  ],
  'AWS::Lambda::EventSourceMapping': [{ one: ['EventSourceArn', 'SelfManagedEventSource'] }],
  'AWS::Lambda::Function': [
    {
      given: 'PackageType',
      values: ['Image'],
      excludes: ['Code.S3Bucket', 'Code.ZipFile', 'Handler', 'Layers', 'Runtime'],
    },
  ],
  'AWS::Lambda::Function Code': code,
};
