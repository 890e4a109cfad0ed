import { any, boolean, list, loose, object, oneOf, string } from '../schema/property.ts';

const route53Properties = {
  HostedZoneId: loose(string, 'The id of the hosted zone; this or `HostedZoneName` is needed.'),
  HostedZoneName: loose(string, 'The name of the hosted zone, with a dot at its end.'),
  IpV6: loose(boolean, 'Makes an AAAA record too.', { early: true }),
  EvaluateTargetHealth: loose(boolean, "Whether the records take over their target's health."),
  SetIdentifier: loose(string, 'Tells records of one name apart.'),
  Region: loose(string, 'The region of a latency record.'),
} as const;

const commonProperties = {
  DomainName: loose(string, 'The domain name.', { required: true }),
  CertificateArn: loose(string, 'The ARN of its certificate.', { required: true }),
  BasePath: loose(oneOf(string, list), 'The paths of the API on the domain.', { early: true }),
  MutualTlsAuthentication: loose(
    object({
      TruststoreUri: loose(string, 'Where the certificates of clients are: an S3 URI.', { required: true }),
      TruststoreVersion: loose(string, 'The version of that object.'),
    }),
    'Mutual TLS.',
  ),
  OwnershipVerificationCertificateArn: loose(string, 'The certificate that proves who owns the domain.'),
  SecurityPolicy: loose(string, 'The TLS version and cipher suite.'),
} as const;

/** The shape of `Domain` of a REST API. */
export const restDomainShape = object({
  ...commonProperties,
  EndpointConfiguration: loose(string, 'REGIONAL, EDGE or PRIVATE; REGIONAL without it.', { early: true }),
  IpAddressType: loose(string, 'ipv4 or dualstack.'),
  NormalizeBasePath: loose(boolean, 'Leaves all but letters and digits out of base paths; on without it.', {
    early: true,
  }),
  Policy: loose(any, 'The policy document of a private domain.'),
  EndpointAccessMode: loose(string, 'How strictly the endpoint checks TLS.'),
  AccessAssociation: loose(
    object({ VpcEndpointId: loose(string, 'The VPC endpoint.', { required: true }) }),
    'The VPC endpoint that reaches a private domain.',
  ),
  Route53: loose(
    object({
      ...route53Properties,
      SeparateRecordSetGroup: loose(boolean, 'Puts the records into a group of their own.', { early: true }),
      DistributionDomainName: loose(string, 'The distribution in front of an EDGE domain.'),
      VpcEndpointDomainName: loose(string, 'The DNS name of the VPC endpoint of a private domain.'),
      VpcEndpointHostedZoneId: loose(string, 'The hosted zone of that VPC endpoint.'),
    }),
    'DNS records of the domain.',
  ),
});

/** The shape of `Domain` of an HTTP or WebSocket API. */
export const v2DomainShape = object({
  ...commonProperties,
  EndpointConfiguration: loose(string, 'Must be REGIONAL, the only allowed value.', { early: true }),
  Route53: loose(object(route53Properties), 'DNS records of the domain.'),
});
