import { message } from '../../../model/problem.ts';
import { get, isList, isString, isTruthy, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import type { ApiContext } from '../context.ts';

const NotString = message(
  'base-path-not-string',
  'error',
  (found: string) =>
    `A base path is ${found}; it must be a string, because the logical id of its mapping is made from it.`,
);

/** What all mappings of a domain have in common. */
interface Mapping {
  readonly type: string;
  readonly properties: JsonMap;
}

/** Emits a mapping for each base path under which the API stands on its domain. */
export const emitMappings = (cx: ApiContext, domain: JsonMap, { type, properties }: Mapping): void => {
  const emit = (path: string, basePath: Json | undefined, cause: ReturnType<ApiContext['at']>): void => {
    const own: JsonMap = { ...properties };
    if (basePath !== undefined) own['BasePath'] = basePath;
    cx.emit({ id: `${cx.id}${path}BasePathMapping`, type, properties: own, attributes: cx.inherited, cause });
  };
  const given = get(domain, 'BasePath');
  const paths = isString(given) ? [given] : given;
  if (!isTruthy(given) || !isList(paths)) return emit('', undefined, cx.at('Domain'));
  const normalize = Object.hasOwn(domain, 'NormalizeBasePath') ? isTruthy(domain['NormalizeBasePath']) : true;
  paths.forEach((path, at) => {
    const cause = cx.at('Domain', 'BasePath', at);
    if (isString(path)) {
      const plain = path.replace(/[^\p{L}\p{N}]/gu, '');
      emit(plain, normalize ? plain : path, cause);
    } else cx.report(NotString(kindOf(path)), cause);
  });
};
