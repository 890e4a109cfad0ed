import { recordSets } from '../../../model/channel.ts';
import { idSuffix } from '../../../model/hash.ts';
import { carry } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, isTruthy, type Json, type JsonMap, kindOf, newMap } from '../../../model/tree.ts';
import { recordSetGroupId, recordsOf, route53Of } from '../../record-sets.ts';
import type { ApiContext } from '../context.ts';

const NotBoolean = message(
  'wrong-type',
  'error',
  (found: string) => `'SeparateRecordSetGroup' is ${found}; it must be true or false.`,
);

const zoneNames = ['HostedZoneId', 'HostedZoneName'];

/** Adds the DNS records of a domain: to the group of their hosted zone, or to one of its own. */
export const addRecords = (cx: ApiContext, domain: JsonMap, alias: (route53: JsonMap) => JsonMap): void => {
  const route53 = route53Of(cx, domain);
  if (!route53) return;
  const cause = cx.at('Domain', 'Route53');
  const attributes = cx.inherited;
  const records = recordsOf(domain, route53, () => alias(route53));
  const separate = get(route53, 'SeparateRecordSetGroup');
  const zone = newMap();
  if (!isTruthy(separate)) {
    for (const name of zoneNames) carry(route53, name, zone);
    return cx.contribute(recordSets, recordSetGroupId(route53), { zone, records, attributes, group: 'shared' }, cause);
  }
  if (separate !== true) {
    return cx.fail(NotBoolean(kindOf(separate)), cx.at('Domain', 'Route53', 'SeparateRecordSetGroup'));
  }
  const given = zoneNames.filter((name) => isTruthy(get(route53, name)));
  for (const name of given) carry(route53, name, zone);
  const zoneKey: Json = get(route53, given[0] ?? 'HostedZoneName') ?? null;
  const id = `RecordSetGroup${idSuffix([zoneKey, get(domain, 'DomainName') ?? null])}`;
  zone['RecordSets'] = records;
  cx.emit({ id, type: 'AWS::Route53::RecordSetGroup', properties: zone, attributes, cause });
};
