import { entryOf } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { isNothing, isTruthy } from '../../model/tree.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { Dict, openedMap, plain } from '../../openapi/fingerprint/index.ts';
import { isBlank, kindOfNode } from '../../openapi/node.ts';
import { type Definition, documentFor } from './definition.ts';
import type { HttpApiContext } from './index.ts';

const InfoNotMap = message(
  'invalid-info',
  'error',
  (found: string) => `'info' of the definition is ${found}; it must be a map.`,
);
const AlreadyThere = message(
  'already-in-definition',
  'error',
  (name: string, key: string) =>
    `'${name}' cannot be set, because the definition says its '${key}' itself; change it there or leave it out there.`,
);
const ServersNotMaps = message(
  'invalid-servers',
  'error',
  (found: string) => `'servers' of the definition has ${found}; it must be a list of maps.`,
);

/** Sets the title to `Name`, in a definition whose title is the stack's name. */
export const addTitle = (cx: HttpApiContext, definition: Definition): void => {
  if (!isTruthy(cx.props.Name)) return;
  const document = documentFor(cx, definition, 'Name', 'A name');
  const info = infoOf(document);
  if (!info) return;
  const title = info.dict('title');
  if (title?.size !== 1 || plain(title.get('Ref')) !== 'AWS::StackName') {
    return cx.report(AlreadyThere('Name', 'info.title'), cx.at('Name'));
  }
  setInfo(cx, document, info, 'title', 'Name');
};

/** Sets the description. */
export const addDescription = (cx: HttpApiContext, definition: Definition): void => {
  if (!isTruthy(cx.props.Description)) return;
  const document = documentFor(cx, definition, 'Description', 'A description');
  const info = infoOf(document);
  if (!info) return;
  if (!isBlank(info.get('description'))) {
    return cx.report(AlreadyThere('Description', 'info.description'), cx.at('Description'));
  }
  setInfo(cx, document, info, 'description', 'Description');
};

const infoOf = (document: OpenApiDocument): Dict | undefined => {
  const { root } = document;
  if (isBlank(root.get('info'))) root.set('info', document.history.dict());
  const info = root.dict('info');
  if (!info) document.report(InfoNotMap(kindOfNode(root.get('info'))), root.entry('info')?.value);
  return info;
};

const setInfo = (
  { properties }: HttpApiContext,
  document: OpenApiDocument,
  info: Dict,
  key: string,
  name: string,
): void => {
  const value = document.history.written(properties[name]!, properties, name);
  info.set(key, value, { entry: entryOf(properties, name) });
};

const endpointKey = 'x-amazon-apigateway-endpoint-configuration';

/** Says in every server of the definition whether API Gateway's own address answers. */
export const addEndpoint = (cx: HttpApiContext, definition: Definition): void => {
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
    const found = servers ? 'items that are no maps' : kindOfNode(root.get('servers'));
    return document.report(ServersNotMaps(found), root.entry('servers')?.value);
  }
  const value = history.written(disabled, cx.properties, 'DisableExecuteApiEndpoint');
  for (const server of servers as Dict[]) {
    const configuration = server.dict(endpointKey) ?? history.dict(cx.at('DisableExecuteApiEndpoint'));
    configuration.set('disableExecuteApiEndpoint', value);
    server.set(endpointKey, configuration);
  }
};
