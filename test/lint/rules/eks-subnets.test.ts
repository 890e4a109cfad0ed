import { eksSubnets } from '../../../src/lint/rules/eks-subnets.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const cluster = (subnets: string, more = '', subnet = '') => `Parameters: {Subnets: {Type: CommaDelimitedList}}
Resources:
  A: {Type: AWS::EC2::Subnet, Properties: {${subnet}}}
  Shop: {Type: AWS::EKS::Cluster, Properties: {RoleArn: r, ResourcesVpcConfig: {SubnetIds: ${subnets}}${more}}}
`;

tester.run(eksSubnets, {
  valid: [
    cluster('[subnet-11111111, !Ref A]'),
    cluster('!Ref Subnets'),
    cluster('[!Select [0, !Ref Subnets]]'),
    cluster('[!Ref A]', ', OutpostConfig: {}'),
    cluster('[!Ref A]', '', 'OutpostArn: a'),
  ],
  invalid: [
    marked(cluster('[!Ref A]').replace('SubnetIds', '‹SubnetIds›'), 'few'),
    marked(cluster('[subnet-11111111]').replace('SubnetIds', '‹SubnetIds›'), 'few'),
  ],
});
