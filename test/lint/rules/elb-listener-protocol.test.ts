import { elbListenerProtocol } from '../../../src/lint/rules/elb-listener-protocol.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const listener = (balancer: string, protocol: string, of = '!Ref Front') => `Parameters:
  Kind: {Type: String}
  Certificate: {Type: String}
Conditions:
  IsSecure: !Not [!Equals [!Ref Certificate, '']]
Resources:
  Front: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {${balancer}}}
  Web:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: ${of}, Port: 80${protocol}, DefaultActions: []}
`;
const arn = (kind: string) =>
  `!Sub 'arn:aws:elasticloadbalancing:\${AWS::Region}:\${AWS::AccountId}:loadbalancer/${kind}/front/50dc6c495c0c9188'`;

const forwarding = (protocol: string, group: string, action: string) => `Parameters:
  Secure: {Type: String}
Conditions:
  IsSecure: !Equals [!Ref Secure, yes]
Resources:
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {${group}}}
  Web:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !ImportValue front, Port: 80, Protocol: ${protocol}, DefaultActions: [${action}]}
`;
const ruled = (group: string, action: string) => `Resources:
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {${group}}}
  Orders:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties: {ListenerArn: !ImportValue web, Priority: 1, Conditions: [], Actions: [${action}]}
`;
const forward = '{Type: forward, TargetGroupArn: !Ref Group}';

tester.run(elbListenerProtocol, {
  valid: [
    ruled('Protocol: HTTPS', forward),
    forwarding('HTTP', 'Protocol: HTTP', forward),
    forwarding('HTTPS', 'Protocol: HTTP', forward),
    forwarding('TLS', 'Protocol: TCP, TargetType: alb', forward),
    forwarding('HTTP', 'TargetType: lambda', forward),
    forwarding('!If [IsSecure, HTTPS, TCP]', 'Protocol: !If [IsSecure, HTTP, TCP]', forward),
    forwarding('HTTP', 'Protocol: TCP', '{Type: forward, TargetGroupArn: !ImportValue group}'),
    forwarding('HTTP', 'Protocol: TCP', '{Type: redirect, RedirectConfig: {StatusCode: HTTP_301, Protocol: HTTPS}}'),
    listener('', ', Protocol: HTTP'),
    listener('Type: application', ', Protocol: !If [IsSecure, HTTPS, HTTP]'),
    listener('Type: network', ', Protocol: TLS'),
    listener('Type: network', ', Protocol: QUIC'),
    listener('Type: network', ', Protocol: !Ref Kind'),
    listener('Type: !Ref Kind', ', Protocol: HTTP'),
    listener('Type: !If [IsSecure, network, application]', ', Protocol: HTTP'),
    listener('Type: gateway', ''),
    listener('Type: network', ', Protocol: HTTP', '!ImportValue front'),
    listener('Type: network', ', Protocol: HTTP', arn('app')),
  ],
  invalid: [
    marked(ruled('Protocol: GENEVE, Port: 6081', forward.replace('!Ref Group', '‹!Ref Group›')), {
      messageId: 'rule',
      data: { group: 'Group', found: 'GENEVE' },
    }),
    marked(
      ruled('Protocol: TCP', '{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: ‹!Ref Group›}]}}'),
      'rule',
    ),
    marked(forwarding('HTTP', 'Protocol: TCP', forward.replace('!Ref Group', '‹!Ref Group›')), {
      messageId: 'group',
      data: { group: 'Group', found: 'TCP', takes: 'HTTP, HTTPS' },
    }),
    marked(
      forwarding(
        'TCP',
        'Protocol: !If [IsSecure, HTTPS, TCP]',
        '{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: ‹!Ref Group›}]}}',
      ),
      { messageId: 'group', data: { found: 'HTTPS' } },
    ),
    marked(listener('Type: network', ', Protocol: ‹HTTP›'), { messageId: 'other', data: { kind: 'network' } }),
    marked(listener('', ', Protocol: ‹TCP›'), { messageId: 'other', data: { kind: 'application' } }),
    marked(listener('Type: network', ', Protocol: !If [IsSecure, ‹HTTPS›, TCP]'), 'other'),
    marked(listener('Type: gateway', ', Protocol: ‹GENEVE›'), { messageId: 'other', data: { takes: 'no protocol' } }),
    marked(listener('', ', Protocol: ‹HTTPS›', arn('net')), 'other'),
  ],
});
