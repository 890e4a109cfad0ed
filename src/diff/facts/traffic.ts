import { inTable } from '../../model/in-table.ts';
import { get, isString, type Json } from '../../model/tree.ts';
import { symbolic } from '../words/shown.ts';
import { type Network, networkOf, takesInNetwork } from './networks.ts';

/** What a rule of a security group lets through. */
export interface Traffic {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, the number of another protocol, or `-1` for all of them. */
  readonly protocol: string;
  /** What of the protocol: ports, or types and codes; undefined for all of it. */
  readonly part: Part | undefined;
  /** Where it comes from: a network, group or prefix list, as the template calls it. */
  readonly from: string;
  readonly sort: 'CidrIp' | 'CidrIpv6' | 'group' | 'list' | 'other';
  /** The addresses of `from`; undefined where they are not known. */
  readonly network: Network | undefined;
}

/** Ports, from the first to the last one; of ICMP, a type and a code. What is not known is a text. */
type Part = readonly [first: number | string, last: number | string];

/** The numbers of protocols that have a name. Source: the IANA registry of protocol numbers. */
const names: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' };

const withPorts: ReadonlySet<string> = new Set(['tcp', 'udp']);
const withTypes: ReadonlySet<string> = new Set(['icmp', 'icmpv6']);

const lastPort = 65_535;
const anyType = -1;

/**
 * Reads a rule of a security group.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html
 */
export const trafficOf = (rule: Json): Traffic => {
  const written = textAt(rule, 'IpProtocol')?.toLowerCase() ?? '-1';
  const protocol = inTable(names, written) ?? written;
  return { protocol, part: partOf(protocol, rule), ...sourceOf(rule) };
};

/** The text that names a group: its logical id where it is in the template. */
export const groupName = (value: Json | undefined): string => {
  const attribute = get(value, 'Fn::GetAtt');
  const reference = Array.isArray(attribute) ? attribute[0] : get(value, 'Ref');
  return isString(reference) ? reference : value === undefined ? '' : symbolic(value);
};

const textAt = (rule: Json, name: string): string | undefined => {
  const value = get(rule, name);
  return value === undefined ? undefined : symbolic(value);
};

const partOf = (protocol: string, rule: Json): Part | undefined => {
  const [first, last] = [numberAt(rule, 'FromPort'), numberAt(rule, 'ToPort')];
  if (first === undefined) return undefined;
  if (withTypes.has(protocol)) return first === anyType ? undefined : [first, last ?? anyType];
  // Ports of other protocols have no effect.
  if (!withPorts.has(protocol)) return undefined;
  return [first, last ?? lastPort];
};

const numberAt = (rule: Json, name: string): number | string | undefined => {
  const text = textAt(rule, name);
  return text !== undefined && /^-?\d{1,5}$/.test(text) ? Number(text) : text;
};

const sourceOf = (rule: Json): Pick<Traffic, 'from' | 'sort' | 'network'> => {
  for (const sort of ['CidrIp', 'CidrIpv6'] as const) {
    const text = textAt(rule, sort);
    if (text !== undefined) return { from: text, sort, network: networkOf(text) };
  }
  for (const name of ['SourceSecurityGroupId', 'SourceSecurityGroupName']) {
    const value = get(rule, name);
    if (value !== undefined) return { from: symbolic(value), sort: 'group', network: undefined };
  }
  const list = textAt(rule, 'SourcePrefixListId');
  return { from: list ?? 'an unknown source', sort: list === undefined ? 'other' : 'list', network: undefined };
};

/** Whether traffic comes from everywhere, by IPv4 or by IPv6. */
export const isFromEverywhere = ({ network }: Traffic): boolean => network !== undefined && isWhole(network);

const isWhole = ({ version, low, high }: Network): boolean =>
  low === 0n && high === (1n << (version === 4 ? 32n : 128n)) - 1n;

/** What is let through, in words: `tcp ports 80 to 90`. */
export const portsText = ({ protocol, part }: Traffic): string => {
  if (protocol === '-1') return 'all ports';
  if (!part)
    return withPorts.has(protocol)
      ? `all ${protocol} ports`
      : withTypes.has(protocol)
        ? protocol
        : `protocol ${protocol}`;
  const [first, last] = part;
  if (withTypes.has(protocol)) return `${protocol} type ${first}${last === anyType ? '' : `, code ${last}`}`;
  if (first === last) return `${protocol} port ${first}`;
  return `${protocol} ports ${last === lastPort && first !== 0 ? `from ${first}` : `${first} to ${last}`}`;
};

/** So many rules are taken together; of more, each is compared alone. A group has at most 1,000. */
const mostTogether = 200;

/** Whether all that one rule lets through is let through by others, alone or together. */
export const isLetThrough = (traffic: Traffic, by: readonly Traffic[]): boolean => {
  const alike = by.filter((other) => takesInProtocol(other, traffic));
  if (alike.some((other) => takesInSource(other, traffic) && takesInPart(other, traffic))) return true;
  const network = traffic.network ?? unknownNetwork(traffic);
  if (!network || alike.length > mostTogether) return false;
  const beside = alike.filter((other) => other.network && overlap(other.network, network));
  return slices(network, beside).every((slice) => {
    const there = beside.filter((other) => takesInNetwork(other.network!, slice));
    return there.some((other) => takesInPart(other, traffic)) || fill(traffic, there);
  });
};

const takesInProtocol = ({ protocol }: Traffic, other: Traffic): boolean =>
  protocol === '-1' || protocol === other.protocol;

const takesInSource = (traffic: Traffic, other: Traffic): boolean => {
  if (traffic.network && other.network) return takesInNetwork(traffic.network, other.network);
  if (traffic.sort === other.sort && traffic.from === other.from) return true;
  if (!traffic.network || !isWhole(traffic.network)) return false;
  // The members of a group are let in by their private addresses, which are those of IPv4.
  return traffic.sort === other.sort || (traffic.network.version === 4 && other.sort === 'group');
};

/** The network that a value which is not known lies in. */
const unknownNetwork = ({ sort }: Traffic): Network | undefined =>
  sort === 'CidrIp' ? networkOf('0.0.0.0/0') : sort === 'CidrIpv6' ? networkOf('::/0') : undefined;

const takesInPart = ({ protocol, part }: Traffic, { part: other }: Traffic): boolean => {
  if (protocol === '-1' || !part) return true;
  if (!other) return isAllPorts(part, protocol);
  if (part[0] === other[0] && part[1] === other[1]) return true;
  if (withTypes.has(protocol)) return part[0] === other[0] && part[1] === anyType;
  if (isAllPorts(part, protocol)) return true;
  return areNumbers(part) && areNumbers(other) && part[0] <= other[0] && part[1] >= other[1];
};

const isAllPorts = ([first, last]: Part, protocol: string): boolean =>
  withPorts.has(protocol) && first === 0 && last === lastPort;

const areNumbers = (part: Part): part is readonly [number, number] => part.every((each) => typeof each === 'number');

const overlap = (left: Network, right: Network): boolean =>
  left.version === right.version && left.low <= right.high && right.low <= left.high;

/** A network cut wherever another one begins or ends: each of these takes in a whole slice or nothing of it. */
const slices = ({ version, low, high }: Network, others: readonly Traffic[]): Network[] => {
  const ends = others.flatMap(({ network }) => [network!.low, network!.high + 1n]);
  const cuts = [...new Set([low, ...ends.filter((end) => end > low && end <= high), high + 1n])];
  cuts.sort((left, right) => (left < right ? -1 : 1));
  return cuts.slice(0, -1).map((start, at) => ({ version, low: start, high: cuts[at + 1]! - 1n }));
};

/** Whether rules together take in all ports of some traffic. */
const fill = ({ protocol, part }: Traffic, rules: readonly Traffic[]): boolean => {
  const wanted = part ?? [0, lastPort];
  if (!withPorts.has(protocol) || !areNumbers(wanted) || wanted[0] > wanted[1]) return false;
  const ranges = rules.flatMap((rule) => (rule.part && areNumbers(rule.part) ? [rule.part] : []));
  let next = wanted[0];
  for (const [first, last] of ranges.sort(([left], [right]) => left - right)) {
    if (first > next) break;
    next = Math.max(next, last + 1);
  }
  return next > wanted[1];
};
