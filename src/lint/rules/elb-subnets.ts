import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { isOneSubnet } from '../facts/network/subnets.ts';

export const elbSubnets = defineRule({
  id: 'elb-subnets',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Application Load Balancer with one subnet',
  description:
    'An Application Load Balancer, the default of `Type`, needs subnets in at least two Availability Zones. Checked are lists of one subnet that is of the template or written out.',
  source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  macros: 'silent',
  messages: {
    few: 'An Application Load Balancer needs subnets in at least two Availability Zones; this list has one.',
  },
  example: {
    in: 'resources',
    fails: `
Front:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    ‹Subnets›: [subnet-0a1b2c3d]
`,
    passes: `
Front:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
  on: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer, cx) {
    const subnets = balancer.get('Subnets');
    const types = balancer.lacks('Type') ? ['application'] : balancer.strings('Type').map(({ value }) => value);
    if (!isList(subnets) || subnets.length !== 1 || !types.length || !types.every((type) => type === 'application'))
      return;
    if (isOneSubnet(subnets[0], cx)) cx.report('few', balancer.keyPlace('Subnets'));
  },
});
