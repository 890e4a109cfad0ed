import { defineTemplateRule } from '../../model/rule.ts';

/** Where base paths stand, and what they may hold. */
const places = [
  {
    type: 'AWS::ApiGateway::BasePathMapping',
    property: 'BasePath',
    isWrong: (path: string) => path.includes('/'),
    rule: "a base path has a single part without '/'; for several parts use an AWS::ApiGatewayV2::ApiMapping",
  },
  {
    type: 'AWS::ApiGatewayV2::ApiMapping',
    property: 'ApiMappingKey',
    isWrong: (path: string) => /^\/|\/$|\/\//.test(path),
    rule: "its parts are separated by single '/', without one at the beginning or the end",
  },
];

export const apigwBasePath = defineTemplateRule({
  id: 'apigw-base-path',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: places.map(({ type }) => type),
  title: 'Base path with a slash that API Gateway refuses',
  description:
    'The base path of a domain of a REST API is a single part of a path: `orders`, not `/orders` and not `shop/orders`. SAM takes slashes out of `BasePath` unless `NormalizeBasePath` is `false`. The `ApiMappingKey` of an `AWS::ApiGatewayV2::ApiMapping` may have several parts, but no `/` at its ends.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html',
  example: {
    in: 'resources',
    fails: `
Mapping:
  Type: AWS::ApiGateway::BasePathMapping
  Properties: {DomainName: api.example.com, RestApiId: abc123, BasePath: ‹/orders›}`,
    passes: `
Mapping:
  Type: AWS::ApiGateway::BasePathMapping
  Properties: {DomainName: api.example.com, RestApiId: abc123, BasePath: orders}`,
  },
  messages: { slash: "'{property}' is '{found}', which API Gateway refuses: {rule}." },
  check(cx) {
    for (const { type, property, isWrong, rule } of places) {
      for (const node of cx.resources(type)) {
        for (const { value, at } of node.strings(property)) {
          if (isWrong(value)) cx.report('slash', at, { data: { property, found: value, rule }, logicalId: node.id });
        }
      }
    }
  },
});
