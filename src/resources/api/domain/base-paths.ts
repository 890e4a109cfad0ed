import type { JsonMap } from '../../../model/tree.ts';
import { isTruthy } from '../../../model/tree.ts';
import { basePathsOf } from '../../domain.ts';
import type { ApiContext } from '../context.ts';

/** What all mappings of a domain have in common. */
interface Mapping {
  readonly type: string;
  readonly properties: JsonMap;
}

/** Emits a mapping for each base path under which the API stands on its domain. */
export const emitMappings = (cx: ApiContext, domain: JsonMap, { type, properties }: Mapping): void => {
  const normalize = Object.hasOwn(domain, 'NormalizeBasePath') ? isTruthy(domain['NormalizeBasePath']) : true;
  for (const { path, cause } of basePathsOf(cx, domain)) {
    const plain = path?.replace(/[^\p{L}\p{N}]/gu, '');
    const own: JsonMap = { ...properties };
    if (path !== undefined) own['BasePath'] = normalize ? plain! : path;
    cx.emit({ id: `${cx.id}${plain ?? ''}BasePathMapping`, type, properties: own, attributes: cx.inherited, cause });
  }
};
