import { vpcEndpointDns } from '../../../src/lint/rules/vpc-endpoint-dns.ts';
import { tester } from '../tester.ts';

const endpoint = (vpc: string, isPrivate = 'true', id = '!Ref Vpc') => `Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16${vpc}}}
  Endpoint: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: ${id}, ServiceName: a, PrivateDnsEnabled: ${isPrivate}}}
`;

tester.run(vpcEndpointDns, {
  valid: [
    endpoint(', EnableDnsHostnames: true'),
    endpoint(", EnableDnsHostnames: 'true', EnableDnsSupport: true"),
    endpoint(', EnableDnsHostnames: !Ref Names'),
    endpoint('', 'false'),
    endpoint('', '!Ref IsPrivate'),
    endpoint('', 'true', '!ImportValue vpc'),
  ],
  invalid: [
    {
      template: endpoint(''),
      problems: [{ messageId: 'off', line: 3, column: 108, data: { name: 'EnableDnsHostnames', found: 'missing' } }],
    },
    {
      template: endpoint(", EnableDnsHostnames: true, EnableDnsSupport: 'false'"),
      problems: [{ messageId: 'off', line: 3, column: 108, data: { name: 'EnableDnsSupport', found: 'false' } }],
    },
  ],
});
