import { defineRule, type RuleContext } from '../../model/rule.ts';
import { type Scenario, scenariosOf } from '../facts/combinations/presence.ts';
import { isPlainMap, presentWays } from '../facts/templates/choices.ts';
import { ownWay } from '../facts/templates/ways.ts';
import { isTrue, scalarNumber } from '../facts/texts/scalar.ts';

const configs: ReadonlyMap<string, string> = new Map([
  ['AWS::Elasticsearch::Domain', 'ElasticsearchClusterConfig'],
  ['AWS::OpenSearchService::Domain', 'ClusterConfig'],
]);
const zoneCount = 'ZoneAwarenessConfig.AvailabilityZoneCount';

export const opensearchDataNodes = defineRule({
  id: 'opensearch-data-nodes',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Data nodes that cannot be spread over the zones',
  description:
    'With `ZoneAwarenessEnabled: true` a search domain spreads its data nodes over two Availability Zones, or over as many as `ZoneAwarenessConfig` says. The service refuses an odd number of nodes in two zones, and fewer than three nodes in three zones.',
  source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
  messages: {
    odd: "In two Availability Zones the number of data nodes is even; found {count}. Change it, or set '{property}.ZoneAwarenessConfig.AvailabilityZoneCount: 3'.",
    few: 'In three Availability Zones a domain needs at least 3 data nodes; found {count}.',
  },
  example: {
    in: 'resources',
    fails: `
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig: {InstanceType: m7g.large.search, InstanceCount: ‹3›, ZoneAwarenessEnabled: true}
`,
    passes: `
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      InstanceType: m7g.large.search
      InstanceCount: 3
      ZoneAwarenessEnabled: true
      ZoneAwarenessConfig: {AvailabilityZoneCount: 3}
`,
  },
  on: [...configs.keys()],
  reads: [...configs.values()],
  check(domain, cx) {
    const property = configs.get(domain.type)!;
    if (domain.lacks(property)) return;
    const names = ['InstanceCount', 'ZoneAwarenessEnabled', zoneCount];
    for (const { value: config, way } of presentWays(domain.get(property) ?? null, undefined, ownWay(domain.body))) {
      if (!isPlainMap(config)) continue;
      for (const scenario of scenariosOf(config, names, way, cx)) {
        const fault = faultOf(scenario, cx);
        if (!fault) continue;
        return cx.report(fault.messageId, cx.placeOf(config, 'InstanceCount'), {
          data: { count: fault.count, property },
        });
      }
    }
  },
});

const faultOf = ({ present }: Scenario, cx: RuleContext) => {
  const count = scalarNumber(cx.resolve(present.get('InstanceCount')));
  if (count === undefined || !isTrue(cx.resolve(present.get('ZoneAwarenessEnabled')))) return undefined;
  const zones = present.has(zoneCount) ? scalarNumber(cx.resolve(present.get(zoneCount))) : 2;
  if (zones === 2 && count % 2 !== 0) return { messageId: 'odd', count };
  return zones === 3 && count < 3 ? { messageId: 'few', count } : undefined;
};
