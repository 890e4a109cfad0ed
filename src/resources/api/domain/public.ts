import { idSuffix } from '../../../model/hash.ts';
import { getAtt, ref } from '../../../model/intrinsics.ts';
import { carry, entryOf, place } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, isMap, isTruthy, type Json, type JsonMap, kindOf, newMap } from '../../../model/tree.ts';
import { aliasTargetTo } from '../../record-sets.ts';
import type { ApiContext } from '../context.ts';
import { propagateTags } from '../tags.ts';
import { emitMappings } from './base-paths.ts';
import { distributionOf } from './distribution.ts';
import { addRecords } from './records.ts';

const BadMutualTls = message(
  'wrong-type',
  'error',
  (found: string) =>
    `'MutualTlsAuthentication' has ${found}; it must be a map with 'TruststoreUri' and optionally 'TruststoreVersion'.`,
);

const NotOfThisKind = message(
  'unsupported-domain-property',
  'error',
  (name: string, kind: string) => `A ${kind} domain cannot have '${name}'.`,
);

/** The hosted zone of all CloudFront distributions. */
const cloudFrontZone = 'Z2FDTNDATAQYW2';
const trustStore = ['TruststoreUri', 'TruststoreVersion'];

/** Properties of a domain that are left out when they say nothing. */
export const optionalOfDomain = (domain: JsonMap, properties: JsonMap, names: readonly string[]): void => {
  for (const name of names) if (isTruthy(get(domain, name))) carry(domain, name, properties);
};

/** Refuses a property that the other kind of domain has. */
export const refuse = (cx: ApiContext, domain: JsonMap, name: string, kind: string, id: string): void => {
  if (isTruthy(get(domain, name))) cx.fail(NotOfThisKind(name, kind), cx.at('Domain', name), id);
};

/** The endpoint type of a domain and its IP addresses. */
export const endpointOfDomain = (domain: JsonMap, endpoint: string, properties: JsonMap): void => {
  const configuration: JsonMap = { Types: [endpoint] };
  optionalOfDomain(domain, configuration, ['IpAddressType']);
  properties['EndpointConfiguration'] = configuration;
  place(properties, 'EndpointConfiguration', entryOf(domain, 'EndpointConfiguration'));
};

/** Emits a regional or edge-optimized domain; gives its logical id. */
export const emitPublicDomain = (
  cx: ApiContext,
  domain: JsonMap,
  endpoint: 'EDGE' | 'REGIONAL',
  stageId: string,
): string => {
  const id = `ApiGatewayDomainName${idSuffix(get(domain, 'DomainName')!)}`;
  const properties = newMap();
  carry(domain, 'DomainName', properties);
  carry(domain, 'CertificateArn', properties, endpoint === 'REGIONAL' ? 'RegionalCertificateArn' : 'CertificateArn');
  endpointOfDomain(domain, endpoint, properties);
  const mutualTls = mutualTlsOf(cx, domain);
  if (mutualTls) properties['MutualTlsAuthentication'] = mutualTls;
  optionalOfDomain(domain, properties, ['SecurityPolicy', 'EndpointAccessMode', 'OwnershipVerificationCertificateArn']);
  refuse(cx, domain, 'Policy', 'public', id);
  propagateTags(cx, properties);
  const cause = cx.at('Domain', 'DomainName');
  cx.emit({ id, type: 'AWS::ApiGateway::DomainName', properties, attributes: cx.inherited, cause });
  cx.refer('DomainName', id);
  emitMappings(cx, domain, {
    type: 'AWS::ApiGateway::BasePathMapping',
    properties: { DomainName: ref(id), RestApiId: ref(cx.id), Stage: ref(stageId) },
  });

  const distribution = distributionOf(cx, endpoint, id);
  addRecords(cx, domain, (route53) => {
    if (endpoint === 'REGIONAL') {
      return aliasTargetTo(route53, getAtt(id, 'RegionalHostedZoneId'), getAtt(id, 'RegionalDomainName'));
    }
    const name: Json = distribution ?? get(route53, 'DistributionDomainName') ?? null;
    return aliasTargetTo(route53, cloudFrontZone, name);
  });
  return id;
};

const mutualTlsOf = (cx: ApiContext, domain: JsonMap): JsonMap | undefined => {
  const given = get(domain, 'MutualTlsAuthentication');
  if (!isTruthy(given)) return undefined;
  if (!isMap(given)) return cx.fail(BadMutualTls(kindOf(given)), cx.at('Domain', 'MutualTlsAuthentication'));
  const unknown = Object.keys(given).filter((name) => !trustStore.includes(name));
  if (unknown.length > 0) {
    const found = unknown.map((name) => `'${name}'`).join(', ');
    return cx.fail(BadMutualTls(found), cx.at('Domain', 'MutualTlsAuthentication', unknown[0]!));
  }
  const checked = newMap();
  optionalOfDomain(given, checked, trustStore);
  return checked;
};
