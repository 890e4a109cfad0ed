import { elbSubnets } from '../../../src/lint/rules/elb-subnets.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const balancer = (properties: string, subnet = '') => `Parameters: {Kind: {Type: String}}
Resources:
  A: {Type: AWS::EC2::Subnet, Properties: {${subnet}}}
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {${properties}}
`;

tester.run(elbSubnets, {
  valid: [
    balancer('Subnets: [subnet-11111111, !Ref A]'),
    balancer('Subnets: [!Ref A], Type: network'),
    balancer('Subnets: [!Ref A], Type: !Ref Kind'),
    balancer('Subnets: [!Ref Kind]'),
    balancer('Subnets: !Ref Kind'),
    balancer('Subnets: [!Ref A]', 'OutpostArn: a'),
  ],
  invalid: [
    marked(balancer('‹Subnets›: [!Ref A]'), 'few'),
    marked(balancer('‹Subnets›: [subnet-11111111], Type: application'), 'few'),
  ],
});
