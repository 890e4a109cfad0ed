import type { CodeDocs } from '../model/code-doc.ts';

const extensions = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html';

const body = (text: string): string => `StageName: prod\nAuth: {DefaultAuthorizer: AWS_IAM}\nDefinitionBody:\n${text}`;

/** What is documented of the codes of OpenAPI documents. */
export const openApiCodes: CodeDocs = {
  'invalid-definition': {
    title: 'OpenAPI definition of the wrong form',
    why: 'The transform builds routes, authorizers and CORS into the definition, and API Gateway imports it. Both need a version, a map of paths and maps of methods. It is a warning where only API Gateway would refuse it.',
    cure: 'Correct the definition at the place.',
    source: extensions,
    example: {
      in: 'api',
      fails: body('  openapi: 3.0.1\n  info: {title: Shop, version: "1"}\n  paths: {/orders: ‹[get]›}'),
      passes: body(
        '  openapi: 3.0.1\n  info: {title: Shop, version: "1"}\n  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}',
      ),
    },
  },
  'duplicate-route': {
    title: 'Two events for one route',
    why: 'A path and method of an API has one integration, so two events cannot share it.',
    cure: 'Change the path or method of one of the events.',
    source:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html',
    example: {
      in: 'function',
      fails: `
Events:
  First: {Type: HttpApi, Properties: {Path: /orders, Method: GET}}
  ‹Second›: {Type: HttpApi, Properties: {Path: /orders, Method: GET}}`,
      passes: `
Events:
  First: {Type: HttpApi, Properties: {Path: /orders, Method: GET}}
  Second: {Type: HttpApi, Properties: {Path: /orders, Method: POST}}`,
    },
  },
  'unknown-security-scheme': {
    title: 'Security scheme that the definition does not have',
    why: '`security` names schemes of `components.securitySchemes` (`securityDefinitions` in Swagger). API Gateway refuses a name that is not there.',
    cure: 'Correct the name, or define the scheme.',
    source: extensions,
    example: {
      in: 'http-api',
      fails: `
DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths:
    /orders:
      get:
        security: [{‹Keys›: []}]
        x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://example.com', payloadFormatVersion: '1.0'}`,
      passes: `
DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  components: {securitySchemes: {Keys: {type: apiKey, name: x-api-key, in: header}}}
  paths:
    /orders:
      get:
        security: [{Keys: []}]
        x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://example.com', payloadFormatVersion: '1.0'}`,
    },
  },
};
