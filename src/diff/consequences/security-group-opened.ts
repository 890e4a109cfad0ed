import { append } from '../../model/lists.ts';
import type { Cause } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { placeOfResource } from '../compare/resources.ts';
import { placeAt } from '../places.ts';
import type { Resource, Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

/** A way into a security group. */
interface Ingress {
  readonly group: string;
  readonly from: string;
  readonly ports: string;
  readonly at: Cause | undefined;
}

const everywhere: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

export default defineConsequence({
  id: 'security-group-opened',
  level: 'warning',
  kinds: ['widened', 'public'],
  title: 'A security group allows more traffic than before',
  description:
    'A rule allows an address range or group that was not allowed on these ports before. The whole internet (`0.0.0.0/0`, `::/0`) is an error.',
  *find(cx) {
    const before = new Set(
      ingressOf(cx, cx.before).map((each) => keyOf({ ...each, group: cx.partner(each.group) ?? each.group })),
    );
    for (const each of ingressOf(cx, cx.after)) {
      const known = cx.former(each.group) !== undefined;
      const open = everywhere.has(each.from);
      if (before.has(keyOf(each)) || (!known && !open)) continue;
      yield {
        text: `The security group '${each.group}' now allows ${open ? `the whole internet (${each.from})` : each.from} on ${each.ports}.`,
        level: open ? 'error' : 'warning',
        kinds: open ? ['widened', 'public'] : ['widened'],
        resource: each.group,
        at: each.at,
      };
    }
  },
});

const keyOf = ({ group, from, ports }: Ingress): string => `${group} ${from} ${ports}`;

const ingressOf = (cx: ChangeContext, side: Side): Ingress[] => {
  const found: Ingress[] = [];
  for (const resource of side.resources.values()) {
    if (resource.type === 'AWS::EC2::SecurityGroup') append(found, inline(cx, side, resource));
    else if (resource.type === 'AWS::EC2::SecurityGroupIngress') {
      const properties = cx.properties(resource, side);
      const group = get(properties, 'GroupId') ?? get(properties, 'GroupName');
      found.push({ ...ruleOf(properties), group: groupOf(group), at: placeOfResource(resource, side) });
    }
  }
  return found;
};

const inline = (cx: ChangeContext, side: Side, resource: Resource): Ingress[] => {
  const rules = get(cx.properties(resource, side), 'SecurityGroupIngress');
  return (isList(rules) ? rules : []).flatMap((rule, at) =>
    isMap(rule) ? [{ ...ruleOf(rule), group: resource.id, at: placeAt(rules as Json[], at) }] : [],
  );
};

const ruleOf = (rule: Json) => {
  const text = (name: string) => {
    const value = get(rule, name);
    return value === undefined ? undefined : symbolic(value);
  };
  const from =
    text('CidrIp') ??
    text('CidrIpv6') ??
    text('SourceSecurityGroupId') ??
    text('SourcePrefixListId') ??
    text('SourceSecurityGroupName') ??
    'somebody';
  const protocol = text('IpProtocol') ?? '-1';
  const [low, high] = [text('FromPort'), text('ToPort')];
  return { from, ports: protocol === '-1' || low === undefined ? 'all ports' : `${protocol} ${portsText(low, high)}` };
};

const portsText = (low: string, high: string | undefined): string => {
  if (high === undefined) return `ports from ${low}`;
  return low === high ? `port ${low}` : `ports ${low} to ${high}`;
};

const groupOf = (value: Json | undefined): string => {
  const attribute = get(value, 'Fn::GetAtt');
  const reference = isList(attribute) ? attribute[0] : get(value, 'Ref');
  return isString(reference) ? reference : value === undefined ? '' : symbolic(value);
};
