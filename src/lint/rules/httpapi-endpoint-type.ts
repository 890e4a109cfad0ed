import { inTable } from '../../model/in-table.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, isNothing, isString } from '../../model/tree.ts';
import { type ApiDocument, apiDocuments, integrationKey } from '../facts/apis/document.ts';
import { writtenOnHttpApis } from '../facts/apis/http-api-source.ts';
import { apiKind, isOfHttpApi } from '../facts/apis/kind.ts';
import { entryChoices } from '../facts/templates/choices.ts';

const templates = 'requestTemplates';
const endpointKey = 'x-amazon-apigateway-endpoint-configuration';
const validators = ['x-amazon-apigateway-request-validators', 'x-amazon-apigateway-request-validator'];
const endpoints = 'edge-optimized and private endpoints';
/** What people take over from `AWS::Serverless::Api` and its events. */
const ofApi: Readonly<Record<string, string>> = {
  EndpointConfiguration: endpoints,
  CacheClusterEnabled: 'caches',
  CacheClusterSize: 'caches',
  CanarySetting: 'canary releases',
  Models: 'models',
};
const ofEvent: Readonly<Record<string, string>> = {
  RequestModel: 'models',
  RequestParameters: 'checked request parameters',
};
const stageProperties = ['CacheClusterEnabled', 'CacheClusterSize', 'CanarySettings'];

export const httpapiEndpointType = defineTemplateRule({
  id: 'httpapi-endpoint-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'HTTP APIs are Regional only',
  description:
    'HTTP APIs have regional endpoints. Edge-optimized and private endpoints, a cache, canary releases, validation of requests with models and mapping templates belong to REST APIs: use `AWS::Serverless::Api` for them.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
  supersedes: ['unknown-property', 'cfn-unknown-property', 'wrong-value'],
  messages: {
    endpoint: "The endpoint type is '{found}'; HTTP APIs are regional only. Use AWS::Serverless::Api for others.",
    feature: "'{property}' is not for HTTP APIs: {what} need a REST API (AWS::Serverless::Api).",
  },
  example: {
    in: 'http-api',
    fails: `
Domain:
  DomainName: shop.example.com
  CertificateArn: !ImportValue certificate
  EndpointConfiguration: ‹EDGE›`,
    passes: `
Domain:
  DomainName: shop.example.com
  CertificateArn: !ImportValue certificate
  EndpointConfiguration: REGIONAL`,
  },
  check(cx) {
    checkSource(cx);
    for (const api of cx.resources('AWS::ApiGatewayV2::Api')) {
      if (apiKind(api) === 'HTTP') checkProperties(api, ['EndpointConfiguration'], endpoints, cx);
    }
    for (const document of apiDocuments(cx)) if (document.kind === 'HTTP') checkDocument(document, cx);
    for (const stage of cx.resources('AWS::ApiGatewayV2::Stage')) {
      if (isOfHttpApi(stage, cx)) checkProperties(stage, stageProperties, 'caches and canary releases', cx);
    }
    for (const integration of cx.resources('AWS::ApiGatewayV2::Integration')) {
      if (!isOfHttpApi(integration, cx)) continue;
      checkProperties(integration, ['RequestTemplates', 'TemplateSelectionExpression'], 'mapping templates', cx);
    }
    for (const model of cx.resources('AWS::ApiGatewayV2::Model')) {
      if (!isOfHttpApi(model, cx)) continue;
      cx.report('feature', model.at, { data: { property: model.type, what: 'models' }, logicalId: model.id });
    }
    for (const domain of cx.resources('AWS::ApiGatewayV2::DomainName')) {
      for (const { value, at } of domain.strings('DomainNameConfigurations', '*', 'EndpointType')) {
        if (value !== 'REGIONAL') cx.report('endpoint', at, { data: { found: value }, logicalId: domain.id });
      }
    }
  },
});

const pathsOf = (names: typeof ofApi) => Object.keys(names).map((name) => [name]);
const apiPaths = pathsOf(ofApi);
const eventPaths = pathsOf(ofEvent);

const checkSource = (cx: RuleContext): void => {
  for (const { property, at, ...owner } of writtenOnHttpApis(cx, apiPaths, eventPaths)) {
    cx.report('feature', at, {
      data: { property, what: (inTable(ofApi, property) ?? inTable(ofEvent, property))! },
      ...owner,
    });
  }
  for (const api of cx.sources('AWS::Serverless::HttpApi')) {
    for (const { value: found, at } of api.strings('Domain', 'EndpointConfiguration')) {
      if (found !== 'REGIONAL') cx.report('endpoint', at, { data: { found }, logicalId: api.id });
    }
  }
};

type Part = ReturnType<RuleContext['resources']>[number];

const checkProperties = (part: Part, names: readonly string[], what: string, cx: RuleContext): void => {
  for (const property of names) {
    if (part.lacks(property) || part.get(property) === false) continue;
    cx.report('feature', part.keyPlace(property), { data: { property, what }, logicalId: part.id });
  }
};

const checkDocument = ({ body, api, at, operations }: ApiDocument, cx: RuleContext): void => {
  const logicalId = api.id;
  for (const { value: configuration, at: around } of entryChoices(body, endpointKey, at)) {
    for (const { value: types, at: place } of entryChoices(configuration, 'types', around)) {
      for (const found of isList(types) ? types.filter(isString) : []) {
        if (found !== 'REGIONAL') cx.report('endpoint', place, { data: { found }, logicalId });
      }
    }
  }
  for (const map of [body, ...operations.map((operation) => operation.body)]) {
    for (const property of validators) {
      if (isNothing(get(map, property))) continue;
      cx.report('feature', cx.keyOf(map, property), { data: { property, what: 'request validators' }, logicalId });
    }
    const integration = get(map, integrationKey);
    if (!isMap(integration) || isNothing(integration[templates])) continue;
    const data = { property: templates, what: 'mapping templates' };
    cx.report('feature', cx.keyOf(integration, templates), { data, logicalId });
  }
};
