import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { type Choice, choicesOf, entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { keyBelow, placeBelow } from '../facts/templates/places.ts';
import { isTrue, scalarText } from '../facts/texts/scalar.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

/** Each says how the answers to one name are chosen. */
const routings = [
  'CidrRoutingConfig',
  'Failover',
  'GeoLocation',
  'GeoProximityLocation',
  'MultiValueAnswer',
  'Region',
  'Weight',
];
/** The hosted zone of all distributions of CloudFront, edge-optimized APIs among them. */
const cloudFront = 'Z2FDTNDATAQYW2';
/** That of the Regions of China. */
const cloudFrontOfChina = 'Z3RFFRIM2A3IF5';

export const route53Record = defineTemplateRule({
  id: 'route53-record',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Route53::RecordSetGroup', 'AWS::Route53::RecordSet'],
  title: 'Settings of a DNS record that exclude each other',
  description:
    'Route 53 refuses a record that names its hosted zone by id and by name, that has more than one routing policy (`Region`, `Weight`, `Failover` …), a routing policy without `SetIdentifier` or the reverse, aliases of a distribution of CloudFront of another type than A, AAAA and HTTPS, `EvaluateTargetHealth` for a distribution of CloudFront, which the domain of an API with the endpoint type `EDGE` is, an alias of a distribution in another hosted zone than that of CloudFront, a CNAME with the name of its hosted zone, a name outside of its zone, and an alias of the type NS or SOA. `Route53` of a SAM domain makes such records.',
  source: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
  example: {
    in: 'resources',
    fails: `
Record:
  Type: AWS::Route53::RecordSet
  Properties:
    HostedZoneId: Z0123456789EXAMPLE
    Name: api.example.com
    Type: A
    AliasTarget: {DNSName: d111.cloudfront.net, HostedZoneId: Z2FDTNDATAQYW2, EvaluateTargetHealth: ‹true›}`,
    passes: `
Record:
  Type: AWS::Route53::RecordSet
  Properties:
    HostedZoneId: Z0123456789EXAMPLE
    Name: api.example.com
    Type: A
    AliasTarget: {DNSName: d111.cloudfront.net, HostedZoneId: Z2FDTNDATAQYW2, EvaluateTargetHealth: false}`,
  },
  messages: {
    both: "'{one}' and '{other}' exclude each other; keep one of them.",
    identifier: "'{routing}' chooses among several records of one name, so each needs a 'SetIdentifier'.",
    routing: "'SetIdentifier' is for records with a routing policy; add one ({known}), or leave it out.",
    type: 'Records of the type {type} cannot be aliases of a distribution of CloudFront; use A, AAAA or HTTPS.',
    unaliased: "A record of the type {type} cannot be an alias; give its values in 'ResourceRecords'.",
    outside:
      "'{name}' is not in the hosted zone '{zone}'; a record has the name of its zone, or one that ends with it.",
    zone: "Aliases of distributions of CloudFront name its hosted zone, not yours; write 'HostedZoneId: {zone}'.",
    apex: "A CNAME cannot have the name of its hosted zone, '{name}'; use an alias: A or AAAA with 'AliasTarget'.",
    health: "Route 53 cannot evaluate the health of a distribution of CloudFront; set 'EvaluateTargetHealth: false'.",
  },
  check(cx) {
    for (const node of cx.resources('AWS::Route53::RecordSetGroup')) {
      checkZone(node, cx);
      for (const { value, at } of node.all('RecordSets', '*')) checkRecord({ value, at }, node, cx);
    }
    for (const node of cx.resources('AWS::Route53::RecordSet')) {
      checkZone(node, cx);
      checkRecord({ value: node.properties, at: node.at }, node, cx);
    }
  },
});

const checkZone = (node: ResourceNode, cx: RuleContext): void => {
  const [one, other] = ['HostedZoneId', 'HostedZoneName'] as const;
  if (!isGiven(node.properties, one) || !isGiven(node.properties, other)) return;
  cx.report('both', node.keyPlace(other), { data: { one, other }, logicalId: node.id });
};

const checkRecord = ({ value: record, at }: Choice, node: ResourceNode, cx: RuleContext): void => {
  if (!isPlainMap(record)) return;
  const logicalId = node.id;
  const [routing, second] = routings.filter((name) => isGiven(record, name));
  if (routing !== undefined && second !== undefined) {
    cx.report('both', keyBelow(record, at, second), { data: { one: routing, other: second }, logicalId });
  }
  if (routing !== undefined && get(record, 'SetIdentifier') === undefined) {
    cx.report('identifier', keyBelow(record, at, routing), { data: { routing }, logicalId });
  }
  if (isGiven(record, 'SetIdentifier') && routings.every((name) => get(record, name) === undefined)) {
    cx.report('routing', keyBelow(record, at, 'SetIdentifier'), { data: { known: routings.join(', ') }, logicalId });
  }
  checkName(record, at, node, cx);
  for (const alias of entryChoices(record, 'AliasTarget', at)) {
    const kind = cx.resolve(get(record, 'Type'));
    if (kind === 'NS' || kind === 'SOA')
      cx.report('unaliased', keyBelow(record, at, 'Type'), { data: { type: kind }, logicalId });
    checkAliasZone(alias, node, cx);
    if (cx.resolve(get(alias.value, 'HostedZoneId')) !== cloudFront) continue;
    const type = cx.resolve(get(record, 'Type'));
    if (isString(type) && !['A', 'AAAA', 'HTTPS'].includes(type)) {
      cx.report('type', keyBelow(record, at, 'Type'), { data: { type }, logicalId });
    }
    for (const health of entryChoices(alias.value, 'EvaluateTargetHealth', alias.at)) {
      if (isTrue(cx.resolve(health.value))) cx.report('health', health.at, { logicalId });
    }
  }
};

/** An alias of a distribution is in the hosted zone of CloudFront. */
const checkAliasZone = ({ value: alias, at }: Choice, { id: logicalId }: ResourceNode, cx: RuleContext): void => {
  const name = get(alias, 'DNSName');
  const isDistribution = cx.target(name)?.type === 'AWS::CloudFront::Distribution';
  if (!isDistribution && !/\.cloudfront\.net\.?$/.test(scalarText(cx.resolve(name)) ?? '')) return;
  for (const zone of entryChoices(alias, 'HostedZoneId', at)) {
    const id = cx.resolve(zone.value);
    const isOwn = cx.target(zone.value)?.type === 'AWS::Route53::HostedZone';
    if (!isOwn && (!isString(id) || id === cloudFront || id === cloudFrontOfChina || id.includes('{{'))) continue;
    cx.report('zone', zone.at, { data: { zone: cloudFront }, logicalId });
  }
};

/** A name ends with that of its zone, and is another where a CNAME excludes the records that the zone has there. */
const checkName = (record: JsonMap, at: Cause | undefined, node: ResourceNode, cx: RuleContext): void => {
  const name = nameOf(get(record, 'Name'), cx);
  const zone = cx.target(node.get('HostedZoneId'));
  const ofZone = zone?.type === 'AWS::Route53::HostedZone' ? zone.get('Name') : node.get('HostedZoneName');
  const zoneName = nameOf(ofZone, cx);
  if (name === undefined || zoneName === undefined) return;
  const isCname = cx.resolve(get(record, 'Type')) === 'CNAME';
  if (zoneName === name) {
    if (isCname) cx.report('apex', placeBelow(record, at, 'Name'), { data: { name }, logicalId: node.id });
  } else if (!name.endsWith(`.${zoneName}`) && isWritten(name) && isWritten(zoneName)) {
    // What parameters give may be others at the deployment.
    const level = isString(get(record, 'Name')) && isString(ofZone) ? 'error' : 'warning';
    const data = { name, zone: zoneName };
    cx.report('outside', placeBelow(record, at, 'Name'), { data, level, logicalId: node.id });
  }
};

/** Whether a name has no gap that is filled in at the deployment. */
const isWritten = (name: string): boolean => /^[\w*.\\-]+$/.test(name);

/** A domain name without the point at its end; what is filled in at the deployment stands as it is written. */
const nameOf = (value: Json | undefined, cx: RuleContext): string | undefined =>
  value === undefined ? undefined : symbolicText(value, cx).replace(/\.$/, '').toLowerCase();

/** Whether a map has an entry whatever the conditions. */
const isGiven = (map: JsonMap, name: string): boolean =>
  choicesOf(get(map, name), undefined).every(({ value }) => value !== undefined);
