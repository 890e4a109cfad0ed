import { message } from '../../model/problem.ts';
import { isNothing } from '../../model/tree.ts';
import { Dict, openedMap } from '../../openapi/fingerprint/index.ts';
import { kindOfNode } from '../../openapi/node.ts';
import { type Definition, documentFor } from './definition.ts';
import type { HttpApiContext } from './index.ts';

const ServersNotMaps = message(
  'invalid-definition',
  'error',
  (found: string) => `'servers' of the definition has ${found}; it must be a list of maps.`,
);

const endpointKey = 'x-amazon-apigateway-endpoint-configuration';

/** Says in every server of the definition whether API Gateway's own address answers. */
export const addDefaultEndpoint = (cx: HttpApiContext, definition: Definition): void => {
  const disabled = cx.props.DisableExecuteApiEndpoint;
  if (isNothing(disabled)) return;
  const document = documentFor(cx, definition, 'DisableExecuteApiEndpoint', 'The endpoint configuration');
  const { root, history } = document;
  if (!root.has('servers')) root.set('servers', [history.dict()]);
  const servers = root.list('servers');
  servers?.forEach((each, at) => {
    servers[at] = openedMap(each, history);
  });
  if (!servers?.every((each) => each instanceof Dict)) {
    const found = servers ? 'items that are not maps' : kindOfNode(root.get('servers'));
    return document.report(ServersNotMaps(found), root.entry('servers')?.value);
  }
  const value = history.written(disabled, cx.properties, 'DisableExecuteApiEndpoint');
  for (const server of servers as Dict[]) {
    const configuration = server.dict(endpointKey) ?? history.dict(cx.at('DisableExecuteApiEndpoint'));
    configuration.set('disableExecuteApiEndpoint', value);
    server.set(endpointKey, configuration);
  }
};
