import { defineRule } from '../../model/rule.ts';
import { defaultRoutes } from '../facts/functions/network-routes.ts';
import { subnetsOf } from '../facts/functions/vpc.ts';
import { identityOf } from '../facts/templates/identity.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

/** The networks of the template that have endpoints; `anywhere` where one may be in any network. */
const endpoints = oncePerTemplate((cx) => {
  const all = cx.resources('AWS::EC2::VPCEndpoint').map((endpoint) => endpoint.get('VpcId'));
  const networks = new Set(all.map((network) => identityOf(network, cx)));
  return { anywhere: all.some((network) => !cx.target(network)), networks };
});

export const lambdaVpcNoEgress = defineRule({
  id: 'lambda-vpc-no-egress',
  level: 'info',
  category: 'reliability',
  stage: 'expanded',
  title: 'VPC function has no internet or endpoint route',
  description:
    'None of the subnets of the function has a default route to a NAT gateway or anything else that leads out, and the VPC has no endpoint: the function reaches neither the internet nor the APIs of AWS, and calls to them run into its timeout. Add a NAT gateway, or VPC endpoints for the services it uses.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  messages: {
    closed:
      "No subnet of '{fn}' has a route to a NAT gateway, and its VPC has no endpoint: calls to AWS will time out.",
  },
  example: {
    in: 'network',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    VpcConfig: {‹SubnetIds›: [!Ref Subnet, !Ref Other], SecurityGroupIds: [sg-1a2b3c4d]}`,
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
    const { subnets, complete } = subnetsOf(fn, cx);
    if (!complete || subnets.length === 0) return;
    const routes = defaultRoutes(cx);
    const leadsOut = subnets.some(({ subnet }) => routes.get(subnet)?.some(({ internetGateway }) => !internetGateway));
    if (leadsOut) return;
    const { anywhere, networks } = endpoints(cx);
    if (anywhere || subnets.some(({ subnet }) => networks.has(identityOf(subnet.get('VpcId'), cx)))) return;
    cx.report('closed', fn.keyPlace('VpcConfig', 'SubnetIds'), {
      data: { fn: fn.id },
      related: subnets.map(({ subnet }) => subnet.at),
    });
  },
});
