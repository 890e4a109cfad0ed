import { defineRule } from '../../model/rule.ts';
import { defaultRoutes } from '../facts/functions/network-routes.ts';
import { subnetsOf } from '../facts/functions/vpc.ts';

export const lambdaVpcPublicSubnet = defineRule({
  id: 'lambda-vpc-public-subnet',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Function placed in a public subnet',
  description:
    'The network interfaces of a function get no public address, so the route of a public subnet to the internet gateway leads nowhere for it. Use private subnets with a route to a NAT gateway, or VPC endpoints.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  messages: {
    public:
      "The subnet '{subnet}' is public (route '{route}' leads to an internet gateway), but a function gets no public address there and cannot reach the internet.",
  },
  example: {
    in: 'network',
    fails: `
Gateway: {Type: AWS::EC2::InternetGateway}
Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}}
Out: {Type: AWS::EC2::Route, DependsOn: Attached, Properties: {RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    VpcConfig: {SubnetIds: [‹!Ref Subnet›, ‹!Ref Other›], SecurityGroupIds: [sg-1a2b3c4d]}`,
    passes: `
Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-0123456789abcdef0}}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    VpcConfig: {SubnetIds: [!Ref Subnet, !Ref Other], SecurityGroupIds: [sg-1a2b3c4d]}`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['VpcConfig'],
  check(fn, cx) {
    for (const { subnet, at } of subnetsOf(fn, cx).subnets) {
      const open = defaultRoutes(cx)
        .get(subnet)
        ?.find(({ internetGateway }) => internetGateway);
      if (!open) continue;
      const data = { subnet: subnet.id, route: open.route.id };
      cx.report('public', at, { data, related: [subnet.at, open.route.at] });
    }
  },
});
