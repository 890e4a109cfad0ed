import { message } from '../../model/problem.ts';
import { isNothing } from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { Dict, type Node, openedMap, plain } from '../../openapi/fingerprint/index.ts';
import { kindOfNode, placeOfNode } from '../../openapi/node.ts';
import { isVersion3 } from '../../openapi/version.ts';
import type { ApiContext } from './context.ts';
import type { Definition } from './definition.ts';

const NotMap = message(
  'invalid-definition',
  'error',
  (what: string, found: string) => `${what} of the definition is ${found}; it must be a map.`,
);
const ServersNotList = message(
  'invalid-definition',
  'error',
  (found: string) => `'servers' of the definition is ${found}; it must be a list.`,
);

const endpoint = 'x-amazon-apigateway-endpoint-configuration';

/** Says in the definition whether the default endpoint is closed: on the top level, or at each server in OpenAPI 3. */
export const addDefaultEndpoint = (cx: ApiContext, definition: Definition): void => {
  const { DisableExecuteApiEndpoint } = cx.props;
  if (isNothing(DisableExecuteApiEndpoint)) return;
  const document = definition.editable('DisableExecuteApiEndpoint');
  const { history, root } = document;
  document.edit(() => {
    const value = history.written(DisableExecuteApiEndpoint, cx.properties, 'DisableExecuteApiEndpoint');
    if (!isVersion3(plain(root.get('openapi')))) return setIn(document, root, value);
    const servers = root.has('servers') ? root.list('servers') : [history.dict()];
    if (!servers) {
      const at = root.entry('servers')?.value;
      return document.report(ServersNotList(kindOfNode(root.get('servers'))), at);
    }
    for (const [at, server] of servers.entries()) {
      const map = openedMap(server, history);
      servers[at] = map;
      if (map instanceof Dict) setIn(document, map, value);
      else document.report(NotMap(`'servers[${at}]'`, kindOfNode(server)), placeOfNode(server));
    }
    if (!root.has('servers')) root.set('servers', servers, { entry: cause(cx) });
  });
};

const cause = (cx: ApiContext) => {
  const at = cx.at('DisableExecuteApiEndpoint');
  return at && { key: at, value: at };
};

const setIn = (document: OpenApiDocument, map: Dict, value: Node): void => {
  if (!map.has(endpoint)) map.set(endpoint, document.history.ordered());
  const settings = map.dict(endpoint);
  if (settings) settings.set('disableExecuteApiEndpoint', value);
  else document.report(NotMap(`'${endpoint}'`, kindOfNode(map.get(endpoint))), map.entry(endpoint)?.value);
};
