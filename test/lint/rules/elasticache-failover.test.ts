import { elasticacheFailover } from '../../../src/lint/rules/elasticache-failover.ts';
import { tester } from '../tester.ts';

const group = (properties: string) => `Parameters:
  Mode: {Type: String, Default: 'yes'}
Conditions:
  IsCluster: !Equals [!Ref Mode, 'yes']
Resources:
  Clustered: {Type: AWS::ElastiCache::ParameterGroup, Properties: {Properties: {cluster-enabled: 'yes'}}}
  Plain: {Type: AWS::ElastiCache::ParameterGroup, Properties: {Properties: {cluster-enabled: 'no'}}}
  Unset: {Type: AWS::ElastiCache::ParameterGroup, Properties: {Properties: {cas_disabled: '1'}}}
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {${properties}}
`;

tester.run(elasticacheFailover, {
  valid: [
    group('NumNodeGroups: 1, CacheParameterGroupName: default.redis7, NumCacheClusters: 1'),
    group('GlobalReplicationGroupId: g, NumNodeGroups: 2'),
    group('AutomaticFailoverEnabled: true, CacheParameterGroupName: !Ref Clustered, NumNodeGroups: 2'),
    group('AutomaticFailoverEnabled: false, CacheParameterGroupName: !Ref Plain, NumCacheClusters: 1'),
    group(
      'AutomaticFailoverEnabled: !If [IsCluster, true, false], CacheParameterGroupName: !If [IsCluster, !Ref Clustered, !Ref Plain], NumCacheClusters: 2',
    ),
    // That the groups of nodes and the parameter group contradict each other is another matter.
    group('AutomaticFailoverEnabled: false, CacheParameterGroupName: !Ref Plain, NumNodeGroups: 2'),
    group('AutomaticFailoverEnabled: false, CacheParameterGroupName: !Ref Unset, NumNodeGroups: 2'),
    group('AutomaticFailoverEnabled: true, NumCacheClusters: !Ref Count'),
    group('AutomaticFailoverEnabled: !Ref Failover, CacheParameterGroupName: !Ref Clustered'),
  ],
  invalid: [
    {
      template: group('AutomaticFailoverEnabled: false, NumNodeGroups: 2, ReplicasPerNodeGroup: 1'),
      problems: [{ messageId: 'mode', line: 11, column: 66, data: { property: 'NumNodeGroups' } }],
    },
    {
      template: group('CacheParameterGroupName: default.redis7.cluster.on'),
      problems: [{ messageId: 'mode', line: 11, column: 43, data: { property: 'CacheParameterGroupName' } }],
    },
    {
      template: group('ClusterMode: enabled'),
      problems: [{ messageId: 'mode', line: 11, column: 31, data: { property: 'ClusterMode' } }],
    },
    {
      template: group('AutomaticFailoverEnabled: false, CacheParameterGroupName: !Ref Clustered'),
      problems: [{ messageId: 'mode', line: 11, column: 76 }],
    },
    {
      template: group(
        'AutomaticFailoverEnabled: !If [IsCluster, false, true], CacheParameterGroupName: !If [IsCluster, !Ref Clustered, !Ref Plain], NumCacheClusters: 2',
      ),
      problems: [{ messageId: 'mode', line: 11, column: 99 }],
    },
    {
      template: group('AutomaticFailoverEnabled: true, NumCacheClusters: 1'),
      problems: [{ messageId: 'size', line: 11, column: 44 }],
    },
    {
      template: group('AutomaticFailoverEnabled: true'),
      problems: [{ messageId: 'size', line: 11, column: 44 }],
    },
  ],
});
