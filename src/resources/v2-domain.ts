import { type RecordSets, recordSets } from '../model/channel.ts';
import { idSuffix } from '../model/hash.ts';
import { getAtt, ref } from '../model/intrinsics.ts';
import { carry } from '../model/origin.ts';
import type { Attributes, ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { withoutOuterSlashes } from '../model/slashes.ts';
import { get, isMap, isNothing, isTruthy, type Json, type JsonMap, kindOf, newMap, textOrKind } from '../model/tree.ts';
import { unknownKey } from '../schema/unknown-key.ts';
import { basePathsOf, checkDomain } from './domain.ts';
import { aliasTargetTo, hostedZone, recordSetGroupId, recordsOf, route53Of } from './record-sets.ts';

const trustStore = ['TruststoreUri', 'TruststoreVersion'];

const NotRegional = message(
  'wrong-value',
  'error',
  (found: string) =>
    `'EndpointConfiguration' of the domain is ${found}; HTTP and WebSocket APIs only have REGIONAL custom domains.`,
);
const BadMutualTls = message(
  'wrong-type',
  'error',
  (found: string) =>
    `'MutualTlsAuthentication' is ${found}; it must be a map with 'TruststoreUri' and optionally 'TruststoreVersion'.`,
);
const BadBasePath = message(
  'wrong-value',
  'error',
  (path: string) => `The base path '${path}' may only have letters, digits, '-', '_' and '/'.`,
);

type Context = Omit<ResourceContext, 'props'>;

/** What a domain needs to know of the API behind it. */
export interface DomainOwner {
  readonly stageId: string;
  readonly tags: Json;
  /** What all that comes of it gets: a condition, policies. */
  readonly attributes: Attributes;
  readonly recordSets: RecordSets['group'];
}

/** Emits the custom domain of an HTTP or WebSocket API, its base path mappings and its record sets. */
export const emitDomain = (cx: Context, domain: JsonMap, owner: DomainOwner): void => {
  checkDomain(cx, domain);
  const id = `ApiGatewayDomainNameV2${idSuffix(get(domain, 'DomainName')!)}`;
  const properties = newMap();
  carry(domain, 'DomainName', properties);
  properties['DomainNameConfigurations'] = [configurationOf(cx, domain)];
  const mutualTls = mutualTlsOf(cx, domain);
  if (mutualTls) properties['MutualTlsAuthentication'] = mutualTls;
  properties['Tags'] = owner.tags;
  const { attributes } = owner;
  cx.emit({ id, type: 'AWS::ApiGatewayV2::DomainName', properties, attributes, cause: cx.at('Domain', 'DomainName') });
  cx.refer('DomainName', id);
  emitMappings(cx, domain, id, owner);

  const route53 = route53Of(cx, domain);
  if (!route53) return;
  const target = () => aliasTargetTo(route53, getAtt(id, 'RegionalHostedZoneId'), getAtt(id, 'RegionalDomainName'));
  const records = recordsOf(domain, route53, target);
  const zone = hostedZone(route53);
  const item: RecordSets = { zone, records, attributes, group: owner.recordSets };
  cx.contribute(recordSets, recordSetGroupId(route53), item, cx.at('Domain', 'Route53'));
};

const configurationOf = (cx: Context, domain: JsonMap): JsonMap => {
  const endpoint = get(domain, 'EndpointConfiguration');
  if (!isNothing(endpoint) && endpoint !== 'REGIONAL') {
    const found = textOrKind(endpoint);
    return cx.fail(NotRegional(found), cx.at('Domain', 'EndpointConfiguration'));
  }
  const configuration = newMap();
  carry(domain, 'CertificateArn', configuration);
  configuration['EndpointType'] = 'REGIONAL';
  carry(domain, 'EndpointConfiguration', configuration, 'EndpointType');
  for (const name of ['OwnershipVerificationCertificateArn', 'SecurityPolicy']) {
    if (isTruthy(get(domain, name))) carry(domain, name, configuration);
  }
  return configuration;
};

const mutualTlsOf = (cx: Context, domain: JsonMap): JsonMap | undefined => {
  const given = get(domain, 'MutualTlsAuthentication');
  if (!isTruthy(given)) return undefined;
  if (!isMap(given)) return cx.fail(BadMutualTls(kindOf(given)), cx.at('Domain', 'MutualTlsAuthentication'));
  const unknown = Object.keys(given).filter((name) => !trustStore.includes(name));
  // The transform blames the properties by their own names here.
  for (const name of unknown) {
    cx.report(
      unknownKey("'MutualTlsAuthentication'", name, trustStore),
      cx.at('Domain', 'MutualTlsAuthentication', name),
      name,
    );
  }
  const checked = newMap();
  for (const name of trustStore) if (isTruthy(given[name])) carry(given, name, checked);
  return checked;
};

const emitMappings = (cx: Context, domain: JsonMap, domainId: string, owner: DomainOwner): void => {
  for (const { path, cause } of basePathsOf(cx, domain)) {
    if (path !== undefined && /[^0-9a-zA-Z/_-]/.test(path)) {
      cx.report(BadBasePath(path), cause);
      continue;
    }
    const properties = newMap();
    properties['ApiId'] = ref(cx.id);
    if (path !== undefined) properties['ApiMappingKey'] = withoutOuterSlashes(path);
    properties['DomainName'] = ref(domainId);
    properties['Stage'] = ref(owner.stageId);
    const id = `${cx.id}${path?.replace(/[-_/]+/g, '') ?? ''}ApiMapping`;
    cx.emit({ id, type: 'AWS::ApiGatewayV2::ApiMapping', properties, attributes: owner.attributes, cause });
  }
};
