import { message } from '../../../model/problem.ts';
import { get, isMap, isNothing, isString, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import { History, toDump } from '../../../openapi/fingerprint/index.ts';
import type { ApiContext } from '../context.ts';
import { emitPrivateDomain } from './private.ts';
import { emitPublicDomain } from './public.ts';

const NotMap = message(
  'invalid-domain',
  'error',
  (found: string) => `'Domain' is ${found}; it must be a map with 'DomainName' and 'CertificateArn'.`,
);
const Incomplete = message(
  'incomplete-domain',
  'error',
  (missing: readonly string[]) =>
    `A custom domain needs 'DomainName' and 'CertificateArn'; ${missing.map((name) => `'${name}'`).join(' and ')} is missing.`,
);
const BadEndpoint = message(
  'invalid-domain-endpoint',
  'error',
  (found: string) => `'EndpointConfiguration' of the domain is ${found}; it must be EDGE, REGIONAL or PRIVATE.`,
);

/** What a domain adds to itself while it is expanded; the deployment's fingerprint has it too. */
interface Additions {
  readonly domain: JsonMap;
  readonly route53: JsonMap;
}

/**
 * Emits the custom domain of the API with its base path mappings and record sets.
 * @returns the domain as text, for the deployment's fingerprint; undefined without a domain
 */
export const emitDomain = (cx: ApiContext, stageId: string): string | undefined => {
  const domain: Json = cx.resolve(cx.props.Domain ?? null);
  if (isNothing(domain)) return undefined;
  if (!isMap(domain)) return cx.fail(NotMap(kindOf(domain)), cx.at('Domain'));
  const missing = ['DomainName', 'CertificateArn'].filter((name) => isNothing(get(domain, name)));
  if (missing.length > 0) return cx.fail(Incomplete(missing), cx.at('Domain'));
  const endpoint = get(domain, 'EndpointConfiguration') ?? 'REGIONAL';
  if (endpoint === 'PRIVATE') {
    emitPrivateDomain(cx, domain, stageId);
    return dump(domain, { domain: {}, route53: {} });
  }
  if (endpoint !== 'EDGE' && endpoint !== 'REGIONAL') {
    const found = isString(endpoint) ? `'${endpoint}'` : kindOf(endpoint);
    return cx.fail(BadEndpoint(found), cx.at('Domain', 'EndpointConfiguration'));
  }
  const { id, distribution } = emitPublicDomain(cx, domain, endpoint, stageId);
  const route53: JsonMap = distribution ? { DistributionDomainName: distribution } : {};
  return dump(domain, { domain: { ApiDomainName: id, EndpointConfiguration: endpoint }, route53 });
};

const dump = (settings: JsonMap, { domain, route53 }: Additions): string | undefined => {
  const history = new History();
  const dict = history.open(settings);
  for (const name of Object.keys(domain)) dict.set(name, domain[name]!);
  const routing = dict.dict('Route53');
  for (const name of Object.keys(route53)) routing?.set(name, route53[name]!);
  return toDump(dict, history);
};
