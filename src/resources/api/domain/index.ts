import { message } from '../../../model/problem.ts';
import { get, isMap, isNothing, type Json, type JsonMap, kindOf, textOrKind } from '../../../model/tree.ts';
import { History, toDump } from '../../../openapi/fingerprint/index.ts';
import { checkDomain } from '../../domain.ts';
import type { ApiContext } from '../context.ts';
import { distributionOf } from './distribution.ts';
import { emitPrivateDomain } from './private.ts';
import { emitPublicDomain } from './public.ts';

const NotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'Domain' is ${found}; it must be a map with 'DomainName' and 'CertificateArn'.`,
);
const BadEndpoint = message(
  'wrong-value',
  'error',
  (found: string) => `'EndpointConfiguration' of the domain is ${found}; it must be EDGE, REGIONAL or PRIVATE.`,
);

/**
 * Emits the custom domain of the API with its base path mappings and record sets.
 * @returns the domain as text, for the deployment's fingerprint; undefined without a domain
 */
export const emitDomain = (cx: ApiContext, stageId: string): string | undefined => {
  const domain: Json = cx.resolve(cx.props.Domain ?? null);
  if (isNothing(domain)) return undefined;
  if (!isMap(domain)) return cx.fail(NotMap(kindOf(domain)), cx.at('Domain'));
  checkDomain(cx, domain);
  const endpoint = get(domain, 'EndpointConfiguration') ?? 'REGIONAL';
  if (endpoint === 'PRIVATE') {
    emitPrivateDomain(cx, domain, stageId);
    return dump(domain, {}, distributionOf(cx, endpoint, ''));
  }
  if (endpoint !== 'EDGE' && endpoint !== 'REGIONAL') {
    const found = textOrKind(endpoint);
    return cx.fail(BadEndpoint(found), cx.at('Domain', 'EndpointConfiguration'));
  }
  const id = emitPublicDomain(cx, domain, endpoint, stageId);
  return dump(domain, { ApiDomainName: id, EndpointConfiguration: endpoint }, distributionOf(cx, endpoint, id));
};

/** The domain as text, with what it is completed by while it is expanded. */
const dump = (settings: JsonMap, additions: JsonMap, distribution: Json | undefined): string => {
  const history = new History();
  const dict = history.open(settings);
  for (const name of Object.keys(additions)) dict.set(name, additions[name]!);
  if (distribution !== undefined) dict.dict('Route53')?.set('DistributionDomainName', distribution);
  return toDump(dict, history);
};
