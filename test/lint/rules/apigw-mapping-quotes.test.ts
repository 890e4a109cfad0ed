import { apigwMappingQuotes } from '../../../src/lint/rules/apigw-mapping-quotes.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const api = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Parameters: {Origin: {Type: String, Default: "'*'"}, Site: {Type: String}}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      ${properties}
      DefinitionBody:
        openapi: 3.0.1
        paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock}}}}
`;
const method = (value: string) => `Resources:
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: abc
      ResourceId: def
      HttpMethod: GET
      Integration:
        Type: MOCK
        IntegrationResponses:
          - ResponseParameters: {method.response.header.Id: ${value}}
`;

tester.run(apigwMappingQuotes, {
  valid: [
    api(`Cors: "'*'"`),
    api(`Cors: {AllowOrigin: "'*'", AllowHeaders: "'Content-Type'", MaxAge: "'600'", AllowCredentials: false}`),
    api('Cors: !Ref Origin'),
    api(`Cors: !Sub "'https://\${Site}'"`),
    api('Cors: !Ref Site'),
    api(
      `GatewayResponses: {DEFAULT_4XX: {ResponseParameters: {Headers: {A: "'*'", B: context.requestId, C: method.request.path.id, D: stageVariables.d}}}}`,
    ),
    method('integration.response.header.Id'),
    method('integration.response.body.id'),
    // HTTP APIs take no inner quotes.
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::HttpApi, Properties: {CorsConfiguration: {AllowOrigins: ['*']}}}
`,
  ],
  invalid: [
    marked(api("Cors: ‹'*'›"), 'unquoted', { output: api(`Cors: "'*'"`) }),
    marked(api('Cors: {AllowOrigin: "\'*\'", AllowHeaders: ‹"Content-Type"›, MaxAge: ‹600›}'), 'unquoted', {
      output: api(`Cors: {AllowOrigin: "'*'", AllowHeaders: "'Content-Type'", MaxAge: "'600'"}`),
    }),
    marked(api('Cors: ‹!Sub https://${Site}›'), 'unquoted'),
    marked(
      api('GatewayResponses: {DEFAULT_4XX: {ResponseParameters: {Headers: {Access-Control-Allow-Origin: ‹"*"›}}}}'),
      'unquoted',
      {
        output: api(
          `GatewayResponses: {DEFAULT_4XX: {ResponseParameters: {Headers: {Access-Control-Allow-Origin: "'*'"}}}}`,
        ),
      },
    ),
    marked(method('‹one›'), 'unquoted', { output: method(`"'one'"`) }),
  ],
});
