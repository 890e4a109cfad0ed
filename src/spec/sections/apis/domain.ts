import { isString } from '../../../model/tree.ts';
import { listOf } from '../../codecs/lists.ts';
import { type Phrase, record } from '../../codecs/records.ts';
import { asInSam, choice, flag, text } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { wrong } from '../../codecs/wrong.ts';
import { property } from '../../language/key.ts';
import { hasOnly, opened } from '../../phrases/phrase.ts';

const zonePhrase: Phrase = {
  says: 'a hosted zone, or its name with a dot at its end',
  examples: ['Z123ABC', 'example.com.'],
  schema: () => ({ type: 'string' }),
  open: (spot, cx) => {
    const { text } = spot;
    if (text === undefined) return wrong(spot, zonePhrase.says, cx);
    return opened(spot, { [text.endsWith('.') ? 'name' : 'id']: text });
  },
  close: (map) => {
    const [id, name] = [map['id'], map['name']];
    if (hasOnly(map, 'id') && isString(id) && !id.endsWith('.')) return id;
    return hasOnly(map, 'name') && isString(name) && name.endsWith('.') ? name : undefined;
  },
};
const zone = record(
  'a hosted zone',
  [
    property('id', 'HostedZoneId', named('hostedZone', 'id'), 'The hosted zone.', 'Z123ABC'),
    property('name', 'HostedZoneName', text, 'The hosted zone by its name, with a dot at its end.', 'example.com.'),
    property('ipv6', 'IpV6', flag(), 'Whether there is a record for IPv6 too.', 'true'),
    property('evaluate-health', 'EvaluateTargetHealth', flag(), 'Whether the health of the API counts.', 'true'),
    property('region', 'Region', text, 'The region of the record, for routing by latency.', 'eu-central-1'),
    property('set', 'SetIdentifier', text, 'What tells the record apart.', 'eu'),
    property('own-group', 'SeparateRecordSetGroup', flag(), 'Gives the record a group of its own.', 'true'),
    property(
      'distribution',
      'DistributionDomainName',
      text,
      'The distribution that the record points to.',
      'd111111abcdef8.cloudfront.net',
    ),
    property(
      'endpoint',
      'VpcEndpointDomainName',
      text,
      'The VPC endpoint that the record points to.',
      'vpce-1.execute-api.eu-central-1.vpce.amazonaws.com',
    ),
    property('endpoint-zone', 'VpcEndpointHostedZoneId', text, 'Its hosted zone.', 'Z7HUB22UULQXV'),
  ],
  { phrase: zonePhrase },
);

/** A domain of the author's for an API. */
export const domain = record(
  'a domain',
  [
    property('name', 'DomainName', text, 'The domain.', 'api.example.com'),
    property('certificate', 'CertificateArn', named('certificate', 'arn'), 'Its certificate.', 'Certificate'),
    property('path', 'BasePath', listOf(text, { keepsOne: true }), 'The path under which the API is.', [
      'orders',
      '[orders, carts]',
    ]),
    property(
      'plain-path',
      'NormalizeBasePath',
      flag(),
      'Whether characters other than letters and digits are taken out of the path.',
      'false',
    ),
    property('zone', 'Route53', zone, 'Records in Route 53.', [
      'Z123ABC',
      'example.com.',
      '{name: example.com., ipv6: true}',
    ]),
    property('security', 'SecurityPolicy', text, 'The least version of TLS.', 'TLS_1_2'),
    property(
      'endpoint',
      'EndpointConfiguration',
      choice({ regional: 'REGIONAL', edge: 'EDGE', private: 'PRIVATE' }),
      'Where the domain is served.',
      'regional',
    ),
    property('ip', 'IpAddressType', text, 'The IP versions.', 'dualstack'),
    property(
      'truststore',
      'MutualTlsAuthentication',
      record('mutual TLS', [
        property('uri', 'TruststoreUri', text, 'The certificates that callers may have.', 's3://trust/store.pem'),
        property('version', 'TruststoreVersion', text, 'The version of that object.', 'mF4uX'),
      ]),
      'Asks callers for a certificate.',
      '{uri: "s3://trust/store.pem"}',
    ),
    property(
      'ownership',
      'OwnershipVerificationCertificateArn',
      named('certificate', 'arn'),
      'A certificate that proves the ownership.',
      'Certificate',
    ),
    property(
      'policy',
      'Policy',
      asInSam,
      'The resource policy of a private domain.',
      '{Version: "2012-10-17", Statement: []}',
    ),
    property('access-mode', 'EndpointAccessMode', text, 'How endpoints reach it.', 'BASIC'),
    property(
      'access',
      'AccessAssociation.VpcEndpointId',
      named('vpcEndpoint', 'id'),
      'The VPC endpoint that reaches a private domain.',
      'vpce-1',
    ),
  ],
  {
    synonyms: {
      'domain-name': 'name',
      'base-path': 'path',
      'certificate-arn': 'certificate',
      route53: 'zone',
      'hosted-zone': 'zone',
    },
  },
);
