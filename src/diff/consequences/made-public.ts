import { isTrue } from '../../lint/facts/texts/scalar.ts';
import { get, getIn, isList, type JsonMap } from '../../model/tree.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

/** What makes a resource of a type reachable by anyone, and what that means. */
interface Opening {
  readonly property: string;
  readonly isOpen: (properties: JsonMap) => boolean;
  readonly means: string;
}

const hasFlag =
  (...path: string[]) =>
  (properties: JsonMap): boolean =>
    isTrue(getIn(properties, ...path));

const publicAddress: Opening = {
  property: 'PubliclyAccessible',
  isOpen: hasFlag('PubliclyAccessible'),
  means: 'gets a public address: it can be reached from the internet where its security groups allow it',
};

const everywhere: ReadonlySet<unknown> = new Set(['0.0.0.0/0', '::/0']);

/** The endpoint of a cluster is public unless the template says otherwise, and open to all addresses unless it names some. */
const isOpenCluster = (properties: JsonMap): boolean => {
  const network = get(properties, 'ResourcesVpcConfig');
  const access = get(network, 'EndpointPublicAccess');
  const ranges = get(network, 'PublicAccessCidrs');
  if (access !== undefined && !isTrue(access)) return false;
  return ranges === undefined || (isList(ranges) && ranges.some((range) => everywhere.has(range)));
};

const openings: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  [
    'AWS::AppSync::GraphQLApi',
    {
      property: 'AuthenticationType',
      isOpen: (properties) => get(properties, 'AuthenticationType') === 'API_KEY',
      means: 'asks for no more than an API key where its schema says nothing else',
    },
  ],
  [
    'AWS::Cognito::IdentityPool',
    {
      property: 'AllowUnauthenticatedIdentities',
      isOpen: hasFlag('AllowUnauthenticatedIdentities'),
      means: 'gives anyone on the internet the credentials of its unauthenticated role, without a login',
    },
  ],
  ['AWS::DMS::ReplicationInstance', publicAddress],
  [
    'AWS::EKS::Cluster',
    {
      property: 'ResourcesVpcConfig',
      isOpen: isOpenCluster,
      means: 'lets the whole internet reach its Kubernetes API, which asks for credentials of IAM',
    },
  ],
  [
    'AWS::Lightsail::Database',
    { ...publicAddress, means: 'gets a public address: it can be reached from the internet' },
  ],
  [
    'AWS::MSK::Cluster',
    {
      ...publicAddress,
      property: 'BrokerNodeGroupInfo',
      isOpen: (properties) =>
        getIn(properties, 'BrokerNodeGroupInfo', 'ConnectivityInfo', 'PublicAccess', 'Type') ===
        'SERVICE_PROVIDED_EIPS',
    },
  ],
  ['AWS::RDS::DBCluster', publicAddress],
  ['AWS::RDS::DBInstance', publicAddress],
  ['AWS::Redshift::Cluster', publicAddress],
  ['AWS::RedshiftServerless::Workgroup', publicAddress],
]);

export default defineConsequence({
  id: 'made-public',
  level: 'warning',
  kinds: ['widened', 'public'],
  title: 'A database, cluster, identity pool or GraphQL API is opened to the internet',
  description:
    'A database or cluster gets a public address (`PubliclyAccessible`, the public endpoint of EKS for all addresses, public access of MSK), an identity pool gives credentials without a login, or the default authorization of a GraphQL API becomes an API key. New resources are not reported.',
  *find(cx) {
    for (const change of cx.changes(...openings.keys())) {
      if (!change.before || !change.after) continue;
      const { property, isOpen, means } = openings.get(change.type)!;
      if (isOpen(cx.properties(change.before, cx.before)) || !isOpen(cx.properties(change.after))) continue;
      const difference = change.differences.find(({ path }) => path[0] === property);
      yield {
        text: `${capital(called(change.type, change.id))} ${difference?.certain === false ? 'perhaps ' : ''}${means}.`,
        resource: change.id,
        at: difference?.at ?? change.at,
        wasAt: difference?.wasAt,
      };
    }
  },
});
