import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import type { JsonMap } from '../../../model/tree.ts';

/** A route to everywhere that holds for a subnet, and whether it leads through an internet gateway. */
export interface DefaultRoute {
  readonly route: ResourceNode;
  readonly internetGateway: boolean;
}

const everywhere = new Set(['0.0.0.0/0', '::/0']);
const cache = new WeakMap<JsonMap, ReadonlyMap<ResourceNode, readonly DefaultRoute[]>>();

/** The default routes of the template's subnets, through the route tables that are associated with them. */
export const defaultRoutes = (cx: RuleContext): ReadonlyMap<ResourceNode, readonly DefaultRoute[]> => {
  const known = cache.get(cx.template);
  if (known) return known;
  const byTable = new Map<ResourceNode, DefaultRoute[]>();
  for (const route of cx.resources('AWS::EC2::Route')) {
    const table = cx.target(route.get('RouteTableId'));
    const destinations = [...route.strings('DestinationCidrBlock'), ...route.strings('DestinationIpv6CidrBlock')];
    if (!table || !destinations.some(({ value }) => everywhere.has(value))) continue;
    const gateway = cx.target(route.get('GatewayId'));
    push(byTable, table, { route, internetGateway: gateway?.type === 'AWS::EC2::InternetGateway' });
  }
  const bySubnet = new Map<ResourceNode, DefaultRoute[]>();
  for (const association of cx.resources('AWS::EC2::SubnetRouteTableAssociation')) {
    const subnet = cx.target(association.get('SubnetId'));
    const table = cx.target(association.get('RouteTableId'));
    if (subnet && table) for (const route of byTable.get(table) ?? []) push(bySubnet, subnet, route);
  }
  cache.set(cx.template, bySubnet);
  return bySubnet;
};

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};
