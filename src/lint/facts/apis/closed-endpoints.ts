import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isList } from '../../../model/tree.ts';
import { isTrue } from '../texts/scalar.ts';
import type { ApiDocument } from './document.ts';
import { apiBehind, endpointTypes } from './kind.ts';

const endpointKey = 'x-amazon-apigateway-endpoint-configuration';

/**
 * Whether not everybody on the internet reaches an API: it is private, or callers have to come through a domain that
 * asks for a certificate of theirs.
 */
export const isClosed = (api: ResourceNode, document: ApiDocument | undefined, cx: TemplateView): boolean =>
  isPrivate(api) || (hasNoDefaultEndpoint(api, document, cx) && asksForCertificates(api, cx));

const isPrivate = (api: ResourceNode): boolean => {
  const types = api.type === 'AWS::ApiGateway::RestApi' ? endpointTypes(api) : undefined;
  return types?.size === 1 && types.has('PRIVATE');
};

const hasNoDefaultEndpoint = (api: ResourceNode, document: ApiDocument | undefined, cx: TemplateView): boolean => {
  const servers = get(document?.body, 'servers');
  const configurations = [document?.body, ...(isList(servers) ? servers : [])].map((each) => get(each, endpointKey));
  const settings = [
    api.get('DisableExecuteApiEndpoint'),
    ...configurations.map((each) => get(each, 'disableExecuteApiEndpoint')),
  ];
  return settings.some((each) => isTrue(cx.resolve(each)));
};

/** Whether every domain that leads to an API does mutual TLS, and there is one. */
const asksForCertificates = (api: ResourceNode, cx: TemplateView): boolean => {
  const mappings = cx
    .resources('AWS::ApiGateway::BasePathMapping', 'AWS::ApiGatewayV2::ApiMapping')
    .filter((mapping) => apiBehind(mapping, cx) === api);
  const domains = mappings.map((mapping) => cx.target(mapping.get('DomainName')));
  return domains.length > 0 && domains.every((domain) => domain && !domain.lacks('MutualTlsAuthentication'));
};
