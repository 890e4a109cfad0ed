import { cfnValuePattern } from '../../../src/lint/rules/cfn-value-pattern.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

const bucket = (filter: string) =>
  of(
    'AWS::S3::Bucket',
    `NotificationConfiguration: {QueueConfigurations: [{Event: "s3:ObjectCreated:*", Queue: !Ref Q, Filter: {S3Key: {Rules: [${filter}]}}}]}`,
  );
const eventRule = (path: string) =>
  of('AWS::Events::Rule', `ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !Ref A, InputPath: ${path}}]`);
const kafka = (server: string) =>
  of(
    'AWS::Lambda::EventSourceMapping',
    `FunctionName: fn, Topics: [orders], SelfManagedEventSource: {Endpoints: {KafkaBootstrapServers: [${server}]}}`,
  );
const distribution = (policy: string) =>
  of(
    'AWS::CloudFront::Distribution',
    `DistributionConfig: {Enabled: true, DefaultCacheBehavior: {TargetOriginId: a, ViewerProtocolPolicy: https-only, CachePolicyId: ${policy}}}`,
  );
const acl = (metric: string) =>
  of(
    'AWS::WAFv2::WebACL',
    `Scope: REGIONAL, DefaultAction: {Allow: {}}, VisibilityConfig: {SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: ${metric}}`,
  );

const role = (path: string) => of('AWS::IAM::Role', `AssumeRolePolicyDocument: {}, Path: ${path}`);
const answer = (code: string) =>
  of(
    'AWS::ElasticLoadBalancingV2::Listener',
    `LoadBalancerArn: l, DefaultActions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: ${code}}}]`,
  );
const searchNodes = (type: string) => of('AWS::OpenSearchService::Domain', `ClusterConfig: {InstanceType: ${type}}`);
const group = (checks: string) => of('AWS::AutoScaling::AutoScalingGroup', `HealthCheckType: ${checks}`);

tester.run(cfnValuePattern, {
  valid: [
    ...['/', '/shop/', '/shop/orders/', '!Sub "/${Stage}/"'].map(role),
    ...['"200"', '"404"', '!Ref Code'].map(answer),
    ...['m7g.large.search', '!Ref Type'].map(searchNodes),
    ...['EC2', 'ELB', '"EBS,ELB"', '"ELB, VPC_LATTICE"', 'elb'].map(group),
    ...['1150', '"3306"', '65535'].map((port) => of('AWS::RDS::DBInstance', `Port: ${port}`)),
    ...['0', '"300"', '43200'].map((time) => of('AWS::CloudFormation::WaitCondition', `Timeout: ${time}`)),
    ...['ra3.large', 'dc2.large'].map((type) => of('AWS::Redshift::Cluster', `NodeType: ${type}`)),
    of('AWS::Cognito::UserPool', 'EmailVerificationMessage: "Your code: {####}."'),
    of('AWS::Cognito::UserPool', 'VerificationMessageTemplate: {EmailMessageByLink: "{##Click here##}"}'),
    of('AWS::EC2::VPCEndpoint', 'VpcId: v, ServiceName: !Sub "com.amazonaws.${AWS::Region}.s3"'),
    of('AWS::IAM::Role', 'Path: /shop/orders/'),
    of('AWS::ElasticLoadBalancing::LoadBalancer', 'Listeners: [{Protocol: http, InstanceProtocol: TCP}]'),
    of('AWS::AmazonMQ::Broker', 'HostInstanceType: mq.t3.micro'),
    of('AWS::RDS::DBInstance', 'Engine: MySQL'),
    of('AWS::RDS::DBCluster', 'Engine: aurora-postgresql'),
    of('AWS::ApiGateway::Stage', 'MethodSettings: [{ResourcePath: "/*", HttpMethod: "*"}]'),
    of('AWS::EC2::Instance', 'BlockDeviceMappings: [{DeviceName: a, VirtualName: ephemeral23}]'),
    // Some directories give ids without hyphens.
    ...['0123456789abcdef0123456789abcdef', '9067abcdef-01234567-89ab-cdef-0123-456789abcdef'].flatMap((principal) => [
      of('AWS::SSO::Assignment', `PrincipalId: ${principal}`),
      of('AWS::IdentityStore::GroupMembership', `GroupId: ${principal}, MemberId: {UserId: ${principal}}`),
    ]),
    of('AWS::IAM::OIDCProvider', 'Url: https://token.actions.githubusercontent.com'),
    of('AWS::IAM::OIDCProvider', 'Url: !GetAtt Cluster.OpenIdConnectIssuerUrl'),
    of('AWS::SageMaker::NotebookInstance', 'InstanceType: ml.t3.medium, RoleArn: !Ref R'),
    of('AWS::SageMaker::NotebookInstance', 'InstanceType: !Ref Type, RoleArn: !Ref R'),
    ...['orders', 'Orders_2', '!Ref Name', '""'].map((name) => of('AWS::RDS::DBInstance', `DBName: ${name}`)),
    ...['orders', 'ORCL', '!Sub "${Stage}db"'].map((name) => of('AWS::RDS::DBCluster', `DatabaseName: ${name}`)),
    of('AWS::ApiGateway::Stage', 'StageName: my-stage_1, RestApiId: a'),
    of('AWS::ApiGatewayV2::Stage', 'StageName: $default, ApiId: a'),
    of('AWS::CloudWatch::CompositeAlarm', 'OKActions: [arn:aws-cn:sns:cn-north-1:111122223333:ops, !Ref Ops]'),
    of('AWS::CloudWatch::Alarm', 'Metrics: [{Id: sum_1, Expression: a + b}]'),
    of('AWS::Events::ApiDestination', 'InvocationEndpoint: https://example.com/*/hook'),
    of('AWS::Lambda::Function', 'Role: arn:aws:iam::123456789012:role/app'),
    of('AWS::Lambda::Function', 'Role: !Ref R, Handler: "{{resolve:ssm:/a b}}"'),
    of('AWS::Lambda::Function', "Role: 'arn:aws:iam::${AccountId}:role/app'"),
    of('AWS::CodePipeline::Pipeline', 'RoleArn: arn:aws-cn:iam::123456789012:role/app'),
    ...['/app/x', 'app.x', '!Sub "${Stage}/x"'].map((name) =>
      of('AWS::SSM::Parameter', `Type: String, Value: x, Name: ${name}`),
    ),
    ...['Prefix', 'suffix'].map((name) => bucket(`{Name: ${name}, Value: a}`)),
    ...['$', '$.detail', '""'].map((path) => eventRule(path)),
    ...['b-1.example.com:9092', '!Sub "${Host}:9092"'].map((server) => kafka(server)),
    ...[
      'postgres16',
      'mysql8.0',
      'aurora-postgresql16',
      'aurora-mysql8.0',
      'mariadb11.4',
      'oracle-ee-19',
      'sqlserver-ex-15.0',
      'postgres9.6',
      'aurora5.6',
      'mysql8.4',
    ].map((family) => of('AWS::RDS::DBParameterGroup', `Description: d, Family: ${family}`)),
    ...['"200"', '200-299', '"200,202"'].map((code) =>
      of('AWS::ElasticLoadBalancingV2::TargetGroup', `TargetType: lambda, Matcher: {HttpCode: ${code}}`),
    ),
    of('AWS::EC2::SecurityGroup', 'GroupDescription: d, GroupName: my-sg-web'),
    distribution('658327ea-f89d-4fab-a63d-7e88639e58f6'),
    distribution('!Ref Policy'),
    of('AWS::AppSync::DataSource', 'ApiId: a, Type: NONE, Name: orders_1'),
    acl('orders-limit'),
  ],
  invalid: [
    ...['shop', '/shop', 'shop/', '/my shop/'].map((found) =>
      marked(role(`‹${found}›`), {
        messageId: 'form',
        data: { found },
      }),
    ),
    ...['Group', 'InstanceProfile', 'ManagedPolicy', 'ServerCertificate', 'User', 'VirtualMFADevice'].map((type) =>
      marked(of(`AWS::IAM::${type}`, 'Path: ‹shop›'), { messageId: 'form', data: { found: 'shop' } }),
    ),
    marked(answer("‹'302'›"), 'form'),
    marked(searchNodes('‹t3.small.elasticsearch›'), { messageId: 'form', data: { found: 't3.small.elasticsearch' } }),
    marked(of('AWS::OpenSearchService::Domain', 'DomainName: ‹Orders›'), 'form'),
    ...['ALB', "'EC2,ALB'"].map((checks) => marked(group(`‹${checks}›`), 'form')),
    ...['80', '1149', '65536'].map((port) => marked(of('AWS::RDS::DBInstance', `Port: ‹'${port}'›`), 'form')),
    ...['43201', '50000'].map((time) =>
      marked(of('AWS::CloudFormation::WaitCondition', `Timeout: ‹'${time}'›`), 'form'),
    ),
    ...['dc1.large', 'ds2.xlarge'].map((type) => marked(of('AWS::Redshift::Cluster', `NodeType: ‹${type}›`), 'form')),
    marked(of('AWS::Cognito::UserPool', 'EmailVerificationMessage: ‹Your code›'), 'form'),
    marked(of('AWS::Cognito::UserPool', 'VerificationMessageTemplate: {EmailMessageByLink: ‹Click here›}'), 'form'),
    marked(of('AWS::EC2::VPCEndpoint', 'VpcId: v, ServiceName: ‹s3›'), 'form'),
    marked(
      of(
        'AWS::S3::Bucket',
        'ReplicationConfiguration: {Role: !Ref R, Rules: [{Status: Enabled, Destination: {Bucket: ‹copies›}}]}',
      ),
      { messageId: 'form', data: { found: 'copies' } },
    ),
    marked(of('AWS::IAM::Role', 'Path: ‹/shop›'), {
      messageId: 'form',
      data: { form: "a path that begins and ends with '/'" },
    }),
    marked(of('AWS::ElasticLoadBalancing::LoadBalancer', 'Listeners: [{Protocol: ‹UDP›}]'), 'form'),
    marked(of('AWS::AmazonMQ::Broker', 'HostInstanceType: ‹t2.micro›'), 'form'),
    marked(
      of('AWS::OpenSearchService::Domain', 'DomainName: ‹My_Domain›, ClusterConfig: {InstanceType: ‹m5.large›}'),
      'form',
    ),
    marked(of('AWS::ElastiCache::ReplicationGroup', 'Engine: ‹memcached›, CacheNodeType: ‹t4g.small›'), 'form'),
    marked(of('AWS::RDS::DBInstance', 'Engine: ‹postgresql›'), { messageId: 'form', data: { found: 'postgresql' } }),
    marked(of('AWS::ApiGateway::Stage', 'MethodSettings: [{ResourcePath: ‹orders›, HttpMethod: GET}]'), 'form'),
    marked(of('AWS::EC2::Instance', 'BlockDeviceMappings: [{DeviceName: a, VirtualName: ‹ephemeral24›}]'), 'form'),
    marked(of('AWS::ElasticLoadBalancingV2::Listener', 'Certificates: [{CertificateArn: ‹shop›}]'), 'form'),
    marked(
      of(
        'AWS::S3::Bucket',
        'NotificationConfiguration: {LambdaConfigurations: [{Event: "s3:ObjectCreated:*", Function: ‹orders›}]}',
      ),
      { messageId: 'form', data: { form: 'the ARN of a function' } },
    ),
    {
      template: of('AWS::IAM::OIDCProvider', 'Url: token.actions.githubusercontent.com'),
      problems: [{ messageId: 'form', line: 4, column: 23, data: { form: "an address that begins with 'https://'" } }],
    },
    {
      template: of('AWS::SageMaker::NotebookInstance', 'InstanceType: t3.medium, RoleArn: !Ref R'),
      problems: [{ messageId: 'form', line: 4, column: 32, data: { found: 't3.medium' } }],
    },
    {
      template: of(
        'AWS::SageMaker::EndpointConfig',
        'ProductionVariants: [{VariantName: a, ModelName: m, InitialVariantWeight: 1, InstanceType: m5.large}]',
      ),
      problems: [{ messageId: 'form', line: 4, column: 109, data: { found: 'm5.large' } }],
    },
    ...['my-db', '1db'].map((found) => ({
      template: of('AWS::RDS::DBInstance', `DBName: ${found}`),
      problems: [{ messageId: 'form', line: 4, column: 26, data: { found } }],
    })),
    {
      template: of('AWS::RDS::DBCluster', 'DatabaseName: my-db'),
      problems: [{ messageId: 'form', line: 4, column: 32, data: { found: 'my-db' } }],
    },
    {
      template: of('AWS::ApiGateway::Stage', 'StageName: my/stage, RestApiId: a'),
      problems: [{ messageId: 'form', line: 4, column: 29, data: { found: 'my/stage' } }],
    },
    {
      template: of('AWS::ApiGatewayV2::Stage', 'StageName: $live, ApiId: a'),
      problems: [{ messageId: 'form', line: 4, column: 29, data: { found: '$live' } }],
    },
    {
      template: of('AWS::CloudWatch::Alarm', 'AlarmActions: [arn:aws:sns:us-east-1:111122223333:ops, my-topic]'),
      problems: [{ messageId: 'form', line: 4, column: 73, data: { path: 'AlarmActions[1]', found: 'my-topic' } }],
    },
    {
      template: of('AWS::CloudWatch::Alarm', 'Metrics: [{Id: Sum, Expression: a + b}]'),
      problems: [{ messageId: 'form', line: 4, column: 33, data: { path: 'Metrics[0].Id' } }],
    },
    {
      template: of('AWS::Events::ApiDestination', 'InvocationEndpoint: http://example.com/hook'),
      problems: [{ messageId: 'form', line: 4, column: 38, data: { found: 'http://example.com/hook' } }],
    },
    {
      template: of('AWS::RDS::DBInstance', 'DBInstanceClass: t4g.micro'),
      problems: [{ messageId: 'form', line: 4, column: 35, data: { form: 'a class such as db.t4g.micro' } }],
    },
    {
      template: of('AWS::Lambda::Function', 'Role: arn:aws:iam:::role/app'),
      problems: [{ messageId: 'wrong', line: 4, column: 24, data: { path: 'Role' } }],
    },
    {
      template: of('AWS::Lambda::Function', 'Role: !If [A, app, !Ref R], Handler: a b'),
      problems: [
        { messageId: 'wrong', line: 4, column: 32, data: { found: 'app' } },
        { messageId: 'wrong', line: 4, column: 55, data: { path: 'Handler' } },
      ],
    },
    {
      template: of('AWS::SSM::Parameter', 'Type: String, Value: x, Name: app/x'),
      problems: [{ messageId: 'form', line: 4, column: 48, data: { found: 'app/x' } }],
    },
    {
      template: bucket('{Name: sufix, Value: .csv}'),
      problems: [{ messageId: 'form', line: 4, column: 145, data: { form: "'prefix' or 'suffix'" } }],
    },
    {
      template: eventRule('detail'),
      problems: [{ messageId: 'form', line: 4, column: 93, data: { found: 'detail' } }],
    },
    {
      template: kafka('b-1.example.com'),
      problems: [{ messageId: 'form', line: 4, column: 115, data: { found: 'b-1.example.com' } }],
    },
    ...[
      'postgres-16',
      'postgresql16',
      'postgres16.3',
      'mysql-8.0',
      'mysql8.0.35',
      'aurora-postgresql-16',
      'aurora-postgresql16.4',
    ].map((family) => ({
      template: of('AWS::RDS::DBClusterParameterGroup', `Description: d, Parameters: {}, Family: ${family}`),
      problems: [{ messageId: 'form', line: 4, column: 58, data: { found: family } }],
    })),
    {
      template: of('AWS::ElasticLoadBalancingV2::TargetGroup', 'TargetType: lambda, Matcher: {HttpCode: 2xx}'),
      problems: [{ messageId: 'form', line: 4, column: 58, data: { found: '2xx' } }],
    },
    {
      template: of('AWS::EC2::SecurityGroup', 'GroupDescription: d, GroupName: sg-web'),
      problems: [{ messageId: 'form', line: 4, column: 50, data: { found: 'sg-web' } }],
    },
    {
      template: distribution('CachingOptimized'),
      problems: [{ messageId: 'form', line: 4, column: 145, data: { found: 'CachingOptimized' } }],
    },
    {
      template: of('AWS::AppSync::DataSource', 'ApiId: a, Type: NONE, Name: my-ds'),
      problems: [{ messageId: 'form', line: 4, column: 46, data: { found: 'my-ds' } }],
    },
    {
      template: acl('my metric'),
      problems: [{ messageId: 'form', line: 4, column: 156, data: { found: 'my metric' } }],
    },
    {
      // A part of the id is missing.
      template: of('AWS::SSO::Assignment', 'PrincipalId: 0123456789abcdef0123456789abcde'),
      problems: [{ messageId: 'wrong', line: 4, column: 31, data: { found: '0123456789abcdef0123456789abcde' } }],
    },
  ],
});
