import { type Cause, entryOf } from '../../model/origin.ts';
import { defineTemplateRule, type Fix, type RuleContext } from '../../model/rule.ts';
import { get, isNothing, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { apiDocuments, integrationKey } from '../facts/apis/document.ts';
import { isOfHttpApi } from '../facts/apis/kind.ts';
import { insertInto } from '../facts/edits/entry.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { scalarNumber, shown } from '../facts/texts/scalar.ts';

const types = ['AWS_PROXY', 'HTTP_PROXY'];
const inDocument = { type: 'type', format: 'payloadFormatVersion', subtype: 'integrationSubtype' };
const own = { type: 'IntegrationType', format: 'PayloadFormatVersion', subtype: 'IntegrationSubtype' };

export const httpapiIntegration = defineTemplateRule({
  id: 'httpapi-integration',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::ApiGatewayV2::Integration', 'AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  title: 'Unsupported HTTP API integration',
  description:
    'Integrations of HTTP APIs are of type AWS_PROXY (functions and service actions) or HTTP_PROXY; AWS, HTTP and MOCK are for REST and WebSocket APIs. Each has to say the `PayloadFormatVersion` of the event it sends: 1.0 or 2.0 for functions, 1.0 for everything else.',
  source: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html',
  fixes: { missing: 'unsafe', format: 'unsafe' },
  messages: {
    type: 'The integration type is {found}; HTTP APIs have {allowed}.',
    missing: "The integration needs '{field}': {allowed}.",
    format: "'{field}' is {found}; for this integration it is {allowed}.",
  },
  example: {
    in: 'resources',
    fails: `
Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Site:
  Type: AWS::ApiGatewayV2::Integration
  Properties: {ApiId: !Ref Api, IntegrationType: ‹MOCK›, IntegrationMethod: GET, IntegrationUri: https://example.com, PayloadFormatVersion: '1.0'}`,
    passes: `
Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Site:
  Type: AWS::ApiGatewayV2::Integration
  Properties: {ApiId: !Ref Api, IntegrationType: HTTP_PROXY, IntegrationMethod: GET, IntegrationUri: https://example.com, PayloadFormatVersion: '1.0'}`,
  },
  check(cx) {
    for (const integration of cx.resources('AWS::ApiGatewayV2::Integration')) {
      if (isOfHttpApi(integration, cx)) check(integration.properties, integration.at, own, integration.id, cx);
    }
    for (const { kind, api, operations } of apiDocuments(cx)) {
      if (kind !== 'HTTP') continue;
      for (const { body, at } of operations) {
        for (const { value } of entryChoices(body, integrationKey, at)) {
          const key = entryOf(body, integrationKey)?.key ?? at;
          if (isPlainMap(value) && isNothing(value['$ref'])) check(value, key, inDocument, api.id, cx);
        }
      }
    }
  },
});

const check = (map: JsonMap, at: Cause | undefined, names: typeof own, logicalId: string, cx: RuleContext): void => {
  const type = cx.resolve(get(map, names.type));
  if (!isString(type)) return;
  const place = cx.placeOf(map, names.type) ?? at;
  if (!types.includes(type.toUpperCase())) {
    return cx.report('type', place, { data: { found: shown(type), allowed: types.join(' and ') }, logicalId });
  }
  const isFunction = type.toUpperCase() === 'AWS_PROXY' && isNothing(get(map, names.subtype));
  const data = { field: names.format, allowed: isFunction ? '1.0 or 2.0' : '1.0' };
  const formats = entryChoices(map, names.format, at);
  if (formats.length === 0) {
    const fix = insertFormat(map, names, isFunction ? '2.0' : '1.0');
    cx.report('missing', at, { data, fix, logicalId });
  }
  for (const format of formats) {
    const resolved = cx.resolve(format.value);
    if (resolved === undefined) continue;
    const version = scalarNumber(resolved);
    const isKnown = version === 1 || (isFunction && version === 2);
    if (isKnown && formatText(resolved, format.at) === `${version}.0`) continue;
    const fix = replaceLiteral(format, isKnown ? `${version}.0` : isFunction ? '2.0' : '1.0');
    const found = isKnown ? formatText(resolved, format.at) : shown(resolved);
    cx.report('format', format.at, { data: { ...data, found }, fix, logicalId });
  }
};

/** A version as it is written: the number of `2.0` does not show its point. */
const formatText = (resolved: Json, at: Cause | undefined): string => {
  if (typeof resolved !== 'number') return String(resolved);
  const written = at?.source.text.slice(at.start, at.end);
  return written !== undefined && Number(written) === resolved ? written : resolved.toFixed(1);
};

const insertFormat = (map: JsonMap, { format }: typeof own, version: string): Fix | undefined =>
  insertInto(map, format, version);
