import { lambdaVpcPublicSubnet } from '../../../src/lint/rules/lambda-vpc-public-subnet.ts';
import { network } from '../network.ts';
import { tester } from '../tester.ts';

tester.run(lambdaVpcPublicSubnet, {
  valid: [
    network('DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat'),
    network('DestinationCidrBlock: 10.0.0.0/8, GatewayId: !Ref Gateway'),
    network('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway').replace('!Ref Subnet]', 'subnet-1]'),
  ],
  invalid: [
    {
      template: network('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway'),
      problems: [{ messageId: 'public', line: 4, column: 42, data: { subnet: 'Subnet', route: 'Out' } }],
    },
    {
      template: network('DestinationIpv6CidrBlock: "::/0", GatewayId: !Ref Gateway').replace(
        'SubnetIds: [!Ref Subnet]',
        'SubnetIds: [subnet-1, !If [C, !Ref Subnet, subnet-2]]',
      ),
      problems: [{ messageId: 'public', line: 4, column: 60 }],
    },
  ],
});
