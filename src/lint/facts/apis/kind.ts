import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isMap } from '../../../model/tree.ts';

/** The kinds of APIs that API Gateway has. */
export type ApiKind = 'REST' | 'HTTP' | 'WebSocket';

/** How long API Gateway waits for an integration at the most, in milliseconds, unless a quota was raised. */
export const longestIntegration: Readonly<Record<ApiKind, number>> = { REST: 29_000, HTTP: 30_000, WebSocket: 29_000 };

/** Which of the three a `RestApi` or an `AWS::ApiGatewayV2::Api` is; undefined where it cannot be told. */
export const apiKind = (api: ResourceNode | undefined): ApiKind | undefined => {
  if (api?.type === 'AWS::ApiGateway::RestApi') return 'REST';
  if (api?.type !== 'AWS::ApiGatewayV2::Api') return undefined;
  const protocols = new Set(api.strings('ProtocolType').map(({ value }) => value));
  if (protocols.size === 1)
    return protocols.has('HTTP') ? 'HTTP' : protocols.has('WEBSOCKET') ? 'WebSocket' : undefined;
  // Only an HTTP API can be made from a document.
  return api.lacks('ProtocolType') && !(api.lacks('Body') && api.lacks('BodyS3Location')) ? 'HTTP' : undefined;
};

/** The API that a route, stage, integration, method … belongs to, where it stands in the template. */
export const apiBehind = (part: ResourceNode, cx: TemplateView): ResourceNode | undefined => {
  const target = cx.target(part.get('ApiId') ?? part.get('RestApiId'));
  return apiKind(target) === undefined ? undefined : target;
};

/** Whether a part belongs to an HTTP API of the template. */
export const isOfHttpApi = (part: ResourceNode, cx: TemplateView): boolean => apiKind(apiBehind(part, cx)) === 'HTTP';

/** The endpoint types of a REST API; EDGE where it names none. Undefined where they are known only at deploy time. */
export const endpointTypes = (api: ResourceNode): ReadonlySet<string> | undefined => {
  if (api.lacks('EndpointConfiguration')) return new Set(['EDGE']);
  const types = api.strings('EndpointConfiguration', 'Types', '*').map(({ value }) => value);
  if (types.length > 0) return new Set(types);
  const isEmpty = api
    .all('EndpointConfiguration')
    .every(({ value }) => isMap(value) && Object.keys(value).length === 0);
  return isEmpty ? new Set(['EDGE']) : undefined;
};
