import { elbAttribute } from '../../../src/lint/rules/elb-attribute.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const of = (type: string, property: string, key: string) => `Resources:
  Part: {Type: AWS::ElasticLoadBalancingV2::${type}, Properties: {${property}: [{Key: ${key}, Value: '60'}]}}
`;
const balancer = (key: string) => of('LoadBalancer', 'LoadBalancerAttributes', key);
const group = (key: string) => of('TargetGroup', 'TargetGroupAttributes', key);

tester.run(elbAttribute, {
  valid: [
    balancer('idle_timeout.timeout_seconds'),
    balancer('access_logs.s3.bucket'),
    balancer('!Ref Key'),
    balancer('something.quite.new'),
    group('target_group_health.dns_failover.minimum_healthy_targets.count'),
    of('Listener', 'ListenerAttributes', 'routing.http.request.x_amzn_mtls_clientcert_leaf.header_name'),
  ],
  invalid: [
    marked(balancer('‹idle_timeout.seconds›'), {
      messageId: 'unknown',
      data: { what: 'load balancers', near: " Did you mean 'idle_timeout.timeout_seconds'?" },
    }),
    marked(balancer('‹deletion_protection.enable›'), 'unknown'),
    marked(group('‹deregistration_delay.timeout_second›'), { messageId: 'unknown', data: { what: 'target groups' } }),
    marked(of('Listener', 'ListenerAttributes', '‹tcp.idle_timout.seconds›'), 'unknown'),
  ],
});
