import type { RestOperation } from '../../../model/channel.ts';
import { nearest } from '../../../model/nearest.ts';
import { type Cause, entryOf, originOf, valueOrigin } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, isList, isMap, isString, isTruthy, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import { integrationKey, type OpenApiDocument } from '../../../openapi/document.ts';
import { type Dict, type Node, plain } from '../../../openapi/fingerprint/index.ts';
import { Fault } from './fault.ts';

const BadItem = message(
  'invalid-request-parameters',
  'error',
  (found: string) =>
    `An item of 'RequestParameters' is ${found}; it must be a name such as 'method.request.header.Authorization', or a map from the name to 'Required' and 'Caching'.`,
);
const BadName = message(
  'invalid-request-parameter-name',
  'error',
  (name: string) =>
    `The request parameter '${name}' must start with 'method.request.querystring.', 'method.request.path.' or 'method.request.header.'.`,
);
const BadSettings = message(
  'invalid-request-parameter',
  'error',
  (name: string, found: string) =>
    `The settings of '${name}' are ${found}; they must be a map of 'Required' and 'Caching'.`,
);
const UnknownSetting = message(
  'invalid-request-parameter',
  'error',
  (name: string, near: string | undefined) =>
    `A request parameter has no setting '${name}'${near === undefined ? '' : ` (did you mean '${near}'?)`}; it has 'Required' and 'Caching'.`,
);

interface Parameter {
  readonly name: string;
  readonly settings: JsonMap;
  readonly cause: Cause | undefined;
}

const settingNames = ['Required', 'Caching'];

/** Tells API Gateway which parameters of a request a method needs, and which are part of the cache key. */
export const addRequestParameters = (document: OpenApiDocument, operation: RestOperation): void => {
  const given = get(operation.event, 'RequestParameters');
  if (!isList(given) || given.length === 0) return;
  const parameters = given.map((item, at) => parameterOf(item, valueOrigin(given, at)));
  for (const definition of document.definitions(operation.path, operation.method)) {
    const list = definition.list('parameters') ?? [];
    for (const parameter of parameters) addParameter(document, definition, list, parameter);
    definition.set('parameters', list);
  }
};

const parameterOf = (item: Json, at: Cause | undefined): Parameter => {
  const name = isString(item) ? item : isMap(item) ? Object.keys(item)[0] : undefined;
  if (name === undefined) throw new Fault(BadItem(kindOf(item)), at);
  const cause = entryOf(item, name)?.key ?? at;
  if (!/^method\.request\.(querystring|path|header)\./.test(name)) throw new Fault(BadName(name), cause);
  if (!isMap(item)) return { name, settings: {}, cause };
  const settings = item[name]!;
  if (!isMap(settings)) throw new Fault(BadSettings(name, kindOf(settings)), valueOrigin(item, name) ?? cause);
  for (const key of Object.keys(settings)) {
    if (!settingNames.includes(key)) {
      throw new Fault(
        UnknownSetting(key, nearest(key, settingNames)),
        entryOf(settings, key)?.key ?? originOf(settings),
      );
    }
  }
  return { name, settings, cause };
};

const addParameter = ({ history }: OpenApiDocument, definition: Dict, list: Node[], parameter: Parameter): void => {
  const { name, settings, cause } = parameter;
  const [, location, rest] = /^(querystring|path|header)\.(.*)$/s.exec(name.replaceAll('method.request.', '')) ?? [];
  const node = history.dict(cause);
  node.set('in', location === 'querystring' ? 'query' : history.written(location ?? ''));
  node.set('name', history.written(rest ?? ''));
  const required = get(settings, 'Required');
  node.set('required', required === undefined ? false : history.written(required, settings, 'Required'));
  node.set('type', 'string');
  list.push(node);
  if (!isTruthy(get(settings, 'Caching'))) return;
  const integration = definition.dict(integrationKey);
  if (!integration) return;
  const keys = (plain(integration.get('cacheKeyParameters')) as Node[] | undefined) ?? [];
  integration.set('cacheKeyParameters', [...keys, history.written(name)]);
};
