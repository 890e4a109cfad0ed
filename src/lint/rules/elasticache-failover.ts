import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isString, type Json } from '../../model/tree.ts';
import { type Scenario, scenariosOf } from '../facts/combinations/presence.ts';
import { ownWay } from '../facts/templates/ways.ts';
import { isTrue, scalarNumber } from '../facts/texts/scalar.ts';

const sizes = ['NumCacheClusters', 'NumNodeGroups', 'ReplicasPerNodeGroup', 'NodeGroupConfiguration'];
const names = ['AutomaticFailoverEnabled', 'CacheParameterGroupName', 'ClusterMode', ...sizes];

/** The property of a group that certainly switches cluster mode on. */
const clusteredBy = ({ present, way }: Scenario, cx: RuleContext): string | undefined => {
  const mode = modeOf(present.get('CacheParameterGroupName'), way, cx);
  if (mode !== undefined) return mode === 'on' ? 'CacheParameterGroupName' : undefined;
  const count = scalarNumber(cx.resolve(present.get('NumNodeGroups')));
  if (count !== undefined && count > 1) return 'NumNodeGroups';
  return cx.resolve(present.get('ClusterMode')) === 'enabled' ? 'ClusterMode' : undefined;
};

/** Whether a parameter group switches cluster mode on or off, where that is certain. */
const modeOf = (group: Json | undefined, way: readonly string[], cx: RuleContext): 'on' | 'off' | undefined => {
  const name = cx.resolve(group);
  if (isString(name)) return /^default\..*\.cluster\.on$/.test(name) ? 'on' : undefined;
  const target = cx.target(group);
  if (target?.type !== 'AWS::ElastiCache::ParameterGroup') return undefined;
  const settings = scenariosOf(target.properties, ['Properties.cluster-enabled'], way, cx);
  if (settings.length !== 1) return undefined;
  const value = settings[0]!.present.get('Properties.cluster-enabled') ?? 'no';
  return value === 'yes' ? 'on' : value === 'no' ? 'off' : undefined;
};

export const elasticacheFailover = defineRule({
  id: 'elasticache-failover',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Replication group that cannot fail over',
  description:
    'With cluster mode (`cluster-enabled: yes` in the parameter group, `ClusterMode: enabled`, more than one of `NumNodeGroups`) a replication group needs `AutomaticFailoverEnabled: true`, and automatic failover needs at least two clusters or node groups to fail over to. ElastiCache refuses other groups. Branches of `Fn::If` are distinguished.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  macros: 'silent',
  messages: {
    mode: "'{property}' switches cluster mode on, which needs 'AutomaticFailoverEnabled: true'.",
    size: "Automatic failover needs a second cluster: set 'NumCacheClusters' to at least 2, or divide the group with 'NumNodeGroups' and 'ReplicasPerNodeGroup'.",
  },
  example: {
    in: 'resources',
    fails: `
Sessions:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: Sessions of the shop
    CacheNodeType: cache.t4g.small
    Engine: redis
    AutomaticFailoverEnabled: ‹true›
    NumCacheClusters: 1
`,
    passes: `
Sessions:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    ReplicationGroupDescription: Sessions of the shop
    CacheNodeType: cache.t4g.small
    Engine: redis
    AutomaticFailoverEnabled: true
    NumCacheClusters: 2
`,
  },
  on: ['AWS::ElastiCache::ReplicationGroup'],
  check(group, cx) {
    const scenarios = scenariosOf(group.properties, names, ownWay(group.body), cx);
    const [property] = scenarios.flatMap((scenario) =>
      lacksFailover(scenario, cx) && group.lacks('GlobalReplicationGroupId') ? (clusteredBy(scenario, cx) ?? []) : [],
    );
    if (property !== undefined) cx.report('mode', group.place(property), { data: { property } });
    if (scenarios.some((scenario) => isAlone(scenario, group, cx))) {
      cx.report('size', group.place('AutomaticFailoverEnabled'));
    }
  },
});

const lacksFailover = ({ present }: Scenario, cx: RuleContext): boolean => {
  const failover = present.get('AutomaticFailoverEnabled');
  const known = failover === undefined ? false : cx.resolve(failover);
  return known !== undefined && !isTrue(known);
};

const isAlone = ({ present }: Scenario, group: ResourceNode, cx: RuleContext): boolean => {
  if (!isTrue(cx.resolve(present.get('AutomaticFailoverEnabled'))) || !group.lacks('GlobalReplicationGroupId'))
    return false;
  const given = sizes.filter((name) => present.has(name));
  if (given.length === 0) return true;
  const count = scalarNumber(cx.resolve(present.get('NumCacheClusters')));
  return given.length === 1 && given[0] === 'NumCacheClusters' && count !== undefined && count < 2;
};
