import { get, getIn, type JsonMap } from '../../model/tree.ts';
import { numberOf } from '../meaning/numbers.ts';
import { placeAt } from '../places.ts';
import { called, capital } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

/** What a resource is paid for by the hour, whether used or not: how many of what. */
interface Standing {
  readonly amount: number;
  readonly unit: string;
  /** What one of them is called, where that is another word. */
  readonly single?: string;
  /** What kind of it, where the price depends on that. */
  readonly size?: string;
  /** The property that says so. */
  readonly of: string;
}

const number = (properties: JsonMap, ...path: string[]): number => numberOf(getIn(properties, ...path));

/** Gigabytes of memory that are kept ready with provisioned concurrency are not known here: the instances are counted. */
const concurrency = (properties: JsonMap): Standing[] => [
  {
    amount: number(properties, 'ProvisionedConcurrencyConfig', 'ProvisionedConcurrentExecutions'),
    unit: 'instances of provisioned concurrency',
    of: 'ProvisionedConcurrencyConfig',
  },
];

const one = (unit: string) => (): Standing[] => [{ amount: 1, unit, of: '' }];

const standing: Readonly<Record<string, (properties: JsonMap) => Standing[]>> = {
  'AWS::Lambda::Alias': concurrency,
  'AWS::Lambda::Version': concurrency,
  'AWS::ApiGateway::Stage': (properties) => [
    {
      amount:
        get(properties, 'CacheClusterEnabled') === true ? numberOf(get(properties, 'CacheClusterSize') ?? 0.5) : 0,
      unit: 'GB of API cache',
      of: 'CacheClusterEnabled',
    },
  ],
  'AWS::DynamoDB::Table': (properties) =>
    (['ReadCapacityUnits', 'WriteCapacityUnits'] as const).map((name) => ({
      amount: number(properties, 'ProvisionedThroughput', name),
      unit: name === 'ReadCapacityUnits' ? 'read capacity units' : 'write capacity units',
      single: name === 'ReadCapacityUnits' ? 'read capacity unit' : 'write capacity unit',
      of: 'ProvisionedThroughput',
    })),
  'AWS::Kinesis::Stream': (properties) => [
    { amount: number(properties, 'ShardCount'), unit: 'shards', of: 'ShardCount' },
  ],
  'AWS::EC2::NatGateway': one('NAT gateway'),
  'AWS::EC2::EIP': one('public IPv4 address'),
  'AWS::EC2::VPCEndpoint': (properties) => [
    {
      amount: get(properties, 'VpcEndpointType') === 'Interface' ? 1 : 0,
      unit: 'interface endpoint (in each subnet)',
      of: 'VpcEndpointType',
    },
  ],
  'AWS::EC2::Instance': one('instance'),
  'AWS::RDS::DBInstance': (properties) => [
    {
      amount: get(properties, 'MultiAZ') === true ? 2 : 1,
      unit: 'database instances',
      single: 'database instance',
      size: symbolic(get(properties, 'DBInstanceClass') ?? 'the default class'),
      of: 'DBInstanceClass',
    },
  ],
  'AWS::RDS::DBProxy': one('database proxy'),
  'AWS::ElastiCache::CacheCluster': (properties) => [
    { amount: numberOf(get(properties, 'NumCacheNodes') ?? 1), unit: 'cache nodes', of: 'NumCacheNodes' },
  ],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': one('load balancer'),
  'AWS::OpenSearchService::Domain': (properties) => [
    {
      amount: numberOf(getIn(properties, 'ClusterConfig', 'InstanceCount') ?? 1),
      unit: 'search instances',
      of: 'ClusterConfig',
    },
  ],
  'AWS::KMS::Key': one('key'),
  'AWS::SecretsManager::Secret': one('secret'),
  'AWS::WAFv2::WebACL': one('web ACL'),
  'AWS::MSK::Cluster': (properties) => [
    { amount: number(properties, 'NumberOfBrokerNodes'), unit: 'brokers', of: 'NumberOfBrokerNodes' },
  ],
};

export default defineConsequence({
  id: 'cost-added',
  level: 'info',
  title: 'Something is billed by the hour, whether it is used or not',
  description:
    'Provisioned concurrency, cache clusters, gateways, instances … in units rather than money: prices differ by region and contract.',
  *find(cx) {
    for (const change of cx.changes(...Object.keys(standing))) {
      if (!change.after) continue;
      const amounts = standing[change.type]!;
      const properties = cx.properties(change.after);
      const before = change.before ? amounts(cx.properties(change.before, cx.before)) : [];
      for (const { amount, unit, single = unit, size, of } of amounts(properties)) {
        const known = before.find((each) => each.unit === unit);
        const former = known?.amount ?? 0;
        const more = amount - (Number.isNaN(former) ? 0 : former);
        const subject = capital(called(change.type, change.id));
        if (more === 0 && known && known.size !== size) {
          yield {
            text: `${subject} runs on ${size} instead of ${known.size}: the price by the hour is another.`,
            resource: change.id,
            at: placeAt(properties, of) ?? change.at,
          };
        }
        if (Number.isNaN(more) || more <= 0) continue;
        const kind = size === undefined ? '' : ` of ${size}`;
        yield {
          text: `${subject} adds ${more} ${more === 1 ? single : unit}${kind}${former > 0 ? ` (${amount} in total)` : ''}, billed by the hour whether used or not.`,
          resource: change.id,
          at: placeAt(properties, of) ?? change.at,
        };
      }
    }
  },
});
