import { cfnReferenceKind } from '../../../src/lint/rules/cfn-reference-kind.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const others = `
  Role: {Type: AWS::IAM::Role}
  Queue: {Type: AWS::SQS::Queue}
  Key: {Type: AWS::KMS::Key}
  Topic: {Type: AWS::SNS::Topic}
  Table: {Type: AWS::DynamoDB::Table}
  Bucket: {Type: AWS::S3::Bucket}
  Group: {Type: AWS::Logs::LogGroup}
  Fn: {Type: AWS::Lambda::Function}
  Alias: {Type: AWS::Lambda::Alias}
  Vpc: {Type: AWS::EC2::VPC}
  Open: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a}}
  Inside: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a, VpcId: !Ref Vpc}}
  Subnet: {Type: AWS::EC2::Subnet}
  Stack: {Type: AWS::CloudFormation::Stack}
  Value: {Type: AWS::SSM::Parameter}
  Acl: {Type: AWS::WAFv2::WebACL}
  Keys: {Type: AWS::CloudFront::KeyGroup}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Address: {Type: AWS::EC2::EIP}
  Identity: {Type: AWS::CloudFront::CloudFrontOriginAccessIdentity}
  Graph: {Type: AWS::AppSync::GraphQLApi}
  Source: {Type: AWS::AppSync::DataSource}
  Scaling: {Type: AWS::AutoScaling::AutoScalingGroup}`;

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}${others}
`;

const pipe = 'AWS::Pipes::Pipe';
const machine = 'AWS::StepFunctions::StateMachine';
const rule = 'AWS::Events::Rule';
const mapping = 'AWS::Lambda::EventSourceMapping';
const vpcLink = 'AWS::ApiGatewayV2::VpcLink';

tester.run(cfnReferenceKind, {
  valid: [
    of('AWS::EC2::Subnet', 'VpcId: !GetAtt Subnet.VpcId'),
    of('AWS::EC2::SecurityGroupIngress', 'GroupId: !GetAtt Vpc.DefaultSecurityGroup'),
    of('AWS::EC2::Instance', 'ImageId: !Ref Value'),
    of(machine, 'RoleArn: !GetAtt Role.Arn'),
    of('AWS::SQS::Queue', 'QueueName: !GetAtt Topic.TopicName'),
    of('AWS::SQS::Queue', 'QueueName: !Ref Inside'),
    of('AWS::SQS::Queue', 'QueueName: !GetAtt Address.PublicIp'),
    of('AWS::Lambda::Function', 'LoggingConfig: {LogGroup: !Ref Group}'),
    of('AWS::Logs::LogGroup', 'KmsKeyId: !GetAtt Key.Arn'),
    of('AWS::Logs::LogGroup', 'KmsKeyId: !ImportValue key'),
    of('AWS::Logs::LogGroup', 'KmsKeyId: !Ref KeyParameter'),
    of('AWS::Lambda::Permission', "SourceArn: !Sub '${Bucket.Arn}/*'"),
    of('AWS::Lambda::Permission', "SourceArn: !Sub '${Prefix}${Bucket}/*'"),
    of('AWS::Lambda::Permission', "SourceArn: !Sub 'arn:aws:s3:::${Bucket}'"),
    of('AWS::Lambda::Permission', "SourceArn: !Sub ['${Bucket}/*', {Bucket: 'arn:aws:s3:::a'}]"),
    of('AWS::Lambda::Permission', "SourceArn: !Sub '${Topic}:*'"),
    of(machine, 'RoleArn: !Ref RoleParameter'),
    of(pipe, 'Enrichment: !GetAtt Fn.Arn, Source: !GetAtt Queue.Arn, Target: !Ref Topic'),
    of(machine, 'RoleArn: !GetAtt Stack.Outputs.RoleArn'),
    of(machine, 'RoleArn: !GetAtt Value.Value'),
    of(machine, "RoleArn: !Sub 'arn:aws:iam::1:role/${Role}'"),
    of(rule, 'Targets: [{Id: a, Arn: !Ref Topic}, {Id: b, Arn: !Ref Alias}, {Id: c, Arn: !GetAtt [Fn, Arn]}]'),
    of(mapping, 'EventSourceArn: !GetAtt Table.StreamArn, FunctionName: !Ref Fn'),
    of(mapping, 'EventSourceArn: !Sub "${Queue.Arn}", FunctionName: !GetAtt Fn.Arn'),
    of('AWS::SQS::QueuePolicy', 'Queues: [!Ref Queue, !GetAtt Queue.QueueUrl]'),
    of('AWS::S3::BucketPolicy', 'Bucket: !Ref Bucket'),
    of('AWS::EC2::SecurityGroup', 'VpcId: !GetAtt Subnet.VpcId'),
    of('AWS::Lambda::Function', 'VpcConfig: {SecurityGroupIds: [!GetAtt Vpc.DefaultSecurityGroup]}'),
    of('AWS::Lambda::Url', 'TargetFunctionArn: !Ref Fn'),
    of('AWS::Lambda::Function', 'VpcConfig: {SecurityGroupIds: [!Ref Inside, !GetAtt Open.GroupId]}'),
    // The name of a group in the default VPC is what 'Ref' gives.
    of('AWS::EC2::SecurityGroupIngress', 'GroupName: !Ref Open, SourceSecurityGroupName: !Ref Open'),
    of('AWS::EC2::SecurityGroup', 'SecurityGroupIngress: [{SourceSecurityGroupName: !Ref Open}]'),
    of('AWS::AutoScaling::LaunchConfiguration', 'SecurityGroups: [!Ref Open, !Ref Inside]'),
    of('AWS::EC2::Instance', 'SecurityGroupIds: [!Ref Open, !GetAtt Open.GroupId]'),
    of('AWS::EC2::LaunchTemplate', 'LaunchTemplateData: {SecurityGroupIds: [!Ref Open]}'),
    // Called ARNs, but names are taken as well.
    of('AWS::ECS::TaskDefinition', 'TaskRoleArn: !Ref Role, ExecutionRoleArn: !Ref Role'),
    of('AWS::ECS::CapacityProvider', 'AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Scaling}'),
    of('AWS::SSM::MaintenanceWindowTask', 'TaskArn: !Ref Fn'),
    of('AWS::CodeDeploy::DeploymentGroup', 'ApplicationName: !Ref Topic'),
    of('AWS::EC2::Route', 'GatewayId: !Ref Gateway, RouteTableId: !Ref Parameter'),
    of('AWS::EC2::NatGateway', 'AllocationId: !GetAtt Address.AllocationId'),
    of(
      'AWS::CloudFront::Distribution',
      "DistributionConfig: {Origins: [{Id: a, DomainName: !GetAtt Bucket.RegionalDomainName, S3OriginConfig: {OriginAccessIdentity: !Sub 'origin-access-identity/cloudfront/${Identity}'}}]}",
    ),
    of('AWS::AppSync::Resolver', 'ApiId: !GetAtt Graph.ApiId, DataSourceName: !GetAtt Source.Name'),
  ],
  invalid: [
    marked(of('AWS::EC2::Subnet', 'VpcId: ‹!GetAtt Vpc.CidrBlock›'), {
      messageId: 'meaning',
      data: { types: 'AWS::EC2::VPC', reference: "'!GetAtt Vpc.CidrBlock'", means: 'something else' },
    }),
    marked(of('AWS::EC2::SecurityGroupIngress', 'GroupId: ‹!GetAtt Vpc.VpcId›, SourceSecurityGroupId: ‹!Ref Open›'), [
      { messageId: 'meaning', data: { means: 'the id of an AWS::EC2::VPC' } },
      'cured',
    ]),
    marked(of('AWS::EC2::Instance', 'ImageId: ‹!Ref Vpc›'), 'type'),
    marked(of('AWS::Logs::LogGroup', 'KmsKeyId: ‹!Ref Key›'), {
      messageId: 'cured',
      data: { wanted: 'an ARN', given: 'an id', cure: '!GetAtt Key.Arn' },
    }),
    marked(of('AWS::Lambda::Permission', "SourceArn: ‹!Sub '${Bucket}/*'›"), {
      messageId: 'beginning',
      data: { path: 'SourceArn', reference: '${Bucket}', type: 'AWS::S3::Bucket', given: 'a name' },
    }),
    marked(of(machine, "RoleArn: ‹!Sub '${Role}-${AWS::Region}'›"), {
      messageId: 'beginning',
      data: { given: 'a name' },
    }),
    marked(of(pipe, 'Enrichment: ‹!GetAtt Queue.Arn›'), {
      messageId: 'type',
      data: { path: 'Enrichment', id: 'Queue', type: 'AWS::SQS::Queue' },
    }),
    marked(of(pipe, 'Target: ‹!GetAtt Table.Arn›'), { messageId: 'type', data: { path: 'Target', id: 'Table' } }),
    marked(of('AWS::KMS::Alias', 'TargetKeyId: ‹!Ref Topic›'), 'type'),
    marked(of('AWS::EC2::Route', 'GatewayId: ‹!Ref Address›, RouteTableId: ‹!Ref Vpc›'), 'type'),
    marked(of('AWS::EC2::Instance', 'IamInstanceProfile: ‹!Ref Role›'), 'type'),
    marked(of('AWS::EC2::NatGateway', 'AllocationId: ‹!Ref Address›'), {
      messageId: 'attribute',
      data: { attribute: 'AllocationId' },
    }),
    marked(of('AWS::ECS::Service', 'Cluster: ‹!Ref Topic›, TaskDefinition: ‹!GetAtt Fn.Arn›'), 'type'),
    marked(of('AWS::AppSync::Resolver', 'ApiId: ‹!Ref Graph›, DataSourceName: ‹!Ref Source›'), 'attribute'),
    marked(of('AWS::CloudFront::Distribution', 'DistributionConfig: {Origins: [{Id: a, DomainName: ‹!Ref Bucket›}]}'), {
      messageId: 'cured',
    }),
    marked(
      of(
        'AWS::CloudFront::Distribution',
        'DistributionConfig: {Origins: [{Id: a, S3OriginConfig: {OriginAccessIdentity: ‹!Ref Identity›}}]}',
      ),
      'cured',
    ),
    {
      template: of('AWS::SQS::Queue', 'RedrivePolicy: {deadLetterTargetArn: !Ref Queue, maxReceiveCount: 3}'),
      problems: [{ messageId: 'cured', line: 4, column: 55, data: { cure: '!GetAtt Queue.Arn' } }],
    },
    {
      template: of('AWS::IAM::Policy', 'PolicyName: p, PolicyDocument: {}, Roles: [!GetAtt Role.Arn]'),
      problems: [{ messageId: 'cured', line: 4, column: 61, data: { cure: '!Ref Role' } }],
    },
    {
      template: of('AWS::Lambda::Function', 'VpcConfig: {SecurityGroupIds: [!Ref Open]}'),
      problems: [{ messageId: 'cured', line: 4, column: 49, data: { given: 'a name', cure: '!GetAtt Open.GroupId' } }],
    },
    {
      template: of(machine, 'RoleArn: !Ref Role'),
      problems: [{ messageId: 'cured', line: 4, column: 27, data: { given: 'a name', cure: '!GetAtt Role.Arn' } }],
    },
    {
      template: of(machine, 'RoleArn: !If [C, !GetAtt Role.Arn, !Sub "${Role}"]'),
      problems: [{ messageId: 'cured', line: 4, column: 53 }],
    },
    {
      template: of(rule, 'Targets: [{Id: a, Arn: !Ref Queue}, {Id: b, Arn: !GetAtt Role.Arn}]'),
      problems: [
        { messageId: 'cured', line: 4, column: 41, data: { path: 'Targets[0].Arn', given: 'a URL' } },
        { messageId: 'type', line: 4, column: 67, data: { id: 'Role', type: 'AWS::IAM::Role' } },
      ],
    },
    {
      template: of(mapping, 'EventSourceArn: !GetAtt Table.Arn, FunctionName: !Ref Fn'),
      problems: [{ messageId: 'attribute', line: 4, column: 34, data: { attribute: 'StreamArn' } }],
    },
    {
      template: of('Custom::Greeting', 'ServiceToken: !Ref Fn'),
      problems: [{ messageId: 'cured', line: 4, column: 32, data: { given: 'a name', cure: '!GetAtt Fn.Arn' } }],
    },
    {
      template: of('AWS::SQS::Queue', 'QueueName: !Ref Topic'),
      problems: [
        {
          messageId: 'cured',
          line: 4,
          column: 29,
          data: { wanted: 'a name or an id', given: 'an ARN', cure: '!GetAtt Topic.TopicName' },
        },
      ],
    },
    {
      template: of('AWS::Lambda::Function', 'LoggingConfig: {LogGroup: !GetAtt Group.Arn}'),
      problems: [{ messageId: 'cured', line: 4, column: 44, data: { given: 'an ARN', cure: '!Ref Group' } }],
    },
    {
      template: of('AWS::S3::BucketPolicy', 'Bucket: !GetAtt Bucket.Arn'),
      problems: [{ messageId: 'cured', line: 4, column: 26, data: { wanted: 'a name', cure: '!Ref Bucket' } }],
    },
    {
      template: of('AWS::SQS::QueuePolicy', 'Queues: [!GetAtt Queue.Arn]'),
      problems: [{ messageId: 'cured', line: 4, column: 27, data: { wanted: 'a URL', cure: '!Ref Queue' } }],
    },
    {
      template: of('AWS::EC2::SecurityGroup', 'VpcId: !Ref Role'),
      problems: [{ messageId: 'type', line: 4, column: 25, data: { types: 'AWS::EC2::VPC' } }],
    },
    {
      template: of(vpcLink, 'SubnetIds: [!Ref Subnet, !Ref Vpc]'),
      problems: [{ messageId: 'type', line: 4, column: 43, data: { path: 'SubnetIds[1]' } }],
    },
    {
      template: of('AWS::CloudWatch::Alarm', 'AlarmActions: [!Ref Topic, !Ref Keys]'),
      problems: [{ messageId: 'form', line: 4, column: 45, data: { given: 'an id' } }],
    },
    {
      template: of('AWS::ApiGatewayV2::Route', 'Target: !Ref Link').replace(
        'Role:',
        'Link: {Type: AWS::ApiGatewayV2::Integration}\n  Role:',
      ),
      problems: [{ messageId: 'cured', line: 4, column: 26, data: { cure: '!Sub integrations/${Link}' } }],
    },
    {
      template: of('AWS::WAFv2::WebACLAssociation', 'WebACLArn: !Ref Acl'),
      problems: [{ messageId: 'cured', line: 4, column: 29, data: { cure: '!GetAtt Acl.Arn' } }],
    },
    {
      template: of('AWS::EC2::SecurityGroupIngress', 'GroupName: !GetAtt Open.GroupId'),
      problems: [
        {
          messageId: 'cured',
          line: 4,
          column: 29,
          data: { wanted: 'a name', reference: "'!GetAtt Open.GroupId'", given: 'an id', cure: '!Ref Open' },
        },
      ],
    },
    {
      template: of('AWS::EC2::SecurityGroup', 'SecurityGroupIngress: [{SourceSecurityGroupId: !Ref Open}]'),
      problems: [{ messageId: 'cured', line: 4, column: 65, data: { wanted: 'an id', cure: '!GetAtt Open.GroupId' } }],
    },
    {
      template: of('AWS::EC2::SecurityGroup', 'SecurityGroupIngress: [{SourceSecurityGroupName: !Ref Inside}]'),
      problems: [{ messageId: 'form', line: 4, column: 67, data: { wanted: 'a name', given: 'an id' } }],
    },
    marked(
      `Parameters:
  Network: {Type: 'AWS::EC2::VPC::Id'}
  Groups: {Type: 'List<AWS::EC2::SecurityGroup::Id>'}
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
Resources:
  Web: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a, VpcId: !Ref Network}}
  Rule: {Type: AWS::EC2::SecurityGroupIngress, Properties: {IpProtocol: '-1', CidrIp: 10.0.0.0/8, GroupId: ‹!Ref Network›}}
  Orders: {Type: AWS::Lambda::Function, Properties: {VpcConfig: {SubnetIds: ‹!Ref Groups›, SecurityGroupIds: !Ref Groups}}}
  Other: {Type: AWS::Lambda::Function, Properties: {VpcConfig: {SubnetIds: !Ref Subnets, SecurityGroupIds: !Ref Groups}}}
`,
      'parameter',
    ),
  ],
});
