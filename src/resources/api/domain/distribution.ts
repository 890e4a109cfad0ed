import { getAtt } from '../../../model/intrinsics.ts';
import { get, isMap, isNothing, type Json } from '../../../model/tree.ts';
import type { ApiContext } from '../context.ts';

/**
 * The distribution that the author leaves out. The first edge-optimized domain fills in its own, and APIs that take the
 * same `Route53` from `Globals` find it there.
 */
export const distributionOf = (cx: ApiContext, endpoint: string, domainId: string): Json | undefined => {
  const route53 = get(cx.props.Domain, 'Route53');
  if (!isMap(route53) || !isNothing(get(route53, 'DistributionDomainName'))) return undefined;
  const known = cx.shared.get(route53);
  if (known || endpoint !== 'EDGE') return known;
  const distribution = getAtt(domainId, 'DistributionDomainName');
  cx.shared.set(route53, distribution);
  return distribution;
};
