import { mskBrokerNodes } from '../../../src/lint/rules/msk-broker-nodes.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const cluster = (count: string, subnets: string) => `Parameters:
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Brokers: {Type: Number}
  Third: {Type: String}
Conditions:
  HasThird: !Not [!Equals [!Ref Third, '']]
Resources:
  Events:
    Type: AWS::MSK::Cluster
    Properties: {NumberOfBrokerNodes: ${count}, BrokerNodeGroupInfo: {InstanceType: kafka.m7g.large, ClientSubnets: ${subnets}}}
`;

tester.run(mskBrokerNodes, {
  valid: [
    cluster('4', '[a, b]'),
    cluster('6', '[!Ref A, !Ref B, !Ref C]'),
    cluster('4', '!Ref Subnets'),
    cluster('!Ref Brokers', '[a, b, c]'),
    cluster('4', '[a, b, !If [HasThird, !Ref Third, !Ref AWS::NoValue]]'),
    cluster('4', '!If [HasThird, [a, b, c], [a, b]]'),
  ],
  invalid: [
    marked(cluster('‹4›', '[a, b, c]'), { messageId: 'uneven', data: { subnets: 3, count: 4, near: 6 } }),
    marked(cluster("‹'3'›", '[!Ref A, !ImportValue b]'), { messageId: 'uneven', data: { near: 4 } }),
    marked(cluster('!If [HasThird, ‹5›, 2]', '[a, b]'), 'uneven'),
  ],
});
