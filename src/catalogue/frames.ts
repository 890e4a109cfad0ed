/** Stands in a frame for what an example puts there. */
const gap = '§';

const config = `Site:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true`;
const orders = `Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}`;
const queue = `Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 60, RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}}}`;
const edge = `Edge:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: [lambda.amazonaws.com, edgelambda.amazonaws.com]}, Action: 'sts:AssumeRole'}]
    AutoPublishAlias: live`;
const runsEdge = `${config}
      Origins: [{Id: site, DomainName: site.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: site
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
        LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN:`;

/** Resources that the examples of several rules stand in, with a gap for what differs; see `Scaffold`. */
export const frames = {
  alias: `
${orders}
Version: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Orders}}
Live:
  Type: AWS::Lambda::Alias
  Properties: §`,
  'api-of-function': `
Shop:
  Type: AWS::Serverless::Api
  Properties:
    StageName: prod
    §
${orders}
    Events:
      Get: {Type: Api, Properties: {RestApiId: !Ref Shop, Path: /orders, Method: get}}`,
  'cache-behavior': `
${config}
      Origins: [{Id: api, DomainName: api.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: api
        ViewerProtocolPolicy: redirect-to-https
        §
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6`,
  'consumed-queue': `
§
${orders}
    Timeout: 10
    Events:
      Work: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}`,
  consumer: `
${queue}
${orders}
    §
    Events:
      Work: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}`,
  distribution: `
${config}
      §
      Origins: [{Id: site, DomainName: site.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
      DefaultCacheBehavior:
        TargetOriginId: site
        ViewerProtocolPolicy: redirect-to-https
        CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6`,
  'edge-association': `
${edge}
    Timeout: 5
${runsEdge} §}]`,
  'edge-function': `
${edge}
    §
${runsEdge} !Ref Edge.Version}]`,
  'express-state': `
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Type: EXPRESS
    Policies: [CloudWatchLogsFullAccess]
    Logging: {Level: ERROR, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: !ImportValue logs}}]}
    Definition:
      StartAt: Work
      States:
        Work: §`,
  'mock-api': `
Shop:
  Type: AWS::Serverless::Api
  Properties:
    StageName: prod
    Auth: {DefaultAuthorizer: AWS_IAM}
    §
    DefinitionBody:
      openapi: 3.0.1
      info: {title: Shop, version: '1'}
      paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
  network: `
Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a}}
Other: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1b}}
Routes: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
OfSubnet: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {RouteTableId: !Ref Routes, SubnetId: !Ref Subnet}}
OfOther: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {RouteTableId: !Ref Routes, SubnetId: !Ref Other}}
§`,
  'packed-function': `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Handler: index.handler
    CodeUri: s3://code/orders.zip
    §`,
  permission: `
Bucket: {Type: AWS::S3::Bucket}
${orders}
Permission:
  Type: AWS::Lambda::Permission
  Properties:
    FunctionName: !Ref Orders
    Action: lambda:InvokeFunction
    §`,
  'queue-event': `
${queue}
${orders}
    Events:
      Work: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, §}}`,
  state: `
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Definition:
      StartAt: Work
      States:
        Work: §`,
} as const;

/** A frame with a text in its gap: line by line where the gap has a line of its own, which goes where there is no text. */
export const filled = (frame: string, text: string): string =>
  frame
    .split('\n')
    .flatMap((line) => {
      if (!line.includes(gap)) return [line];
      const own = line.trim() === gap ? text.trim().split('\n') : [text.trim()];
      return own.filter((each) => each !== '').map((each) => line.replace(gap, () => each));
    })
    .join('\n');
