import { anyMethod, integrationKey } from '../model/api-extensions.ts';
import type { HttpRoute } from '../model/channel.ts';
import { append } from '../model/lists.ts';
import type { Cause } from '../model/origin.ts';
import { type Message, message } from '../model/problem.ts';
import { methodName, type OpenApiDocument } from './document.ts';
import { Dict, type Node, openedMap, plain } from './fingerprint/index.ts';
import { kindOfNode, placeOfNode } from './node.ts';
import { SecurityNotList } from './problems.ts';

const TakenRoute = message(
  'duplicate-route',
  'error',
  (path: string, method: string) =>
    `The path '${path}' already has the method ${method === anyMethod ? 'ANY' : `'${method}'`} from another event. Each path and method can have one event only.`,
);
const BadParameters = message(
  'invalid-definition',
  'error',
  (path: string, found: string) => `'parameters' of the path '${path}' has ${found}; it must be a list of maps.`,
);

/**
 * Adds a route of an event to a document. A route that the author's own document has keeps its integration.
 * @param managed the document is the transform's own, so a route that is there comes from another event
 * @returns what is wrong with the event
 */
export const addHttpRoute = (
  document: OpenApiDocument,
  route: HttpRoute,
  cause: Cause | undefined,
  managed: boolean,
): Message | undefined =>
  document.edit(() => {
    const { path, method } = route;
    const taken = document.hasIntegration(path, method);
    if (taken && managed) return TakenRoute(path, method);
    if (!taken) integrate(document, route, cause);
    const parameters = parametersIn(path);
    for (const definition of document.definitions(path, method)) {
      if (route.security) require(document, route, definition);
      const integration = definition.dict(integrationKey);
      if (integration) extend(document, integration, route, 'timeoutInMillis');
      if (parameters.length > 0) addParameters(document, definition, path, parameters, cause);
      if (integration) extend(document, integration, route, 'payloadFormatVersion');
    }
    return undefined;
  });

/** The names in braces in a path, with whatever stands in them on one line. */
const parametersIn = (path: string): string[] => {
  const names: string[] = [];
  for (const line of path.split('\n')) {
    let open = line.indexOf('{');
    while (open >= 0) {
      const close = line.indexOf('}', open);
      if (close < 0) break;
      names.push(line.slice(open + 1, close));
      open = line.indexOf('{', close);
    }
  }
  return names;
};

const integrate = (document: OpenApiDocument, route: HttpRoute, cause: Cause | undefined): void => {
  const { path, method, condition, written } = route;
  const { history } = document;
  const name = methodName(method);
  for (const item of document.addMethod(path, method, cause, written)) {
    if (plain(item.get(name)) === null) item.set(name, history.dict(cause));
    const definition = item.dict(name);
    if (!definition) continue;
    const uri = history.dictOf({ 'Fn::Sub': route.direct ? history.written(route.uri) : route.uri }, cause);
    const integration = history.dictOf(
      {
        type: 'aws_proxy',
        httpMethod: 'POST',
        payloadFormatVersion: '2.0',
        uri: condition === undefined ? uri : document.conditional(history.written(condition), uri),
      },
      cause,
    );
    definition.set(integrationKey, integration);
    if (path === '$default' && name === anyMethod) definition.set('isDefaultRoute', true);
    if (!definition.has('responses')) definition.set('responses', history.dict());
    if (condition !== undefined) item.set(name, document.conditional(history.written(condition), definition));
  }
};

/** Adds what the event asks of who takes the route to what the definition asks. */
const require = (document: OpenApiDocument, { path, method, security }: HttpRoute, definition: Dict): void => {
  const before = definition.list('security');
  if (before === undefined && definition.has('security')) {
    const found = definition.get('security');
    const place = placeOfNode(found) ?? definition.entry('security')?.value ?? definition.cause;
    return document.report(SecurityNotList(path, method, kindOfNode(found)), place);
  }
  definition.set('security', [...(before ?? []), document.history.written(security!)]);
};

const extend = (
  document: OpenApiDocument,
  integration: Dict,
  { integration: given }: HttpRoute,
  name: string,
): void => {
  if (Object.hasOwn(given, name)) integration.set(name, document.history.written(given[name]!, given, name));
};

const addParameters = (
  document: OpenApiDocument,
  definition: Dict,
  path: string,
  names: readonly string[],
  cause: Cause | undefined,
): void => {
  if (!definition.has('parameters')) definition.set('parameters', []);
  const parameters = definition.list('parameters');
  const maps = parameters?.map((each) => openedMap(each, document.history));
  if (!parameters || maps!.some((each) => !(each instanceof Dict))) {
    const found = parameters ? 'items that are not maps' : kindOfNode(definition.get('parameters'));
    return document.report(BadParameters(path, found), definition.entry('parameters')?.value ?? definition.cause);
  }
  const byName = new Map<Node | undefined, Dict>();
  for (const each of (maps as Dict[]).toReversed()) byName.set(plain(each.get('name')), each);
  for (const name of names) {
    let parameter = byName.get(name);
    if (!parameter) {
      parameter = document.history.dictOf({ name: document.history.written(name) }, cause);
      byName.set(name, parameter);
      maps!.push(parameter);
    }
    parameter.set('in', 'path');
    parameter.set('required', true);
  }
  parameters.length = 0;
  append(parameters, maps as Node[]);
};
