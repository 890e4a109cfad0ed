import { defineRule } from '../../model/rule.ts';
import { dependsOn } from '../facts/templates/dependencies.ts';
import { groupBy } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

/** The attachments of each gateway of the template. */
const attachmentsOf = oncePerTemplate((cx) =>
  groupBy(
    cx.resources('AWS::EC2::VPCGatewayAttachment'),
    (attachment) => cx.target(attachment.get('InternetGatewayId') ?? attachment.get('VpnGatewayId'))?.id,
  ),
);

export const vpcGatewayAttachment = defineRule({
  id: 'vpc-gateway-attachment',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Route that does not wait for the attachment of its gateway',
  description:
    'EC2 refuses a route to an internet gateway or VPN gateway that is not attached to the VPC yet. A route refers to the gateway and not to the `AWS::EC2::VPCGatewayAttachment`, so CloudFormation may make the route first. `DependsOn` the attachment makes it wait.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
  macros: 'silent',
  messages: {
    early: "The route may be made before '{gateway}' is attached to the VPC. Add 'DependsOn: {attachment}'.",
  },
  example: {
    in: 'resources',
    fails: `
Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
Gateway: {Type: AWS::EC2::InternetGateway}
Attachment:
  Type: AWS::EC2::VPCGatewayAttachment
  Properties: {VpcId: !Ref Network, InternetGatewayId: !Ref Gateway}
Public: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Network}}
Out:
  Type: AWS::EC2::Route
  Properties: {RouteTableId: !Ref Public, DestinationCidrBlock: 0.0.0.0/0, GatewayId: ‹!Ref Gateway›}
`,
    passes: `
Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
Gateway: {Type: AWS::EC2::InternetGateway}
Attachment:
  Type: AWS::EC2::VPCGatewayAttachment
  Properties: {VpcId: !Ref Network, InternetGatewayId: !Ref Gateway}
Public: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Network}}
Out:
  Type: AWS::EC2::Route
  DependsOn: Attachment
  Properties: {RouteTableId: !Ref Public, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}
`,
  },
  on: ['AWS::EC2::Route'],
  reads: ['GatewayId'],
  check(route, cx) {
    for (const { value, at } of route.all('GatewayId')) {
      const gateway = cx.target(value);
      const attachments = (gateway && attachmentsOf(cx).get(gateway.id)) ?? [];
      if (attachments.length === 0 || attachments.some(({ id }) => dependsOn(cx.template, route.id, id))) continue;
      const data = { gateway: gateway!.id, attachment: attachments[0]!.id };
      cx.report('early', at, { data, related: [attachments[0]!.at] });
    }
  },
});
