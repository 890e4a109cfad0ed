import {
  boolean,
  integer,
  list,
  literal,
  loose,
  map,
  mapOf,
  number,
  object,
  oneOf,
  strict,
  string,
} from '../../schema/property.ts';
import { restDomainShape } from '../domain-properties.ts';
import { s3LocationShape } from '../s3-location.ts';
import { apiAuthShape } from './auth-properties.ts';

const stringOrMap = oneOf(string, map);

const endpointShape = object({
  Type: loose(string, 'EDGE, REGIONAL or PRIVATE.'),
  VPCEndpointIds: loose(list, 'The VPC endpoints of a private API.'),
  VpcEndpointIds: loose(list, 'The same as `VPCEndpointIds`.'),
  IpAddressType: loose(string, 'ipv4 or dualstack.'),
});

const corsShape = object({
  AllowOrigin: loose(string, 'The origin, in single quotes inside the string; all without it.'),
  AllowMethods: loose(string, 'The methods, in single quotes; those of the path without it.'),
  AllowHeaders: loose(string, 'The headers, in single quotes.'),
  MaxAge: loose(string, 'How long browsers keep the answer, in seconds, in single quotes.'),
  AllowCredentials: loose(boolean, 'Whether requests may have credentials.'),
});

const gatewayResponseShape = object({
  StatusCode: loose(oneOf(string, number), 'The status code.', { early: true }),
  ResponseTemplates: loose(map, 'The body by media type.'),
  ResponseParameters: loose(
    object({
      Headers: loose(map, 'Headers by name.'),
      Paths: loose(map, 'Path parameters by name.'),
      QueryStrings: loose(map, 'Query parameters by name.'),
    }),
    'What the response is given.',
  ),
});

/** The properties of `AWS::Serverless::Api`. */
export const apiProperties = {
  Name: strict(stringOrMap, 'The name of the API.', { globals: true }),
  StageName: strict(stringOrMap, 'The name of the stage.', { required: true }),
  Tags: strict(map, 'Tags of the stage.'),
  PropagateTags: strict(boolean, 'Gives the tags to the other generated resources too.', {
    early: true,
    globals: true,
  }),
  DefinitionBody: strict(map, 'The OpenAPI or Swagger definition; without one it follows from the events.'),
  DefinitionUri: strict(
    oneOf(string, s3LocationShape),
    'The definition in a file: an S3 URI, an S3 location or a local path.',
    {
      globals: true,
    },
  ),
  MergeDefinitions: literal(boolean, 'Merges what events ask for into `DefinitionBody`.', { globals: true }),
  CacheClusterEnabled: strict(boolean, 'Whether the stage has a cache.', { globals: true }),
  CacheClusterSize: strict(string, 'The size of the cache.', { globals: true }),
  Variables: strict(map, 'The variables of the stage.', { globals: true }),
  EndpointConfiguration: strict(oneOf(string, endpointShape), 'EDGE, REGIONAL or PRIVATE, with VPC endpoints.', {
    globals: true,
  }),
  MethodSettings: strict(list, 'Logging, metrics, throttling and caching by method.', { globals: true }),
  BinaryMediaTypes: strict(list, 'Media types that are not text; `~1` stands for a slash.', { globals: true }),
  MinimumCompressionSize: strict(integer, 'The size from which responses are compressed, in bytes.', {
    globals: true,
    to: 'MinimumCompressionSize',
  }),
  Cors: strict(oneOf(string, corsShape), 'The allowed origin, or all settings of CORS.', { globals: true }),
  Auth: strict(apiAuthShape, 'Authorizers, API keys, usage plan and resource policy.', { globals: true }),
  GatewayResponses: strict(mapOf(gatewayResponseShape), 'Responses of API Gateway itself, by kind.', { globals: true }),
  AccessLogSetting: strict(map, 'Where access is logged, and how.', { globals: true }),
  CanarySetting: strict(map, 'A canary deployment in the stage.', { globals: true }),
  TracingEnabled: strict(boolean, 'X-Ray tracing of the stage.', { globals: true }),
  OpenApiVersion: strict(
    oneOf(string, number),
    'The version of generated definitions; no extra stage is made with it.',
    { early: true, globals: true },
  ),
  Models: strict(map, 'Schemas of request bodies, by name.'),
  Domain: strict(restDomainShape, 'A custom domain.', { globals: true }),
  FailOnWarnings: strict(boolean, 'Whether warnings about the definition undo the import.'),
  Description: strict(string, 'A description.'),
  Mode: strict(string, 'Whether an import merges or overwrites.'),
  DisableExecuteApiEndpoint: strict(boolean, 'Closes the default endpoint.'),
  ApiKeySourceType: strict(string, 'Where API keys come from: HEADER or AUTHORIZER.'),
  AlwaysDeploy: literal(boolean, 'Deploys with every change of the template.', { globals: true }),
  Policy: strict(stringOrMap, 'The policy document of the API.'),
  SecurityPolicy: strict(string, 'The TLS version and cipher suite.', { globals: true }),
  EndpointAccessMode: strict(string, 'How strictly the endpoint checks TLS.', { globals: true }),
} as const;
