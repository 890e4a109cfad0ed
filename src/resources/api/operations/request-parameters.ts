import { integrationKey } from '../../../model/api-extensions.ts';
import type { RequestParameter, RestOperation } from '../../../model/channel.ts';
import { get, isTruthy } from '../../../model/tree.ts';
import type { OpenApiDocument } from '../../../openapi/document.ts';
import type { Dict, Node } from '../../../openapi/fingerprint/index.ts';

/** Tells API Gateway which parameters of a request a method needs, and which are part of the cache key. */
export const addRequestParameters = (document: OpenApiDocument, { path, method, parameters }: RestOperation): void => {
  if (parameters.length === 0) return;
  for (const definition of document.definitions(path, method)) {
    const list = definition.list('parameters') ?? [];
    for (const parameter of parameters) addParameter(document, definition, list, parameter);
    definition.set('parameters', list);
  }
};

const addParameter = (
  { history }: OpenApiDocument,
  definition: Dict,
  list: Node[],
  { whole, location, name, settings, cause }: RequestParameter,
): void => {
  const node = history.dict(cause);
  node.set('in', location === 'querystring' ? 'query' : history.written(location));
  node.set('name', history.written(name));
  const required = get(settings, 'Required');
  node.set('required', required === undefined ? false : history.written(required, settings, 'Required'));
  node.set('type', 'string');
  list.push(node);
  if (!isTruthy(get(settings, 'Caching'))) return;
  const integration = definition.dict(integrationKey);
  const keys = integration?.list('cacheKeyParameters') ?? [];
  integration?.set('cacheKeyParameters', [...keys, history.written(whole)]);
};
