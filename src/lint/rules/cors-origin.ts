import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { isMap, isString, type Json } from '../../model/tree.ts';
import { apiDocuments } from '../facts/apis/document.ts';
import { entryItems } from '../facts/templates/choices.ts';
import { elided, partialText } from '../facts/texts/partial-text.ts';

/** Where resources name the origins that they let in. */
const places: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGatewayV2::Api': ['CorsConfiguration', 'AllowOrigins', '*'],
  'AWS::CloudFront::ResponseHeadersPolicy': [
    'ResponseHeadersPolicyConfig',
    'CorsConfig',
    'AccessControlAllowOrigins',
    'Items',
    '*',
  ],
  'AWS::Lambda::Url': ['Cors', 'AllowOrigins', '*'],
  'AWS::S3::Bucket': ['CorsConfiguration', 'CorsRules', '*', 'AllowedOrigins', '*'],
};

export const corsOrigin = defineTemplateRule({
  id: 'cors-origin',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: [...Object.keys(places), 'AWS::ApiGateway::RestApi', 'AWS::Serverless::Api'],
  title: 'Allowed origin that no browser sends',
  description:
    'An origin is the scheme, the host and the port of a page, `https://shop.example.com`, without a path and without a slash at the end. Browsers send nothing else, and origins are compared as texts, so that one with a slash never matches.',
  source: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Origin',
  messages: {
    path: "No browser sends the origin '{found}', for an origin has no path and no slash at the end; write '{origin}'.",
  },
  example: {
    in: 'function',
    fails: 'FunctionUrlConfig: {AuthType: AWS_IAM, Cors: {AllowOrigins: [‹https://shop.example.com/›]}}',
    passes: 'FunctionUrlConfig: {AuthType: AWS_IAM, Cors: {AllowOrigins: [https://shop.example.com]}}',
  },
  check(cx) {
    for (const node of cx.resources(...Object.keys(places))) {
      for (const { value, at } of node.all(...places[node.type]!)) check(value, at, node.id, cx);
    }
    for (const { api, body, at } of apiDocuments(cx)) {
      const cors = body['x-amazon-apigateway-cors'];
      if (!isMap(cors)) continue;
      for (const origin of entryItems(cors, 'allowOrigins', at)) check(origin.value, origin.at, api.id, cx);
    }
    for (const api of cx.sources('AWS::Serverless::Api')) {
      for (const path of [['Cors'], ['Cors', 'AllowOrigin']]) {
        for (const { value, at } of api.all(...path)) check(value, at, api.id, cx);
      }
    }
  },
});

/** A scheme, a host and what follows the host, with the quotes around it that REST APIs want. */
const address = /^'?([a-z]+:\/\/[^/']+)\/[^']*'?$/;

const check = (value: Json, at: Cause | undefined, logicalId: string, cx: RuleContext): void => {
  const text = partialText(value, cx);
  if (!isString(text)) return;
  const origin = address.exec(text)?.[1];
  if (origin !== undefined) cx.report('path', at, { data: { found: elided(text), origin: elided(origin) }, logicalId });
};
