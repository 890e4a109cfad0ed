import { inTable } from '../../model/in-table.ts';
import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { arnParts } from '../facts/arns/parts.ts';

/** What listeners of a kind of load balancer take, and protocols of the others. */
const kinds = {
  application: { takes: 'HTTP and HTTPS', refused: ['TCP', 'TCP_UDP', 'TLS', 'UDP', 'GENEVE'] },
  gateway: { takes: 'no protocol', refused: ['HTTP', 'HTTPS', 'TCP', 'TCP_UDP', 'TLS', 'UDP', 'GENEVE'] },
  network: { takes: 'TCP, UDP, TCP_UDP and TLS', refused: ['HTTP', 'HTTPS', 'GENEVE'] },
} as const;
type Kind = keyof typeof kinds;

const overHttp = ['HTTP', 'HTTPS'];
const overIp = ['TCP', 'TCP_UDP', 'TLS', 'UDP'];
const notOfHttp = [...overIp, 'GENEVE'];

const shortNames: Readonly<Record<string, Kind>> = { app: 'application', gwy: 'gateway', net: 'network' };

export const elbListenerProtocol = defineRule({
  id: 'elb-listener-protocol',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Listener with a protocol of another kind of load balancer',
  description:
    'An application load balancer listens to HTTP and HTTPS, a network load balancer to TCP, UDP and TLS, and the listener of a gateway load balancer has no protocol. The target groups that a listener forwards to have a protocol of the same kind, and those of rules, which only application load balancers have, HTTP or HTTPS. Elastic Load Balancing refuses other listeners.',
  source:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html; https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  macros: 'silent',
  messages: {
    other: "A listener of {kind} load balancers takes {takes}; found '{found}'.",
    rule: "Only application load balancers have rules, so the target groups of a rule are for HTTP or HTTPS; '{group}' is for {found}.",
    group:
      "The listener is for {protocol}, but its target group '{group}' is for {found}; a listener for {protocol} takes groups for {takes}.",
  },
  example: {
    in: 'resources',
    fails: `
Front:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties: {Type: network, Subnets: [subnet-0a1b2c3d, subnet-1b2c3d4e]}
Web:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Front
    Port: 80
    Protocol: ‹HTTP›
    DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue group}]
`,
    passes: `
Front:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties: {Type: network, Subnets: [subnet-0a1b2c3d, subnet-1b2c3d4e]}
Web:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Front
    Port: 80
    Protocol: TCP
    DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue group}]
`,
  },
  on: ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'],
  reads: ['Actions', 'Protocol'],
  check(listener, cx) {
    if (listener.type === 'AWS::ElasticLoadBalancingV2::ListenerRule') return checkRule(listener, cx);
    if (listener.lacks('Protocol')) return;
    checkGroups(listener, cx);
    const kind = kindOf(listener, cx);
    if (!kind) return;
    const { takes, refused } = kinds[kind];
    const related = [cx.target(listener.get('LoadBalancerArn'))?.place('Type')];
    for (const { value: found, at } of listener.strings('Protocol')) {
      if (!(refused as readonly string[]).includes(found)) continue;
      cx.report('other', at, { data: { kind, takes, found }, related });
    }
  },
});

/** Only listeners of application load balancers have rules. */
const checkRule = (rule: ResourceNode, cx: RuleContext): void => {
  for (const found of groupsOf(rule, 'Actions')) {
    const group = cx.target(found.value);
    if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') continue;
    for (const of of group.strings('Protocol')) {
      if (!notOfHttp.includes(of.value)) continue;
      cx.report('rule', found.at, { data: { group: group.id, found: of.value }, related: [of.at] });
    }
  }
};

/** The protocols of the target groups, where that of the listener is certain. */
const checkGroups = (listener: ResourceNode, cx: RuleContext): void => {
  const protocols = listener.strings('Protocol');
  if (protocols.length !== 1 || listener.all('Protocol').length !== 1) return;
  const { value: protocol, at } = protocols[0]!;
  const isHttp = overHttp.includes(protocol);
  if (!isHttp && !overIp.includes(protocol)) return;
  for (const found of groupsOf(listener, 'DefaultActions')) {
    const group = cx.target(found.value);
    if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') continue;
    for (const of of group.strings('Protocol')) {
      if (!(isHttp ? notOfHttp : overHttp).includes(of.value)) continue;
      const takes = (isHttp ? overHttp : overIp).join(', ');
      const data = { protocol, group: group.id, found: of.value, takes };
      cx.report('group', found.at, { data, related: [at, of.at] });
    }
  }
};

const groupsOf = (node: ResourceNode, actions: string): readonly Found[] => [
  ...node.all(actions, '*', 'TargetGroupArn'),
  ...node.all(actions, '*', 'ForwardConfig', 'TargetGroups', '*', 'TargetGroupArn'),
];

/** What kind of load balancer a listener belongs to; undefined where that is not known. */
const kindOf = (listener: ResourceNode, cx: RuleContext): Kind | undefined => {
  const arn = listener.get('LoadBalancerArn');
  const balancer = cx.target(arn);
  if (!balancer) {
    const [, short = ''] = /^loadbalancer\/(app|gwy|net)\//.exec(arnParts(arn, cx)?.resource ?? '') ?? [];
    return inTable(shortNames, short);
  }
  if (balancer.type !== 'AWS::ElasticLoadBalancingV2::LoadBalancer') return undefined;
  if (balancer.lacks('Type')) return 'application';
  const types = balancer.strings('Type');
  const type = types.length === 1 && balancer.all('Type').length === 1 ? types[0]!.value : '';
  return Object.hasOwn(kinds, type) ? (type as Kind) : undefined;
};
