import { defineRule, type ResourceNode } from '../../model/rule.ts';

/** What a network must have, and what it has where nothing is said. */
const attributes = [
  { name: 'EnableDnsHostnames', isDefault: false },
  { name: 'EnableDnsSupport', isDefault: true },
];

const isSwitched = (node: ResourceNode, name: string, to: boolean): boolean =>
  node.literals(name).some(({ value }) => String(value) === String(to));

export const vpcEndpointDns = defineRule({
  id: 'vpc-endpoint-dns',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Endpoint with private names in a network without DNS',
  description:
    'EC2 refuses an endpoint with `PrivateDnsEnabled: true` unless its VPC has both `EnableDnsHostnames`, which is off by default, and `EnableDnsSupport`, which is on.',
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  macros: 'silent',
  messages: {
    off: "Private names need '{name}: true' of the VPC '{vpc}', where it is {found}.",
  },
  example: {
    in: 'resources',
    fails: `
Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
Secrets:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !Ref Network
    VpcEndpointType: Interface
    ServiceName: !Sub com.amazonaws.\${AWS::Region}.secretsmanager
    PrivateDnsEnabled: ‹true›
`,
    passes: `
Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
Secrets:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: !Ref Network
    VpcEndpointType: Interface
    ServiceName: !Sub com.amazonaws.\${AWS::Region}.secretsmanager
    PrivateDnsEnabled: true
`,
  },
  on: ['AWS::EC2::VPCEndpoint'],
  check(endpoint, cx) {
    const [wanted] = endpoint.literals('PrivateDnsEnabled').filter(({ value }) => String(value) === 'true');
    const vpc = cx.target(endpoint.get('VpcId'));
    if (!wanted || vpc?.type !== 'AWS::EC2::VPC') return;
    for (const { name, isDefault } of attributes) {
      const isMissing = vpc.lacks(name) && !isDefault;
      if (!isMissing && !isSwitched(vpc, name, false)) continue;
      cx.report('off', wanted.at, {
        data: { name, vpc: vpc.id, found: isMissing ? 'missing' : 'false' },
        related: [isMissing ? vpc.at : vpc.place(name)],
      });
    }
  },
});
