import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isString, type Json } from '../../../model/tree.ts';
import { type Choice, entryChoices, isPlainMap } from '../templates/choices.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { placeBelow } from '../templates/places.ts';
import { partialText } from '../texts/partial-text.ts';
import { type ApiDocument, apiDocuments, integrationKey, type Operation } from './document.ts';
import { type ApiKind, apiBehind, apiKind } from './kind.ts';

/** What a route calls. */
export interface Integration {
  readonly type: string | undefined;
  readonly timeout: readonly Choice[];
  readonly uri: Json | undefined;
  /** Where the URI stands, or the nearest thing around it. */
  readonly uriAt: Cause | undefined;
  /** The method that the integration is called with. */
  readonly method: readonly Choice[];
  /** The role it is called with, where one is given. */
  readonly credentials: readonly Choice[];
  /** Whether the answer is streamed, which may take longer. */
  readonly isStreamed: boolean;
}

/** One way into an API of the template: from its document, or a method or route of its own. */
export interface ApiRoute {
  readonly api: ResourceNode;
  readonly kind: ApiKind;
  /** `GET /items`, `$connect` … */
  readonly name: string;
  readonly method: string;
  readonly at: Cause | undefined;
  /** The resource that a finding on the route belongs to. */
  readonly owner: ResourceNode;
  readonly integration: Integration | undefined;
  /** Of a route from a document: its operation and document. */
  readonly operation?: Operation;
  readonly document?: ApiDocument;
}

/** The types that routes stand in, or belong to. */
export const routeTypes: readonly string[] = [
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGateway::Method',
  'AWS::ApiGatewayV2::Route',
];

/** All routes of all APIs of the template. */
export const apiRoutes = oncePerTemplate((cx): readonly ApiRoute[] => [
  ...fromDocuments(cx),
  ...fromMethods(cx),
  ...fromRoutes(cx),
]);

/** How the fields of an integration are called where it is written. */
interface Names {
  readonly type: string;
  readonly timeout: string;
  readonly uri: string;
  readonly method: string;
  readonly credentials: string;
  readonly mode: string;
}

const inDocuments: Names = {
  type: 'type',
  timeout: 'timeoutInMillis',
  uri: 'uri',
  method: 'httpMethod',
  credentials: 'credentials',
  mode: 'responseTransferMode',
};
const ofMethods: Names = {
  type: 'Type',
  timeout: 'TimeoutInMillis',
  uri: 'Uri',
  method: 'IntegrationHttpMethod',
  credentials: 'Credentials',
  mode: 'ResponseTransferMode',
};
const ofIntegrations: Names = {
  type: 'IntegrationType',
  timeout: 'TimeoutInMillis',
  uri: 'IntegrationUri',
  method: 'IntegrationMethod',
  credentials: 'CredentialsArn',
  mode: '',
};

const fromDocuments = (cx: TemplateView): ApiRoute[] =>
  apiDocuments(cx).flatMap((document) =>
    document.operations.map((operation) => {
      const { path, method, body, at } = operation;
      const written = entryChoices(body, integrationKey, at).find(({ value }) => isPlainMap(value));
      return {
        api: document.api,
        kind: document.kind,
        name: /^\/?\$/.test(path) ? path.replace('/', '') : `${method} ${path}`,
        method,
        at,
        owner: document.api,
        integration: written && integrationOf(written, inDocuments, cx),
        operation,
        document,
      };
    }),
  );

const fromMethods = (cx: TemplateView): ApiRoute[] =>
  cx.resources('AWS::ApiGateway::Method').flatMap((method) => {
    const api = apiBehind(method, cx);
    const verb = cx.resolve(method.get('HttpMethod'));
    if (!api || !isString(verb)) return [];
    const written = entryChoices(method.properties, 'Integration', method.at).find(({ value }) => isPlainMap(value));
    return {
      api,
      kind: 'REST',
      name: `${verb} ${pathOf(method, cx)}`,
      method: verb.toUpperCase(),
      at: method.at,
      owner: method,
      integration: written && integrationOf(written, ofMethods, cx),
    };
  });

const fromRoutes = (cx: TemplateView): ApiRoute[] =>
  cx.resources('AWS::ApiGatewayV2::Route').flatMap((route) => {
    const api = apiBehind(route, cx);
    const name = cx.resolve(route.get('RouteKey'));
    const kind = apiKind(api);
    if (!api || !kind || !isString(name)) return [];
    const integration = integrationBehind(route.get('Target'), cx);
    return {
      api,
      kind,
      name,
      method: name.split(' ', 1)[0]!,
      at: route.at,
      owner: route,
      integration:
        integration && integrationOf({ value: integration.properties, at: integration.at }, ofIntegrations, cx),
    };
  });

const integrationOf = ({ value, at }: Choice, names: Names, cx: TemplateView): Integration => {
  const type = cx.resolve(get(value, names.type));
  return {
    type: isString(type) ? type.toUpperCase() : undefined,
    timeout: entryChoices(value, names.timeout, at),
    uri: get(value, names.uri),
    uriAt: placeBelow(value, at, names.uri),
    method: entryChoices(value, names.method, at),
    credentials: entryChoices(value, names.credentials, at),
    isStreamed: cx.resolve(get(value, names.mode)) === 'STREAM',
  };
};

/** The integration of `integrations/<id>`, put together by `Fn::Sub` or `Fn::Join`. */
const integrationBehind = (target: Json | undefined, cx: TemplateView): ResourceNode | undefined => {
  const sub = get(target, 'Fn::Sub');
  const name = isString(sub) ? /^integrations\/\$\{(\w+)\}$/.exec(sub)?.[1] : undefined;
  if (name !== undefined) return cx.resource(name);
  const parts = (get(target, 'Fn::Join') as Json[] | undefined)?.[1];
  return Array.isArray(parts) ? parts.map((part) => cx.target(part)).find((found) => found !== undefined) : undefined;
};

/** The path of a method as far as it is known. */
const pathOf = (method: ResourceNode, cx: TemplateView): string => {
  let path = '';
  let resource = cx.target(method.get('ResourceId'));
  for (let depth = 0; resource?.type === 'AWS::ApiGateway::Resource' && depth < 30; depth++) {
    path = `/${partialText(resource.get('PathPart'), cx) ?? '…'}${path}`;
    resource = cx.target(resource.get('ParentId'));
  }
  return path === '' ? '/' : path;
};

/** Where it was written who is let in; of a route of its own, where the given property stands. */
export const securityPlace = ({ operation, owner, at }: ApiRoute, property: string): Cause | undefined => {
  if (operation) return entryOf(operation.body, 'security')?.value ?? at;
  return owner.lacks(property) ? at : owner.place(property);
};
