import { addTo } from '../../lint/facts/templates/grouping.ts';
import { isNoValue } from '../../model/intrinsics.ts';
import { append } from '../../model/lists.ts';
import type { Cause } from '../../model/origin.ts';
import { get } from '../../model/tree.ts';
import { placeOfResource } from '../compare/resources.ts';
import { groupName, isFromEverywhere, isLetThrough, portsText, type Traffic, trafficOf } from '../facts/traffic.ts';
import { placedItems } from '../permissions/branches.ts';
import { placeAt } from '../places.ts';
import type { Resource, Side } from '../side.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

/** A way into a security group. */
interface Ingress {
  readonly group: string;
  readonly traffic: Traffic;
  /** What decides at the deployment whether it is there; empty where it always is. */
  readonly when: string;
  readonly at: Cause | undefined;
}

export default defineConsequence({
  id: 'security-group-opened',
  level: 'warning',
  kinds: ['widened', 'public'],
  title: 'A security group allows more traffic than before',
  description:
    'A rule allows an address range or group that was not allowed on these ports before, by one rule or by several together. The whole internet (`0.0.0.0/0`, `::/0`) is an error. Groups count as allowed where all IPv4 addresses were.',
  *find(cx) {
    const before = new Map<string, Ingress[]>();
    for (const each of ingressOf(cx, cx.before)) addTo(before, cx.partner(each.group) ?? each.group, each);
    for (const { group, traffic, when, at } of ingressOf(cx, cx.after)) {
      const isNew = cx.after.resources.has(group) && cx.former(group) === undefined;
      const open = isFromEverywhere(traffic);
      if (isNew && !open) continue;
      const old = (before.get(group) ?? []).filter((each) => each.when === '' || each.when === when);
      if (
        isLetThrough(
          traffic,
          old.map((each) => each.traffic),
        )
      )
        continue;
      yield {
        text: `The security group '${group}' now ${when === '' ? '' : 'perhaps '}allows ${open ? `the whole internet (${traffic.from})` : traffic.from} on ${portsText(traffic)}.`,
        level: open ? 'error' : 'warning',
        kinds: open ? ['widened', 'public'] : ['widened'],
        resource: group,
        at,
      };
    }
  },
});

const ingressOf = (cx: ChangeContext, side: Side): Ingress[] => {
  const found: Ingress[] = [];
  for (const resource of side.resources.values()) {
    if (resource.type === 'AWS::EC2::SecurityGroup') append(found, inline(cx, side, resource));
    else if (resource.type === 'AWS::EC2::SecurityGroupIngress') {
      const properties = cx.properties(resource, side);
      const group = groupName(get(properties, 'GroupId') ?? get(properties, 'GroupName'));
      // What is there whenever its group is, counts always.
      const own = side.resources.get(group);
      const when = own && whenOf(own, side) === whenOf(resource, side) ? '' : whenOf(resource, side);
      found.push({ group, traffic: trafficOf(properties), when, at: placeOfResource(resource, side) });
    }
  }
  return found;
};

const inline = (cx: ChangeContext, side: Side, resource: Resource): Ingress[] => {
  const properties = cx.properties(resource, side);
  const rules = placedItems(get(properties, 'SecurityGroupIngress'), placeAt(properties, 'SecurityGroupIngress'));
  return rules
    .filter(({ value }) => !isNoValue(value))
    .map(({ value, when, at }) => ({ group: resource.id, traffic: trafficOf(value), when, at }));
};

/** The condition on which a resource is there; empty where it always is. */
const whenOf = ({ body }: Resource, { meaning }: Side): string => {
  const holds = meaning.condition(body);
  return typeof holds === 'object' ? holds.key : '';
};
