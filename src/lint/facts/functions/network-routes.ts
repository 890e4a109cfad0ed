import type { ResourceNode } from '../../../model/rule.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';

/** A route to everywhere that holds for a subnet, and whether it leads through an internet gateway. */
export interface DefaultRoute {
  readonly route: ResourceNode;
  readonly internetGateway: boolean;
}

const everywhere = new Set(['0.0.0.0/0', '::/0']);

/** The default routes of the template's subnets, through the route tables that are associated with them. */
export const defaultRoutes = oncePerTemplate((cx): ReadonlyMap<ResourceNode, readonly DefaultRoute[]> => {
  const byTable = new Map<ResourceNode, DefaultRoute[]>();
  for (const route of cx.resources('AWS::EC2::Route')) {
    const table = cx.target(route.get('RouteTableId'));
    const destinations = [...route.strings('DestinationCidrBlock'), ...route.strings('DestinationIpv6CidrBlock')];
    if (!table || !destinations.some(({ value }) => everywhere.has(value))) continue;
    const gateway = cx.target(route.get('GatewayId'));
    addTo(byTable, table, { route, internetGateway: gateway?.type === 'AWS::EC2::InternetGateway' });
  }
  const bySubnet = new Map<ResourceNode, DefaultRoute[]>();
  for (const association of cx.resources('AWS::EC2::SubnetRouteTableAssociation')) {
    const subnet = cx.target(association.get('SubnetId'));
    const table = cx.target(association.get('RouteTableId'));
    if (subnet && table) for (const route of byTable.get(table) ?? []) addTo(bySubnet, subnet, route);
  }
  return bySubnet;
});
