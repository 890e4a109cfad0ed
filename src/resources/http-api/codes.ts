import type { CodeDocs } from '../../model/code-doc.ts';

const guide = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';
const auth = `${guide}/sam-property-httpapi-httpapiauth.html`;

const body = `DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths: {}`;

/** What is documented of the codes of `AWS::Serverless::HttpApi`. */
export const httpApiCodes: CodeDocs = {
  'already-in-definition': {
    title: 'Setting that the definition has as well',
    why: 'The setting is written into the definition, where its place is taken.',
    cure: 'Keep one of them.',
    source: `${guide}/sam-resource-httpapi.html`,
    example: {
      in: 'http-api',
      fails: `Description: ‹Orders›\n${body.replace("version: '1'", "version: '1', description: Shop")}`,
      passes: `Description: Orders\n${body}`,
    },
  },
  'cors-only-origins': {
    title: 'CORS settings that a function replaces',
    why: 'Where `AllowOrigins` is an intrinsic function, the transform takes it for the whole CORS configuration and drops the other settings.',
    cure: 'Put the function into a list.',
    source: `${guide}/sam-property-httpapi-httpapicorsconfiguration.html`,
    example: {
      in: 'http-api',
      fails: `CorsConfiguration: {AllowOrigins: ‹!Split [',', 'https://a.example,https://b.example']›, MaxAge: 60}\n${body}`,
      passes: `CorsConfiguration: {AllowOrigins: ['https://a.example', 'https://b.example'], MaxAge: 60}\n${body}`,
    },
  },
  'incomplete-authorizer': {
    title: 'Authorizer without what its kind needs',
    why: 'A JWT authorizer needs its configuration and a source of identity, a Lambda authorizer its function and the version of the payload.',
    cure: 'Add the missing settings.',
    source: auth,
    example: {
      in: 'http-api',
      fails: `Auth:\n  Authorizers:\n    ‹Users›: {JwtConfiguration: {issuer: 'https://id.example.com', audience: [web]}}\n${body}`,
      passes: `Auth:\n  Authorizers:\n    Users:\n      JwtConfiguration: {issuer: 'https://id.example.com', audience: [web]}\n      IdentitySource: $request.header.Authorization\n${body}`,
    },
  },
  'unsupported-authorizer-property': {
    title: 'Setting that this kind of authorizer does not have',
    why: 'JWT and Lambda authorizers have different settings; `OpenIdConnectUrl` is no longer supported at all.',
    cure: 'Remove the setting.',
    source: auth,
    example: {
      in: 'http-api',
      fails: `Auth:\n  Authorizers:\n    Callers:\n      FunctionArn: !ImportValue authorizer\n      AuthorizerPayloadFormatVersion: '2.0'\n      ‹AuthorizationScopes›: [orders]\n${body}`,
      passes: `Auth:\n  Authorizers:\n    Callers:\n      FunctionArn: !ImportValue authorizer\n      AuthorizerPayloadFormatVersion: '2.0'\n${body}`,
    },
  },
  'method-spelling': {
    title: 'Method of a definition that is not in lower case',
    why: 'The transform looks for methods in lower case when it sets the default authorizer, so a method in capitals would stay open.',
    cure: 'Write the method in lower case.',
    source: auth,
    example: {
      in: 'http-api',
      fails: `Auth: {EnableIamAuthorizer: true, DefaultAuthorizer: AWS_IAM}\n${body.replace('paths: {}', 'paths: {/orders: {‹GET›: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://example.com", payloadFormatVersion: "1.0"}}}}')}`,
      passes: `Auth: {EnableIamAuthorizer: true, DefaultAuthorizer: AWS_IAM}\n${body.replace('paths: {}', 'paths: {/orders: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "https://example.com", payloadFormatVersion: "1.0"}}}}')}`,
    },
  },
};
