import { cfnDuplicateName } from '../../../src/lint/rules/cfn-duplicate-name.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const two = (type: string, first: string, second: string) => `Parameters:
  Stage: {Type: String, Default: dev}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  NotProd: !Not [!Condition IsProd]
Resources:
  One: {Type: ${type}, ${first}}
  Two: {Type: ${type}, ${second}}
`;
const queue = (name: string, more = '') => `${more}Properties: {QueueName: ${name}}`;
const webRoute = (api: string, key: string) => `Properties: {ApiId: ${api}, RouteKey: ${key}}`;
const stage = (api: string, name: string) => `Properties: {RestApiId: ${api}, DeploymentId: d, StageName: ${name}}`;

const route = (table: string, destination: string) =>
  `Properties: {RouteTableId: ${table}, ${destination}, GatewayId: g}`;
const rule = (listener: string, priority: string) =>
  `Properties: {ListenerArn: ${listener}, Priority: ${priority}, Actions: [], Conditions: []}`;
const ruleType = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const endpoint = (dns: string, service = 'sqs') => `Properties: {VpcId: v, ServiceName: ${service}, ${dns}}`;
const toAll = 'DestinationCidrBlock: 0.0.0.0/0';

tester.run(cfnDuplicateName, {
  valid: [
    two('AWS::EC2::VPCEndpoint', endpoint('PrivateDnsEnabled: true'), endpoint('PrivateDnsEnabled: false')),
    two('AWS::Events::Rule', 'Properties: {Name: a}', 'Properties: {Name: a, EventBusName: b}'),
    two('AWS::EC2::SecurityGroup', 'Properties: {GroupName: a, VpcId: v}', 'Properties: {GroupName: a, VpcId: w}'),
    // CloudFormation makes a name for each.
    two('AWS::SNS::Topic', "Properties: {TopicName: ''}", "Properties: {TopicName: ''}"),
    two('AWS::S3::Bucket', 'Properties: {BucketName: !Ref AWS::NoValue}', "Properties: {BucketName: ''}"),
    two('AWS::EC2::Route', route('!Ref A', toAll), route('!Ref B', toAll)),
    two('AWS::EC2::Route', route('!Ref A', toAll), route('!Ref A', 'DestinationIpv6CidrBlock: "::/0"')),
    two(
      'AWS::EC2::Route',
      `Condition: IsProd, ${route('!Ref A', toAll)}`,
      `Condition: NotProd, ${route('!Ref A', toAll)}`,
    ),
    two('AWS::EC2::Route', route('!ImportValue a', toAll), route('!ImportValue b', toAll)),
    two(ruleType, rule('!Ref A', '1'), rule('!Ref A', '2')),
    two(ruleType, rule('!Ref A', '1'), rule('!Ref B', '1')),
    two(ruleType, rule('!Ref A', '!Ref P'), rule('!Ref A', '!Ref Q')),
    two('AWS::SQS::Queue', queue('a'), queue('b')),
    two('AWS::SQS::Queue', queue('a', 'Condition: IsProd, '), queue('a', 'Condition: NotProd, ')),
    two('AWS::SQS::Queue', queue('!Ref AWS::NoValue'), queue('!Ref AWS::NoValue')),
    two('AWS::SQS::Queue', 'Properties: {}', 'Properties: {}'),
    two('AWS::ApiGateway::Stage', stage('!Ref A', 'live'), stage('!Ref B', 'live')),
    two('AWS::ApiGatewayV2::Route', webRoute('!Ref A', '$connect'), webRoute('!Ref A', '$disconnect')),
    two('AWS::ApiGatewayV2::Route', webRoute('!Ref A', '$connect'), webRoute('!Ref B', '$connect')),
    two(
      'AWS::ApiGatewayV2::Route',
      `Condition: IsProd, ${webRoute('!Ref A', '$connect')}`,
      `Condition: NotProd, ${webRoute('!Ref A', '$connect')}`,
    ),
    two('Custom::Queue', queue('a'), queue('a')),
    two('AWS::SQS::Queue', queue('!If [IsProd, a, b]'), queue('!If [IsProd, c, a]')),
    `${two('AWS::SQS::Queue', queue('a'), queue('b'))}  Three: {Type: AWS::SNS::Topic, Properties: {TopicName: a}}\n`,
  ],
  invalid: [
    marked(
      two('AWS::EC2::VPCEndpoint', endpoint('PrivateDnsEnabled: true'), endpoint('PrivateDnsEnabled: true', '‹sqs›')),
      {
        messageId: 'twice',
        data: { names: "'PrivateDnsEnabled' and 'VpcId' and 'ServiceName'" },
      },
    ),
    marked(two('AWS::Events::Rule', 'Properties: {Name: a}', 'Properties: {Name: ‹a›}'), {
      messageId: 'twice',
      data: { names: "'Name'" },
    }),
    marked(two('AWS::CodeBuild::Project', 'Properties: {Name: a}', 'Properties: {Name: ‹a›}'), 'twice'),
    marked(two('AWS::EC2::Route', route('!Ref A', toAll), route('!Ref A', 'DestinationCidrBlock: ‹0.0.0.0/0›')), {
      messageId: 'twice',
      data: { names: "'RouteTableId' and 'DestinationCidrBlock'" },
    }),
    marked(
      two(
        'AWS::EC2::Route',
        route('!Ref A', 'DestinationPrefixListId: pl-1'),
        route('!Ref A', 'DestinationPrefixListId: ‹pl-1›'),
      ),
      'twice',
    ),
    marked(two(ruleType, rule('!ImportValue l', '1'), rule('!ImportValue l', "‹'1'›")), {
      messageId: 'twice',
      data: { names: "'ListenerArn' and 'Priority'" },
    }),
    {
      // An empty base path is one.
      template: two(
        'AWS::ApiGateway::BasePathMapping',
        "Properties: {DomainName: a.example.com, BasePath: ''}",
        "Properties: {DomainName: a.example.com, BasePath: ''}",
      ),
      problems: [{ messageId: 'twice', line: 8, column: 99 }],
    },
    {
      template: two('AWS::ApiGatewayV2::Route', webRoute('!Ref A', '$disconnect'), webRoute('!Ref A', '$disconnect')),
      problems: [{ messageId: 'twice', line: 8, data: { names: "'ApiId' and 'RouteKey'" }, column: 79 }],
    },
    {
      template: two('AWS::SQS::Queue', queue('!If [IsProd, a, b]'), queue('!If [NotProd, b, c]')),
      problems: [{ messageId: 'twice', line: 8, column: 56 }],
    },
    {
      template: two('AWS::SQS::Queue', queue('a'), queue('a')),
      problems: [{ messageId: 'twice', line: 8, column: 56, data: { id: 'Two', other: 'One' } }],
    },
    {
      template: two('AWS::SQS::Queue', queue('a', 'Condition: IsProd, '), queue('a')),
      problems: [{ messageId: 'twice', line: 8, column: 56 }],
    },
    {
      template: two('AWS::SQS::Queue', queue('!Sub "${Stage}-a"'), queue('dev-a')),
      problems: [{ messageId: 'twice', line: 8, column: 56 }],
    },
    {
      template: two('AWS::ApiGateway::Stage', stage('!Ref A', 'live'), stage('!Ref A', 'live')),
      problems: [{ messageId: 'twice', line: 8, data: { names: "'RestApiId' and 'StageName'" }, column: 99 }],
    },
  ],
});
