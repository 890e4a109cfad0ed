import type { CodeDocs } from '../../model/code-doc.ts';

const guide = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';
const api = `${guide}/sam-resource-api.html`;

const body = `DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`;

const orders = (events: string): string => `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      ${events}`;

/** What is documented of the codes of `AWS::Serverless::Api`. */
export const apiCodes: CodeDocs = {
  'always-deploy': {
    title: 'API that is always deployed, without the time of the deployment',
    why: 'With `AlwaysDeploy`, AWS makes the id of the deployment of the time at which the template is deployed, so every deployment of the stack deploys the API. The output of synth is the same for the same input, so it uses no clock unless it is asked to; without the time, the id follows from the definition.',
    cure: 'Give the time: `--date now`, `--date 2027-03-31T12:00:00Z`, or seconds since 1970; in the library, the option `now`.',
    source: api,
    example: {
      in: 'api',
      fails: `StageName: prod\nAlwaysDeploy: ‹true›\n${body}`,
      passes: `StageName: prod\nAlwaysDeploy: false\n${body}`,
      expanded: true,
    },
  },
  'definition-not-inline': {
    title: 'Setting that needs a definition in the template',
    why: 'The setting is built into the definition, so the definition must be in the template or be built from events.',
    cure: 'Write the definition as `DefinitionBody`, or make the setting in the file.',
    source: api,
    example: {
      in: 'api',
      fails: `StageName: prod\nDefinitionUri: s3://definitions/shop.yaml\nCors: ‹"'*'"›`,
      passes: `StageName: prod\nCors: "'*'"\n${body}`,
    },
  },
  'cors-credentials-for-all': {
    title: 'CORS with credentials for all origins',
    why: 'Browsers refuse credentials where any origin is allowed.',
    cure: 'Name the origins that may send credentials.',
    source: `${guide}/sam-property-api-corsconfiguration.html`,
    example: {
      in: 'api',
      fails: `StageName: prod\nCors: {AllowOrigin: "'*'", AllowCredentials: ‹true›}\n${body}`,
      passes: `StageName: prod\nCors: {AllowOrigin: "'https://shop.example.com'", AllowCredentials: true}\n${body}`,
    },
  },
  'missing-allow-origin': {
    title: 'CORS with an empty origin',
    why: 'An empty `AllowOrigin` allows no origin at all, which the transform refuses.',
    cure: 'Leave it out to allow all origins, or name one: `"\'https://shop.example.com\'"`.',
    source: `${guide}/sam-property-api-corsconfiguration.html`,
    example: {
      in: 'api',
      fails: `StageName: prod\nCors: {AllowOrigin: ‹''›}\n${body}`,
      passes: `StageName: prod\nCors: {AllowOrigin: "'https://shop.example.com'"}\n${body}`,
    },
  },
  'empty-stage-name': {
    title: 'API with an empty stage name',
    why: 'The permissions of events name the stage.',
    cure: 'Give the stage a name.',
    source: api,
    example: {
      in: 'resources',
      fails: `
Shop: {Type: AWS::Serverless::Api, Properties: {StageName: ‹''›}}
${orders('Get: {Type: Api, Properties: {RestApiId: !Ref Shop, Path: /orders, Method: get}}').trim()}`,
      passes: `
Shop: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}
${orders('Get: {Type: Api, Properties: {RestApiId: !Ref Shop, Path: /orders, Method: get}}').trim()}`,
    },
  },
  'missing-identity-source': {
    title: 'REQUEST authorizer without a source of identity',
    why: 'API Gateway takes the identity of the caller from headers, query strings, stage variables or the context, and keeps the answer of the authorizer by it.',
    cure: 'Add one of them under `Identity`, or switch the caching off with `ReauthorizeEvery: 0`.',
    source: `${guide}/sam-property-api-lambdarequestauthorizationidentity.html`,
    example: {
      in: 'api',
      fails: `StageName: prod\nAuth:\n  Authorizers:\n    Callers: ‹{FunctionPayloadType: REQUEST, FunctionArn: !ImportValue authorizer}›\n${body}`,
      passes: `StageName: prod\nAuth:\n  Authorizers:\n    Callers:\n      FunctionPayloadType: REQUEST\n      FunctionArn: !ImportValue authorizer\n      Identity: {Headers: [Authorization]}\n${body}`,
    },
  },
  'override-without-method': {
    title: 'OverrideApiAuth for a method that the definition does not have',
    why: '`OverrideApiAuth` changes a method of `DefinitionBody`.',
    cure: 'Correct the path and method, or remove `OverrideApiAuth`.',
    source: `${guide}/sam-property-function-apifunctionauth.html`,
    example: {
      in: 'resources',
      fails: `
Shop:
  Type: AWS::Serverless::Api
  Properties:
    StageName: prod
    ${body.replaceAll('\n', '\n    ')}
${orders('Get: {Type: Api, Properties: {RestApiId: !Ref Shop, Path: ‹/bills›, Method: get, Auth: {ApiKeyRequired: true, OverrideApiAuth: true}}}').trim()}`,
      passes: `
Shop:
  Type: AWS::Serverless::Api
  Properties:
    StageName: prod
    ${body.replaceAll('\n', '\n    ')}
${orders('Get: {Type: Api, Properties: {RestApiId: !Ref Shop, Path: /orders, Method: get, Auth: {ApiKeyRequired: true, OverrideApiAuth: true}}}').trim()}`,
    },
  },
  'http-event-on-swagger': {
    title: 'HttpApi event on a REST API without OpenAPI 3',
    why: 'The transform writes the routes of HttpApi events as OpenAPI 3.',
    cure: 'Use an Api event, or set `OpenApiVersion: 3.0.1`.',
    source: `${guide}/sam-property-function-httpapi.html`,
    example: {
      in: 'resources',
      fails: `
‹Shop›: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}
${orders('Get: {Type: HttpApi, Properties: {ApiId: !Ref Shop, Path: /orders, Method: get}}').trim()}`,
      passes: `
Shop: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}
${orders('Get: {Type: Api, Properties: {RestApiId: !Ref Shop, Path: /orders, Method: get}}').trim()}`,
    },
  },
  'unsupported-domain-property': {
    title: 'Setting that this kind of domain does not have',
    why: 'Some settings belong to regional domains only, or to edge-optimized ones.',
    cure: 'Remove the setting, or change `EndpointConfiguration` of the domain.',
    source: `${guide}/sam-property-api-domainconfiguration.html`,
    example: {
      in: 'api',
      fails: `StageName: prod\nDomain:\n  DomainName: shop.example.com\n  CertificateArn: !ImportValue certificate\n  EndpointConfiguration: REGIONAL\n  Policy: ‹{Version: '2012-10-17', Statement: []}›\n${body}`,
      passes: `StageName: prod\nDomain:\n  DomainName: shop.example.com\n  CertificateArn: !ImportValue certificate\n  EndpointConfiguration: REGIONAL\n${body}`,
    },
  },
};
