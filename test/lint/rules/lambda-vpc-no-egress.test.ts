import { lambdaVpcNoEgress } from '../../../src/lint/rules/lambda-vpc-no-egress.ts';
import { network } from '../network.ts';
import { tester } from '../tester.ts';

const open = 'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway';
const local = 'DestinationCidrBlock: 10.0.0.0/8, VpcPeeringConnectionId: pcx-1';

tester.run(lambdaVpcNoEgress, {
  valid: [
    network('DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat'),
    network('DestinationCidrBlock: 0.0.0.0/0, TransitGatewayId: tgw-1'),
    network(open, '  Endpoint: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Vpc}}\n'),
    network(open).replace('[!Ref Subnet]', '[!Ref Subnet, !Ref Other]'),
    network(open).replace('[!Ref Subnet]', '!Ref Subnets'),
  ],
  invalid: [
    { template: network(open), problems: [{ messageId: 'closed', line: 4, column: 30, data: { fn: 'Fn' } }] },
    {
      template: network(
        local,
        '  Other: {Type: AWS::EC2::VPC}\n  Endpoint: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Other}}\n',
      ),
      problems: [{ messageId: 'closed', line: 4, column: 30 }],
    },
  ],
});
