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

tester.run(elbListenerProtocol, {
  valid: [
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
    marked(listener('Type: network', ', Protocol: ‹HTTP›'), { messageId: 'other', data: { kind: 'network' } }),
    marked(listener('', ', Protocol: ‹TCP›'), { messageId: 'other', data: { kind: 'application' } }),
    marked(listener('Type: network', ', Protocol: !If [IsSecure, ‹HTTPS›, TCP]'), 'other'),
    marked(listener('Type: gateway', ', Protocol: ‹GENEVE›'), { messageId: 'other', data: { takes: 'no protocol' } }),
    marked(listener('', ', Protocol: ‹HTTPS›', arn('net')), 'other'),
  ],
});
