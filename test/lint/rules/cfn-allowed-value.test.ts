import { cfnAllowedValue } from '../../../src/lint/rules/cfn-allowed-value.ts';
import { tester } from '../tester.ts';

const schedule = (mode: string) => `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties: {ScheduleExpression: rate(1 day), FlexibleTimeWindow: {Mode: ${mode}}}
`;

const fn = (properties: string) => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {${properties}}
`;

const subscription = (scope: string) => `Resources:
  Mails:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref T, Protocol: email, Endpoint: a@b.c, FilterPolicyScope: ${scope}}
`;

const resource = (type: string, properties: string) => `Resources:
  A:
    Type: ${type}
    Properties: {${properties}}
`;

const broker =
  'BrokerName: shop, DeploymentMode: single_instance, EngineType: ActiveMQ, AuthenticationStrategy: simple';

tester.run(cfnAllowedValue, {
  valid: [
    // The services take these in any case.
    resource('AWS::Batch::ComputeEnvironment', 'Type: managed'),
    resource('AWS::Batch::JobDefinition', 'Type: Container'),
    resource('AWS::EC2::EIP', 'Domain: VPC'),
    resource('AWS::EC2::Volume', 'VolumeType: GP2'),
    resource('AWS::EC2::Volume', 'VolumeType: !Ref P}\nParameters: {P: {Type: String, Default: GP2}'),
    resource('AWS::EC2::NetworkAclEntry', 'RuleAction: Allow'),
    resource('AWS::EC2::IPAMPool', 'AddressFamily: IPv4'),
    resource('AWS::EC2::TrafficMirrorFilterRule', 'TrafficDirection: INGRESS'),
    resource('AWS::ElastiCache::ReplicationGroup', 'ClusterMode: Disabled, NetworkType: Ipv4'),
    resource('AWS::Route53Resolver::ResolverEndpoint', 'Direction: Inbound'),
    resource('AWS::AmazonMQ::Broker', `${broker}, StorageType: efs, MaintenanceWindowStartTime: {DayOfWeek: Monday}`),
    // The list of the API leaves out the kind that is no special one.
    resource('AWS::EC2::NetworkInterface', 'InterfaceType: interface'),
    // SES takes both ways to write its events.
    resource(
      'AWS::SES::ConfigurationSetEventDestination',
      'EventDestination: {MatchingEventTypes: [SEND, send, RENDERING_FAILURE, renderingFailure]}',
    ),
    fn('PackageType: Zip'),
    fn("RecursiveLoop: '{{resolve:ssm:/loop}}'"),
    fn('PackageType: !Ref P'),
    subscription('MessageBody'),
  ],
  invalid: [
    {
      template: 'Resources: {A: {Type: AWS::CloudWatch::Alarm, Properties: {TreatMissingData: ignored}}}\n',
      problems: [{ messageId: 'suggested', line: 1, column: 78, data: { near: 'ignore' } }],
    },
    {
      template: fn(`PackageType: !Ref P}\nParameters: {P: {Type: String, Default: Tar}`),
      problems: [{ messageId: 'value', line: 4, column: 31, level: 'warning', data: { found: 'Tar' } }],
    },
    {
      template: fn(`PackageType: !Ref P}\nParameters: {P: {Type: String, Default: Zip, AllowedValues: [Zip, Tar]}`),
      problems: [{ messageId: 'value', line: 4, column: 31, level: 'warning', data: { found: 'Tar' } }],
    },
    {
      template: fn(`PackageType: !FindInMap [M, a, b]}\nMappings: {M: {a: {b: Tar}}`),
      problems: [{ messageId: 'value', line: 4, column: 31, level: 'error', data: { found: 'Tar' } }],
    },
    {
      // Another value is wrong in any case.
      template: resource('AWS::Batch::ComputeEnvironment', 'Type: manged'),
      problems: [{ messageId: 'suggested', line: 4, column: 24, level: 'error', data: { near: 'MANAGED' } }],
    },
    {
      template: resource('AWS::EC2::NetworkInterface', 'InterfaceType: interfaces'),
      problems: [{ messageId: 'suggested', line: 4, column: 33, data: { near: 'interface' } }],
    },
    {
      template: resource(
        'AWS::SES::ConfigurationSetEventDestination',
        'EventDestination: {MatchingEventTypes: [Send, rendering_failure]}',
      ),
      problems: [
        { messageId: 'suggested', line: 4, column: 58, data: { found: 'Send' } },
        { messageId: 'suggested', line: 4, column: 64, data: { found: 'rendering_failure' } },
      ],
    },
    {
      template: resource(
        'AWS::ApiGateway::Method',
        'RestApiId: a, ResourceId: b, HttpMethod: GET, AuthorizationType: None',
      ),
      problems: [{ messageId: 'case', line: 4, column: 83, level: 'warning', data: { near: 'NONE' } }],
    },
    {
      template: resource('AWS::Route53::RecordSet', 'HostedZoneId: Z1, Name: a.example.com., Type: AA'),
      problems: [{ messageId: 'suggested', line: 4, column: 64, level: 'error', data: { near: 'A' } }],
    },
    {
      // EC2 ignores the case of some values; of this one it is not known.
      template: resource('AWS::EC2::VPC', 'CidrBlock: 10.0.0.0/16, InstanceTenancy: Default'),
      problems: [
        {
          messageId: 'case',
          line: 4,
          column: 59,
          level: 'warning',
          data: { path: 'InstanceTenancy', found: 'Default', near: 'default' },
        },
      ],
    },
    {
      template: resource('AWS::Route53::HealthCheck', 'HealthCheckConfig: {Type: TCP, RequestInterval: 20}'),
      problems: [{ messageId: 'value', line: 4, column: 66, data: { found: '20' } }],
    },
    {
      template: resource('AWS::EC2::VPC', 'CidrBlock: 10.0.0.0/16, InstanceTenancy: Shared'),
      problems: [{ messageId: 'value', line: 4, column: 59, level: 'error' }],
    },
    {
      template: resource('AWS::EC2::EIP', 'Domain: classic'),
      problems: [
        {
          messageId: 'ignored',
          line: 4,
          column: 26,
          level: 'warning',
          data: { found: 'classic', allowed: 'standard, vpc' },
        },
      ],
    },
    {
      // Lambda minds the case.
      template: fn('PackageType: zip'),
      problems: [{ messageId: 'suggested', line: 4, column: 31, level: 'error', data: { near: 'Zip' } }],
    },
    {
      template: fn('RecursiveLoop: ALLOW'),
      problems: [{ messageId: 'suggested', line: 4, column: 33, data: { near: 'Allow' } }],
    },
    {
      template: fn('PackageType: !If [A, Zip, Tarball]'),
      problems: [{ messageId: 'value', line: 4, column: 44, data: { found: 'Tarball' } }],
    },
    {
      template: schedule('OFF'),
      problems: [{ messageId: 'quoted', line: 4, column: 78, endColumn: 81, data: { spelt: 'OFF', found: 'false' } }],
      output: schedule("'OFF'"),
    },
    {
      template: subscription('Body'),
      problems: [{ messageId: 'suggested', line: 4, column: 89, data: { near: 'MessageBody' } }],
    },
    {
      template: schedule('off'),
      problems: [{ messageId: 'value', line: 4, column: 78, data: { found: 'false' } }],
    },
  ],
});
