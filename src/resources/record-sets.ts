import { recordSets } from '../model/channel.ts';
import { idSuffix } from '../model/hash.ts';
import { carry, shallowCopy } from '../model/origin.ts';
import { defineFinisher, type ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isNothing, isTruthy, type Json, type JsonMap, kindOf, newMap } from '../model/tree.ts';
import { byTarget } from './by-target.ts';

const NotAMap = message(
  'wrong-type',
  'error',
  (found: string) => `'Route53' of the domain is ${found}; it must be a map with 'HostedZoneId' or 'HostedZoneName'.`,
);
const NoHostedZone = message(
  'missing-property',
  'error',
  () => "'Route53' of the domain needs 'HostedZoneId' or 'HostedZoneName'.",
);

const LostRecords = message(
  'lost-record-sets',
  'warning',
  (other: string) =>
    `These record sets are dropped: those of '${other}' in the same hosted zone replace them, because record sets of WebSocket APIs cannot share a group with others. Declare them as separate resources.`,
);

/** The settings under `Route53` of a domain, checked; undefined where there are none. */
export const route53Of = (cx: Omit<ResourceContext, 'props'>, domain: JsonMap): JsonMap | undefined => {
  const route53 = get(domain, 'Route53');
  if (isNothing(route53)) return undefined;
  if (!isMap(route53)) return cx.fail(NotAMap(kindOf(route53)), cx.at('Domain', 'Route53'));
  if (isNothing(get(route53, 'HostedZoneId')) && isNothing(get(route53, 'HostedZoneName'))) {
    return cx.fail(NoHostedZone(), cx.at('Domain', 'Route53'));
  }
  return route53;
};

/** The logical id of the group that holds all record sets of one hosted zone. */
export const recordSetGroupId = (route53: JsonMap): string => {
  const id = get(route53, 'HostedZoneId');
  return `RecordSetGroup${idSuffix(isTruthy(id) ? id! : (get(route53, 'HostedZoneName') ?? null))}`;
};

/** The property that names the zone of a group. */
export const hostedZone = (route53: JsonMap): JsonMap => {
  const zone = newMap();
  carry(route53, Object.hasOwn(route53, 'HostedZoneId') ? 'HostedZoneId' : 'HostedZoneName', zone);
  return zone;
};

/** The records of a domain: an A record, and an AAAA record where `IpV6` is on. */
export const recordsOf = (domain: JsonMap, route53: JsonMap, aliasTarget: () => JsonMap): JsonMap[] => {
  const record = (type: string): JsonMap => {
    const properties = newMap();
    carry(domain, 'DomainName', properties, 'Name');
    properties['Type'] = type;
    properties['AliasTarget'] = aliasTarget();
    carry(route53, 'Region', properties);
    carry(route53, 'SetIdentifier', properties);
    return properties;
  };
  return get(route53, 'IpV6') === true ? [record('A'), record('AAAA')] : [record('A')];
};

/** An alias target with the health check that `Route53` asks for. */
export const aliasTargetTo = (route53: JsonMap, hostedZoneId: Json, dnsName: Json): JsonMap => {
  const target = newMap();
  carry(route53, 'EvaluateTargetHealth', target);
  target['HostedZoneId'] = hostedZoneId;
  target['DNSName'] = dnsName;
  return target;
};

/**
 * All record sets of one hosted zone stand in one group, whatever REST and HTTP APIs they come from. The transform makes
 * a group of its own for each WebSocket API, under the same id: the last one written is what is left.
 */
export const recordSetGroups = defineFinisher({
  channel: recordSets,
  finish(cx, contributions) {
    for (const [id, all] of byTarget(contributions)) {
      const shared = all.filter(({ item }) => item.group === 'shared');
      const last = all.at(-1)!;
      const [first, ...others] = last.item.group === 'alone' ? [last] : shared;
      for (const lost of all) {
        if (lost !== first && !others.includes(lost)) cx.blame(lost, LostRecords(last.logicalId), undefined);
      }
      const properties = shallowCopy(first!.item.zone);
      properties['RecordSets'] = [first!, ...others].flatMap(({ item }) => item.records);
      const related = others.flatMap(({ cause }) => cause ?? []);
      cx.emit({
        id,
        type: 'AWS::Route53::RecordSetGroup',
        properties,
        attributes: first!.item.attributes,
        cause: first!.cause && { ...first!.cause, related },
      });
    }
  },
});
