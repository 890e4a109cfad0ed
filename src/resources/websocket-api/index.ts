import { carry, shallowCopy } from '../../model/origin.ts';
import { defineResource, type ResourceContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isIntrinsic, isMap, isNothing, isTruthy, type JsonMap, newMap, textOrKind } from '../../model/tree.ts';
import { emitDomain } from '../v2-domain.ts';
import { checkAuth, emitAuthorizer } from './auth.ts';
import { websocketApiProperties } from './properties.ts';
import { emitRoutes } from './routes.ts';
import { emitStage, stageIdOf } from './stage.ts';

export type WebsocketContext = ResourceContext<typeof websocketApiProperties>;

const BadIpAddressType = message(
  'wrong-value',
  'error',
  (found: string) => `'IpAddressType' is ${found}; it must be 'ipv4' or 'dualstack'.`,
);
const NoMutualTls = message(
  'unsupported-mutual-tls',
  'error',
  () => "'MutualTlsAuthentication' is for REST and HTTP APIs; API Gateway has no mutual TLS for WebSocket APIs.",
);

const ownTags: JsonMap = { 'websocketapi:createdBy': 'SAM' };

export const websocketApi = defineResource({
  type: 'AWS::Serverless::WebSocketApi',
  phase: 'api',
  properties: websocketApiProperties,
  expand(cx) {
    const auth = checkAuth(cx);
    const tags = tagsOf(cx.props.Tags);
    const passedOn = isTruthy(cx.props.PropagateTags) ? tags : ownTags;
    emitApi(cx, tags);
    const stageId = stageIdOf(cx);
    const routeIds = emitRoutes(cx, auth);
    const domain = isMap(cx.props.Domain) ? cx.resolve(cx.props.Domain) : undefined;
    if (isMap(domain)) {
      if (isTruthy(get(domain, 'MutualTlsAuthentication'))) {
        cx.report(NoMutualTls(), cx.at('Domain', 'MutualTlsAuthentication'));
      }
      emitDomain(cx, domain, { stageId, tags: passedOn, attributes: newMap(), recordSets: 'alone' });
    }
    emitStage(cx, stageId, passedOn, routeIds);
    emitAuthorizer(cx, auth);
  },
});

const emitApi = (cx: WebsocketContext, tags: JsonMap): void => {
  const addresses = cx.props.IpAddressType;
  if (!isNothing(addresses) && !isIntrinsic(addresses) && addresses !== 'ipv4' && addresses !== 'dualstack') {
    cx.report(BadIpAddressType(textOrKind(addresses)), cx.at('IpAddressType'));
  }
  const properties = cx.passed();
  properties['Name'] = cx.id;
  carry(cx.properties, 'Name', properties);
  properties['ProtocolType'] = 'WEBSOCKET';
  properties['Tags'] = tags;
  // The transform loses all attributes of a WebSocket API but this one, its condition too.
  const attributes = newMap();
  carry(cx.attributes as JsonMap, 'DependsOn', attributes);
  cx.emit({ id: cx.id, type: 'AWS::ApiGatewayV2::Api', properties, attributes, cause: cx.cause });
};

const tagsOf = (given: unknown): JsonMap => Object.assign(isMap(given) ? shallowCopy(given) : newMap(), ownTags);
