import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { certainItems } from '../facts/templates/choices.ts';

export const mskBrokerNodes = defineRule({
  id: 'msk-broker-nodes',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Brokers that cannot be spread over the subnets',
  description:
    'Amazon MSK puts the same number of brokers into each of `ClientSubnets`, which lie in different Availability Zones. It refuses a `NumberOfBrokerNodes` that is not a multiple of their number.',
  source: 'https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html',
  messages: {
    uneven:
      "'NumberOfBrokerNodes' must be a multiple of the number of 'ClientSubnets', {subnets}; found {count}. Did you mean {near}?",
  },
  example: {
    in: 'resources',
    fails: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    ClusterName: events
    KafkaVersion: 3.8.x
    NumberOfBrokerNodes: ‹4›
    BrokerNodeGroupInfo:
      InstanceType: kafka.m7g.large
      ClientSubnets: [subnet-0a1b2c3d, subnet-1b2c3d4e, subnet-2c3d4e5f]
`,
    passes: `
Events:
  Type: AWS::MSK::Cluster
  Properties:
    ClusterName: events
    KafkaVersion: 3.8.x
    NumberOfBrokerNodes: 6
    BrokerNodeGroupInfo:
      InstanceType: kafka.m7g.large
      ClientSubnets: [subnet-0a1b2c3d, subnet-1b2c3d4e, subnet-2c3d4e5f]
`,
  },
  on: ['AWS::MSK::Cluster'],
  reads: ['NumberOfBrokerNodes'],
  check(cluster, cx) {
    if (cluster.lacks('NumberOfBrokerNodes')) return;
    const list = cluster.get('BrokerNodeGroupInfo', 'ClientSubnets');
    if (!isList(list) || list.length === 0 || certainItems(list).length < list.length) return;
    const subnets = list.length;
    for (const { value: count, at } of cluster.numbers('NumberOfBrokerNodes')) {
      if (count % subnets === 0) continue;
      const near = Math.ceil(count / subnets) * subnets;
      const related = [cluster.place('BrokerNodeGroupInfo', 'ClientSubnets')];
      cx.report('uneven', at, { data: { subnets, count, near }, related });
    }
  },
});
