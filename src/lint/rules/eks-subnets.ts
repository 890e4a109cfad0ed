import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { isOneSubnet } from '../facts/network/subnets.ts';

export const eksSubnets = defineRule({
  id: 'eks-subnets',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'EKS cluster with one subnet',
  description:
    'A cluster of EKS needs subnets in at least two Availability Zones, and EKS refuses one with a single subnet. Checked are lists of one subnet that is of the template or written out; local clusters on Outposts are left alone.',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
  macros: 'silent',
  messages: { few: 'A cluster of EKS needs subnets in at least two Availability Zones; this list has one.' },
  example: {
    in: 'resources',
    fails: `
Shop:
  Type: AWS::EKS::Cluster
  Properties:
    RoleArn: !ImportValue role
    ResourcesVpcConfig:
      ‹SubnetIds›: [subnet-0a1b2c3d]
`,
    passes: `
Shop:
  Type: AWS::EKS::Cluster
  Properties:
    RoleArn: !ImportValue role
    ResourcesVpcConfig:
      SubnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b]
`,
  },
  on: ['AWS::EKS::Cluster'],
  reads: ['ResourcesVpcConfig'],
  check(cluster, cx) {
    const subnets = cluster.get('ResourcesVpcConfig', 'SubnetIds');
    if (!isList(subnets) || subnets.length !== 1 || !cluster.lacks('OutpostConfig')) return;
    if (isOneSubnet(subnets[0], cx)) cx.report('few', cluster.keyPlace('ResourcesVpcConfig', 'SubnetIds'));
  },
});
