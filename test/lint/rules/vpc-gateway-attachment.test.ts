import { vpcGatewayAttachment } from '../../../src/lint/rules/vpc-gateway-attachment.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const network = (route: string, attached = '!Ref Gateway') => `Parameters: {Public: {Type: String}}
Conditions: {IsPublic: !Equals [!Ref Public, true]}
Resources:
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: vpc-1, InternetGatewayId: ${attached}}}
  Out: {Type: AWS::EC2::Route, ${route}}
`;
const to = (gateway: string) => `Properties: {RouteTableId: a, DestinationCidrBlock: 0.0.0.0/0, GatewayId: ${gateway}}`;

tester.run(vpcGatewayAttachment, {
  valid: [
    network(`DependsOn: Attachment, ${to('!Ref Gateway')}`),
    network(`DependsOn: [Attachment], ${to('!Ref Gateway')}`),
    // The attachment is in another stack, or of another gateway.
    network(to('!Ref Gateway'), '!Ref Other'),
    network(to('!ImportValue gateway')),
    network(to('igw-0a1b2c3d')),
    network(to('!If [IsPublic, igw-0a1b2c3d, igw-0a1b2c3e]')),
    // The reference is to the attachment.
    network(to('!GetAtt Attachment.InternetGatewayId')),
    // The route waits for something that waits for the attachment.
    `${network(`DependsOn: Nat, ${to('!Ref Gateway')}`)}  Nat: {Type: AWS::EC2::EIP, DependsOn: Attachment}\n`,
  ],
  invalid: [
    marked(network(to('‹!Ref Gateway›')), {
      messageId: 'early',
      level: 'warning',
      data: { gateway: 'Gateway', attachment: 'Attachment' },
    }),
    marked(network(`DependsOn: Gateway, ${to('‹!Ref Gateway›')}`), 'early'),
    marked(network(to('!If [IsPublic, ‹!Ref Gateway›, igw-0a1b2c3d]')), 'early'),
    marked(
      network(to('‹!Ref Gateway›'))
        .replace('InternetGatewayId', 'VpnGatewayId')
        .replace('AWS::EC2::InternetGateway', 'AWS::EC2::VPNGateway'),
      'early',
    ),
  ],
});
