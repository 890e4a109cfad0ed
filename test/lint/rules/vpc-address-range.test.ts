import { vpcAddressRange } from '../../../src/lint/rules/vpc-address-range.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const network = (range: string, ...subnets: string[]) => `Conditions:
  IsWest: !Equals [!Ref AWS::Region, eu-west-1]
  IsNotWest: !Not [!Condition IsWest]
Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: ${range}}}
${subnets.map((text, index) => `  S${index}: {Type: AWS::EC2::Subnet, ${text}}\n`).join('')}`;

const subnet = (range: string, more = '') => `${more}Properties: {VpcId: !Ref Net, CidrBlock: ${range}}`;

const ingress = (properties: string) => `Resources:
  In: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: g, IpProtocol: -1, ${properties}}}
`;

tester.run(vpcAddressRange, {
  valid: [
    network('10.0.0.0/16', subnet('10.0.0.0/24'), subnet('10.0.1.0/24'), subnet('!Ref Range')),
    network(
      '10.0.0.0/16',
      subnet('10.0.0.0/24', 'Condition: IsWest, '),
      subnet('10.0.0.0/25', 'Condition: IsNotWest, '),
    ),
    network('10.0.0.0/16', subnet('10.1.0.0/24'), 'Properties: {VpcId: vpc-1, CidrBlock: 10.1.0.0/24}').replace(
      'Resources:',
      'Resources:\n  More: {Type: AWS::EC2::VPCCidrBlock, Properties: {VpcId: !Ref Net, CidrBlock: 10.1.0.0/16}}',
    ),
    network('!If [IsWest, 10.0.0.0/16, 10.1.0.0/16]', subnet('10.1.0.0/24')),
    ingress('CidrIp: 0.0.0.0/0'),
    ingress('CidrIp: 192.168.1.0/1'),
    ingress('CidrIp: !ImportValue range'),
    network('!Ref Range', 'Condition: IsWest, Properties: {VpcId: vpc-1, CidrBlock: 10.1.0.0/24}'),
    ingress("CidrIpv6: '::/0'"),
    ingress("CidrIpv6: '2001:db8::/32'"),
    ingress("CidrIp: '${file(ranges.json)}'"),
  ],
  invalid: [
    marked(network('10.0.0.0/16', subnet('10.0.0.0/24'), subnet('‹10.0.0.0/25›'), subnet('‹10.0.0.128/25›')), [
      { messageId: 'overlap', data: { subnet: 'S0' } },
      { messageId: 'overlap', data: { subnet: 'S0' } },
    ]),
    marked(
      network('10.0.0.0/16', subnet('10.0.0.0/24'), 'Properties: {VpcId: !GetAtt Net.VpcId, CidrBlock: ‹10.0.0.0/25›}'),
      'overlap',
    ),
    {
      template: ingress('CidrIp: 192.168.1.0/0'),
      problems: [{ messageId: 'every', line: 2, column: 95, level: 'warning', data: { range: '192.168.1.0/0' } }],
    },
    {
      template: ingress('CidrIp: !Ref Office').replace(
        'Resources:',
        'Parameters: {Office: {Type: String, Default: 10.0.0.5/0}}\nResources:',
      ),
      problems: [{ messageId: 'every', line: 3, column: 95, level: 'warning' }],
    },
    {
      template: `Parameters: {A: {Type: String, Default: 10.0.1.0/24}, B: {Type: String, Default: 10.0.1.0/24}}
${network('10.0.0.0/16', subnet('!Ref A'), subnet('!Ref B'))}`,
      problems: [{ messageId: 'overlap', line: 8, column: 73, level: 'warning' }],
    },
    {
      template: `Parameters: {A: {Type: String, Default: 10.1.1.0/24}}
${network('10.0.0.0/16', subnet('!Ref A'))}`,
      problems: [{ messageId: 'outside', line: 7, column: 73, level: 'warning' }],
    },
    {
      template: ingress('CidrIp: 10.0.0.0/33'),
      problems: [{ messageId: 'v4', line: 2, column: 95, data: { range: '10.0.0.0/33' } }],
    },
    {
      template: ingress("CidrIpv6: '2001:db8::1::/32'"),
      problems: [{ messageId: 'v6', line: 2, column: 97 }],
    },
    {
      template: network('10.0.0.0/8', subnet('10.0.0.0/29')),
      problems: [
        { messageId: 'size', line: 5, column: 54, data: { bits: 8 } },
        { messageId: 'size', line: 6, column: 73, data: { bits: 29 } },
      ],
    },
    {
      template: network('10.0.0.0/16', subnet('10.1.0.0/24')),
      problems: [{ messageId: 'outside', line: 6, column: 73, data: { network: '10.0.0.0/16', vpc: 'Net' } }],
    },
    {
      template: network('10.0.0.0/16', subnet('10.0.0.128/25'), subnet('10.0.0.0/24', 'Condition: IsWest, ')),
      problems: [{ messageId: 'overlap', line: 7, column: 92, data: { other: '10.0.0.128/25', subnet: 'S0' } }],
    },
  ],
});
