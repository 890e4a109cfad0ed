import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { isList, isMap, isString, type Json } from '../../model/tree.ts';
import { recordFault } from '../facts/network/records.ts';
import { type Choice, entryChoices } from '../facts/templates/choices.ts';
import { placeIn } from '../facts/templates/places.ts';
import { type MapSite, mapSites } from '../facts/templates/spec-faults.ts';

const isRecordSet = ({ node, path }: MapSite): boolean =>
  node.type === 'AWS::Route53::RecordSet'
    ? path === ''
    : node.type === 'AWS::Route53::RecordSetGroup' && /^RecordSets\[\d+\]$/.test(path);

export const route53RecordValue = defineTemplateRule({
  id: 'route53-record-value',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid value of a DNS record',
  description:
    'Route 53 refuses records whose values do not fit their type: an `A` record holds an IPv4 address, `TXT` texts in quotes inside of the value, `MX` a priority and a host. A `CNAME` has one value. A value that appears twice is a warning. Checked are literal values.',
  source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
  macros: 'silent',
  messages: {
    a: "'{value}' is not an IPv4 address, as an A record holds.",
    aaaa: "'{value}' is not an IPv6 address, as an AAAA record holds.",
    caa: '\'{value}\' is not a value of a CAA record; write 0 or 128, the tag, and the value in quotes: 0 issue "ca.example.com".',
    domain: "'{value}' is not a domain name, as a record of the type {type} holds.",
    mx: "'{value}' is not a value of an MX record; write a priority of 0 to 65535 and a host: 10 mail.example.com.",
    ds: "'{value}' is not a value of a DS record; write the key tag, the algorithm, the digest type and the digest: 123 4 1 1A2B.",
    naptr:
      '\'{value}\' is not a value of a NAPTR record; write order, preference, three texts in quotes, and a host: 100 50 "u" "SIP" "!^.*$!sip:a@example.com!" .',
    srv: "'{value}' is not a value of an SRV record; write priority, weight, port and host: 1 10 5269 xmpp.example.com.",
    twice: "'{value}' appears here twice; Route 53 takes each value once.",
    quotes: 'The value of a {type} record needs quotes of its own: \'"{value}"\'.',
    long: 'A text of a {type} record has at most 255 characters; divide it into several, each in quotes.',
    single: 'A CNAME record has one value; this one has {count}.',
  },
  example: {
    in: 'resources',
    fails: `
Proof:
  Type: AWS::Route53::RecordSet
  Properties:
    HostedZoneName: example.com.
    Name: shop.example.com
    Type: TXT
    TTL: '300'
    ResourceRecords: [‹proof=1234›]
`,
    passes: `
Proof:
  Type: AWS::Route53::RecordSet
  Properties:
    HostedZoneName: example.com.
    Name: shop.example.com
    Type: TXT
    TTL: '300'
    ResourceRecords: ['"proof=1234"']
`,
  },
  check(cx) {
    for (const site of mapSites(cx)) {
      const type = isRecordSet(site) ? cx.resolve(site.map['Type']) : undefined;
      if (!isString(type)) continue;
      for (const records of entryChoices(site.map, 'ResourceRecords', site.at)) checkRecords(site, type, records, cx);
    }
  },
});

const checkRecords = ({ node }: MapSite, type: string, { value: records, at }: Choice, cx: RuleContext): void => {
  if (!isList(records)) return;
  if (type === 'CNAME' && records.length > 1 && records.every((record) => !isMap(record))) {
    cx.report('single', at, { data: { count: records.length }, logicalId: node.id });
  }
  for (const [index, record] of records.entries()) {
    const fault = isLiteral(record) ? recordFault(type, record) : undefined;
    const isAgain = isLiteral(record) && records.indexOf(record) < index;
    if (fault === undefined && !isAgain) continue;
    const data = { value: String(record), type };
    const level = fault === undefined ? 'warning' : undefined;
    cx.report(fault ?? 'twice', placeIn(records, index) ?? at, { data, level, logicalId: node.id });
  }
};

/** What another tool or the parameter store fills in is not known yet. */
const isLiteral = (record: Json): record is string => isString(record) && !/\$\{|\{\{/.test(record);
