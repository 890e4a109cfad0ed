import { defineRule } from '../../model/rule.ts';
import { defaultRoutes } from '../facts/functions/network-routes.ts';
import { subnetsOf } from '../facts/functions/vpc.ts';

export const lambdaVpcPublicSubnet = defineRule({
  id: 'lambda-vpc-public-subnet',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Function placed in a public subnet',
  description:
    'The network interfaces of a function get no public address, so the route of a public subnet to the internet gateway leads nowhere for it. Use private subnets with a route to a NAT gateway, or VPC endpoints.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  messages: {
    public:
      "The subnet '{subnet}' is public (route '{route}' leads to an internet gateway), but a function gets no public address there and cannot reach the internet.",
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const routes = defaultRoutes(cx);
    for (const { subnet, at } of subnetsOf(fn, cx).subnets) {
      const open = routes.get(subnet)?.find(({ internetGateway }) => internetGateway);
      if (!open) continue;
      const data = { subnet: subnet.id, route: open.route.id };
      cx.report('public', at, { data, related: [subnet.at, open.route.at] });
    }
  },
});
