import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineRule } from '../../model/rule.ts';
import { attributesOf } from '../facts/network/balancer-attributes.ts';

export const elbAttribute = defineRule({
  id: 'elb-attribute',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Attribute that load balancers do not have',
  description:
    'Load balancers, listeners and target groups have attributes with keys such as `idle_timeout.timeout_seconds`. Elastic Load Balancing refuses a key that it does not know. A key that is like none of the documented ones is left alone, for it may be newer.',
  source:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html; https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html; https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
  macros: 'silent',
  messages: { unknown: "There is no attribute '{key}' of {what}.{near}" },
  example: {
    in: 'resources',
    fails: `
Front:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets: [subnet-0a1b2c3d, subnet-4e5f6a7b]
    LoadBalancerAttributes: [{Key: ‹idle_timeout.seconds›, Value: '60'}]
`,
    passes: `
Front:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets: [subnet-0a1b2c3d, subnet-4e5f6a7b]
    LoadBalancerAttributes: [{Key: idle_timeout.timeout_seconds, Value: '60'}]
`,
  },
  on: Object.keys(attributesOf),
  reads: Object.values(attributesOf).map(({ property }) => property),
  check(node, cx) {
    const { property, what, keys } = attributesOf[node.type]!;
    for (const { value: key, at } of node.strings(property, '*', 'Key')) {
      if (keys.includes(key)) continue;
      const near = nearest(key, keys) ?? keys.find((each) => alike(each, key));
      if (near !== undefined) cx.report('unknown', at, { data: { key, what, near: didYouMean(near) } });
    }
  },
});

/** Whether two keys begin with the same part and end with the same word: `idle_timeout.seconds`. */
const alike = (one: string, other: string): boolean => endsOf(one) === endsOf(other);

const endsOf = (key: string): string => `${key.split('.', 1)[0]} ${key.split(/[._]/).at(-1)}`;
