import { defineRule, type ResourceNode } from '../../model/rule.ts';
import { apiAuthorizers } from '../facts/apis/authorizers.ts';
import { apiDocuments, integrationKey } from '../facts/apis/document.ts';
import { apiBehind, apiKind } from '../facts/apis/kind.ts';
import { PathTree } from '../facts/apis/path-tree.ts';
import { apiRoutes } from '../facts/apis/routes.ts';
import { countBy } from '../facts/templates/grouping.ts';
import { oncePerTemplate } from '../facts/templates/once.ts';

/** No quota: an HTTP API never has more. */
const integrationsMaximum = 300;

export const apigwResourcesMax = defineRule({
  id: 'apigw-resources-max',
  level: 'warning',
  category: 'limits',
  stage: 'expanded',
  title: 'More than 300 resources / routes',
  description:
    'A REST API has at most 300 resources (the parts of its paths, each counted once, without the root), an HTTP API 300 routes and 300 integrations, and every API 10 stages and 10 authorizers. All but the integrations can be raised on request.',
  source:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
  options: {
    resources: { default: 300, doc: 'Resources of a REST API, or routes of the others.' },
    stages: { default: 10, doc: 'Stages of an API.' },
    authorizers: { default: 10, doc: 'Authorizers of an API.' },
  },
  messages: {
    quota:
      "The API '{id}' has {count} {what}; the quota is {maximum}. Divide the API, or have the quota raised and set the option of this rule.",
    integrations:
      "The HTTP API '{id}' has {count} integrations; {maximum} is the most an API can have. Divide the API.",
  },
  example: {
    fails: () => shopWith(301, '‹Api›'),
    passes: () => shopWith(2, 'Api'),
  },
  on: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  check(api, cx) {
    const kind = apiKind(api);
    if (!kind) return;
    const counts = countsOf(cx);
    const quotas: [what: string, count: number, maximum: number][] = [
      kind === 'REST'
        ? ['resources', counts.nodes.get(api.id) ?? 0, cx.option('resources')]
        : ['routes', counts.routes.get(api.id) ?? 0, cx.option('resources')],
      ['stages', counts.stages.get(api.id) ?? 0, cx.option('stages')],
      ['authorizers', counts.authorizers.get(api.id) ?? 0, cx.option('authorizers')],
    ];
    for (const [what, count, maximum] of quotas) {
      if (count > maximum) cx.report('quota', api.at, { data: { id: api.id, what, count, maximum } });
    }
    const count = counts.integrations.get(api.id) ?? 0;
    if (kind !== 'HTTP' || count <= integrationsMaximum) return;
    const data = { id: api.id, count, maximum: integrationsMaximum };
    cx.report('integrations', api.at, { data, level: 'error' });
  },
});

type Counts = Readonly<
  Record<'nodes' | 'routes' | 'stages' | 'authorizers' | 'integrations', ReadonlyMap<string, number>>
>;

const countsOf = oncePerTemplate((cx): Counts => {
  const parts = (...types: string[]) => countBy(cx.resources(...types), (part) => apiBehind(part, cx)?.id);
  const nodes = new Map(parts('AWS::ApiGateway::Resource'));
  const integrations = new Map(parts('AWS::ApiGatewayV2::Integration'));
  for (const { api, operations } of apiDocuments(cx)) {
    add(nodes, api, pathNodes(operations.map(({ path }) => path)));
    add(integrations, api, operations.filter(({ body }) => integrationKey in body).length);
  }
  return {
    nodes,
    integrations,
    routes: countBy(apiRoutes(cx), ({ api }) => api.id),
    stages: parts('AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'),
    authorizers: countBy(apiAuthorizers(cx), ({ owner, kind }) =>
      apiKind(owner) === kind ? owner.id : apiBehind(owner, cx)?.id,
    ),
  };
});

const add = (counts: Map<string, number>, { id }: ResourceNode, count: number): void => {
  counts.set(id, (counts.get(id) ?? 0) + count);
};

/** How many resources some paths need: `/a/b` and `/a/c` share `/a`. */
const pathNodes = (paths: readonly string[]): number => {
  const root = new PathTree();
  for (const path of paths) {
    let node = root;
    for (const part of path.split('/')) if (part !== '') node = node.below(part);
  }
  return root.size;
};

const shopWith = (count: number, id: string): string => {
  const resource = (at: number): string =>
    `  R${at}: {Type: AWS::ApiGateway::Resource, Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: p${at}}}\n`;
  const resources = Array.from({ length: count }, (_, at) => resource(at)).join('');
  return `Resources:\n  ${id}: {Type: AWS::ApiGateway::RestApi, Properties: {Name: shop}}\n${resources}`;
};
