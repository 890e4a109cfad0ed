import { defineTemplateRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { holds, isIpv6Range, lastOf, overlap, type Range, rangeOf } from '../facts/network/ranges.ts';
import { ownWay } from '../facts/templates/ways.ts';

/** Properties that take a range, by type and path. */
const v4: readonly (readonly [type: string, ...path: string[]])[] = [
  ['AWS::EC2::NetworkAclEntry', 'CidrBlock'],
  ['AWS::EC2::Route', 'DestinationCidrBlock'],
  ['AWS::EC2::SecurityGroup', 'SecurityGroupEgress', '*', 'CidrIp'],
  ['AWS::EC2::SecurityGroup', 'SecurityGroupIngress', '*', 'CidrIp'],
  ['AWS::EC2::SecurityGroupEgress', 'CidrIp'],
  ['AWS::EC2::SecurityGroupIngress', 'CidrIp'],
  ['AWS::EC2::Subnet', 'CidrBlock'],
  ['AWS::EC2::VPC', 'CidrBlock'],
  ['AWS::EC2::VPCCidrBlock', 'CidrBlock'],
];
const v6: typeof v4 = [
  ['AWS::EC2::NetworkAclEntry', 'Ipv6CidrBlock'],
  ['AWS::EC2::Route', 'DestinationIpv6CidrBlock'],
  ['AWS::EC2::SecurityGroup', 'SecurityGroupEgress', '*', 'CidrIpv6'],
  ['AWS::EC2::SecurityGroup', 'SecurityGroupIngress', '*', 'CidrIpv6'],
  ['AWS::EC2::SecurityGroupEgress', 'CidrIpv6'],
  ['AWS::EC2::SecurityGroupIngress', 'CidrIpv6'],
];

/** Networks and subnets are of 16 to 65,536 addresses. */
const sized: ReadonlySet<string> = new Set(['AWS::EC2::Subnet', 'AWS::EC2::VPC', 'AWS::EC2::VPCCidrBlock']);
const fewestBits = 16;
const mostBits = 28;

interface Subnet {
  readonly node: ResourceNode;
  readonly range: Range;
  readonly found: Found<string>;
  readonly index: number;
}

export const vpcAddressRange = defineTemplateRule({
  id: 'vpc-address-range',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [...v4, ...v6].map(([type]) => type),
  title: 'Invalid range of addresses',
  description:
    'Ranges are written as an address and the number of fixed bits, `10.0.0.0/16`. A VPC and a subnet have 16 to 28 fixed bits, a subnet lies within the range of its VPC, and the subnets of a VPC do not overlap. Checked is what is literally in the template, or, as a warning where two ranges are compared, the default of a parameter; VPCs with further ranges of their own are not compared with their subnets. EC2 sets the bits of an address that are not fixed to zero, so that `192.168.1.0/0` is `0.0.0.0/0`, every address; that is a warning.',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  macros: 'silent',
  messages: {
    v4: "'{range}' is not a range of IPv4 addresses, such as 10.0.0.0/16; at most 32 bits are fixed.",
    v6: "'{range}' is not a range of IPv6 addresses, such as 2001:db8::/64; at most 128 bits are fixed.",
    every:
      "'{range}' has no fixed bits, so it is 0.0.0.0/0, every address; write /32 for one address, or 0.0.0.0/0 if that is meant.",
    size: "'{range}' has {bits} fixed bits; a network or subnet has {least} to {most}.",
    outside: "The subnet's '{range}' is not within '{network}' of '{vpc}'.",
    overlap: "'{range}' overlaps with '{other}' of the subnet '{subnet}' in the same VPC.",
  },
  example: {
    in: 'resources',
    fails: `
Network:
  Type: AWS::EC2::VPC
  Properties: {CidrBlock: 10.0.0.0/16}
Private:
  Type: AWS::EC2::Subnet
  Properties: {VpcId: !Ref Network, CidrBlock: ‹10.1.0.0/24›}
`,
    passes: `
Network:
  Type: AWS::EC2::VPC
  Properties: {CidrBlock: 10.0.0.0/16}
Private:
  Type: AWS::EC2::Subnet
  Properties: {VpcId: !Ref Network, CidrBlock: 10.0.1.0/24}
`,
  },
  check(cx) {
    for (const [type, ...path] of v6) {
      for (const node of cx.resources(type)) {
        for (const { value, at } of literalRanges(node, path)) {
          if (!isIpv6Range(value)) cx.report('v6', at, { data: { range: value }, logicalId: node.id });
        }
      }
    }
    const subnets: Subnet[] = [];
    for (const [type, ...path] of v4) {
      for (const node of cx.resources(type)) {
        for (const found of literalRanges(node, path)) {
          const range = checked(node, found, cx);
          if (range && type === 'AWS::EC2::Subnet') subnets.push({ node, range, found, index: subnets.length });
        }
      }
    }
    for (const subnet of subnets) checkWithin(subnet, cx);
    checkOverlaps(subnets, cx);
  },
});

/** What another tool fills in is not known yet. */
const literalRanges = (node: ResourceNode, path: readonly string[]): Found<string>[] =>
  node.strings(...path).filter(({ value }) => value !== '' && !/\$\{|\{\{/.test(value));

const checked = (node: ResourceNode, { value, at }: Found<string>, cx: RuleContext): Range | undefined => {
  const range = rangeOf(value);
  if (!range) cx.report('v4', at, { data: { range: value }, logicalId: node.id });
  else if (sized.has(node.type) && (range.bits < fewestBits || range.bits > mostBits)) {
    const data = { range: value, bits: range.bits, least: fewestBits, most: mostBits };
    cx.report('size', at, { data, logicalId: node.id });
    return undefined;
  } else if (range.bits === 0 && !value.startsWith('0.0.0.0/')) {
    cx.report('every', at, { data: { range: value }, level: 'warning', logicalId: node.id });
  }
  return range;
};

const checkWithin = ({ node, range, found }: Subnet, cx: RuleContext): void => {
  const vpc = cx.target(node.get('VpcId'));
  if (vpc?.type !== 'AWS::EC2::VPC' || isExtended(vpc, cx)) return;
  const networks = literalRanges(vpc, ['CidrBlock']).map(({ value }) => ({ value, range: rangeOf(value) }));
  if (networks.length === 0 || networks.some((network) => !network.range || holds(network.range, range))) return;
  const data = { range: found.value, network: networks[0]!.value, vpc: vpc.id };
  const level = levelOf([node, vpc]);
  cx.report('outside', found.at, { data, level, logicalId: node.id, related: [vpc.place('CidrBlock')] });
};

const isExtended = (vpc: ResourceNode, cx: RuleContext): boolean =>
  cx.resources('AWS::EC2::VPCCidrBlock').some((block) => cx.target(block.get('VpcId'))?.id === vpc.id);

/** Subnets of one VPC by the start of their ranges: one that overlaps does so with the one before it, or the one that reaches furthest. */
const checkOverlaps = (subnets: readonly Subnet[], cx: RuleContext): void => {
  const byVpc = new Map<string, Subnet[]>();
  for (const subnet of subnets) {
    const named = subnet.node.get('VpcId') ?? null;
    const target = cx.target(named);
    const vpc = target?.type === 'AWS::EC2::VPC' ? target.id : JSON.stringify(named);
    const together = byVpc.get(vpc) ?? [];
    together.push(subnet);
    byVpc.set(vpc, together);
  }
  for (const together of byVpc.values()) {
    const sorted = [...together].sort(
      (one, other) => one.range.first - other.range.first || one.range.bits - other.range.bits,
    );
    let furthest: Subnet | undefined;
    for (const [index, subnet] of sorted.entries()) {
      const before = [sorted[index - 1], furthest].find(
        (other) => other && overlap(other.range, subnet.range) && areTogether(other, subnet, cx),
      );
      if (!furthest || lastOf(subnet.range) > lastOf(furthest.range)) furthest = subnet;
      if (!before) continue;
      const [first, second] = before.index < subnet.index ? [before, subnet] : [subnet, before];
      const data = { range: second.found.value, other: first.found.value, subnet: first.node.id };
      const level = levelOf([first.node, second.node]);
      cx.report('overlap', second.found.at, { data, level, logicalId: second.node.id, related: [first.found.at] });
    }
  }
};

/** Ranges that are the defaults of parameters may be others at the deployment. */
const levelOf = (nodes: readonly ResourceNode[]): 'warning' | undefined =>
  nodes.some((node) => JSON.stringify(node.get('CidrBlock') ?? null).includes('"Ref"')) ? 'warning' : undefined;

/** Whether two resources, of which conditions may leave one out, can be there together. */
const areTogether = (one: Subnet, other: Subnet, cx: RuleContext): boolean => {
  if (one.node.id === other.node.id || one.found.path.length > 1 || other.found.path.length > 1) return false;
  const way = [one, other].flatMap(({ node }) => ownWay(node.body));
  return way.length === 0 || cx.possible(way);
};
