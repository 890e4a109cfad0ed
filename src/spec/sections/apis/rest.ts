import { freeScalar } from '../../codecs/free.ts';
import { listOf } from '../../codecs/lists.ts';
import { mapOf, type Phrase, record } from '../../codecs/records.ts';
import { asInSam, choice, flag, text } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { bytes } from '../../codecs/units.ts';
import { property } from '../../language/key.ts';
import { kind } from '../../language/section.ts';
import { hasOnly, opened } from '../../phrases/phrase.ts';
import { commonKeys, descriptionKey, nameKey, tagsKey } from '../common.ts';
import { definitionKey } from './definition.ts';
import { domain } from './domain.ts';
import { accessLogs } from './http.ts';
import { restAuth, usagePlan } from './rest-auth.ts';
import { restCors } from './rest-cors.ts';
import { cacheKey, everyMethod } from './rest-stage.ts';
import { stageFacts } from './stage.ts';

const endpointTypes = { regional: 'REGIONAL', edge: 'EDGE', private: 'PRIVATE' };
const endpointPhrase: Phrase = {
  says: "'regional', 'edge' or 'private'",
  examples: ['regional'],
  schema: () => ({ enum: Object.keys(endpointTypes) }),
  open: (spot) => opened(spot, { type: spot.value }),
  close: (map) => (hasOnly(map, 'type') ? map['type'] : undefined),
};
const endpoint = record(
  'an endpoint',
  [
    property('type', 'Type', choice(endpointTypes), 'Where the API is served.', 'private'),
    property(
      'vpc-endpoints',
      'VPCEndpointIds',
      listOf(named('vpcEndpoint', 'id')),
      'The VPC endpoints that reach a private API.',
      'vpce-1',
    ),
    property('ip', 'IpAddressType', text, 'The IP versions.', 'dualstack'),
  ],
  { phrase: endpointPhrase },
);

/** `AWS::Serverless::Api` */
export const restApi = kind({
  kind: 'rest',
  heading: 'rest',
  type: 'AWS::Serverless::Api',
  title: 'a REST API',
  globals: 'Api',
  facts: stageFacts(undefined),
  keys: [
    ...commonKeys,
    nameKey('Name'),
    descriptionKey(),
    property('stage', 'StageName', text, 'The name of the stage. It has to be said.', ['prod', '${Stage}']),
    definitionKey,
    property('merge', 'MergeDefinitions', flag(), 'Adds what events say to a definition of your own.', 'true'),
    property(
      'cors',
      'Cors',
      restCors,
      'Cross-origin requests. The quotes that API Gateway wants within the values are added.',
      ["'*'", '{origins: https://example.com, methods: [GET, POST], max-age: 10m}'],
    ),
    property('usage', 'Auth.UsagePlan', usagePlan, 'A usage plan with a key.', [
      '{quota: 10000 per month, rate: 50, burst: 100}',
      '{plan: shared}',
    ]),
    property(
      'auth',
      'Auth',
      restAuth,
      'Who may call.',
      '{default: Users, authorizers: {Users: {cognito: Users}}, preflight: open}',
    ),
    property('domain', 'Domain', domain, 'A domain of your own.', '{name: api.example.com, certificate: Certificate}'),
    property('endpoint', 'EndpointConfiguration', endpoint, 'Where it is served.', [
      'regional',
      '{type: private, vpc-endpoints: vpce-1}',
    ]),
    property('tracing', 'TracingEnabled', flag(), 'Whether AWS X-Ray traces it.', 'true'),
    property(
      'logs',
      'AccessLogSetting',
      accessLogs,
      'A log of requests.',
      "{group: ApiLogs, format: '$context.requestId'}",
    ),
    property('throttle', 'MethodSettings', everyMethod, 'Limits of all methods.', '{rate: 50, burst: 100}'),
    property(
      'methods',
      'MethodSettings',
      asInSam,
      'Settings of methods, as in SAM.',
      '[{ResourcePath: /orders, HttpMethod: GET, ThrottlingRateLimit: 50}]',
    ),
    cacheKey,
    property(
      'variables',
      'Variables',
      mapOf(freeScalar, 'a map of variables'),
      'Stage variables.',
      '{shop: "${Shop}"}',
    ),
    property('models', 'Models', asInSam, 'Models of requests, as JSON Schema.', '{Order: {type: object}}'),
    property(
      'responses',
      'GatewayResponses',
      asInSam,
      'Responses of the gateway, as in SAM.',
      '{UNAUTHORIZED: {StatusCode: 401}}',
    ),
    property('binary', 'BinaryMediaTypes', listOf(text), 'Types that are binary, with `~1` for `/`.', 'image~1png'),
    property('compress', 'MinimumCompressionSize', bytes, 'From what size on responses are compressed.', '1KB'),
    property('canary', 'CanarySetting', asInSam, 'A canary of the stage, as in SAM.', '{PercentTraffic: 10}'),
    property('openapi', 'OpenApiVersion', text, 'The version of the document that SAM writes.', '3.0.1'),
    property(
      'default-endpoint',
      'DisableExecuteApiEndpoint',
      choice({ true: false, false: true }, "'true' or 'false'"),
      'Whether it is reached by its default address too.',
      'false',
    ),
    property(
      'key-source',
      'ApiKeySourceType',
      choice({ header: 'HEADER', authorizer: 'AUTHORIZER' }),
      'Where API keys come from.',
      'header',
    ),
    property('always-deploy', 'AlwaysDeploy', flag(), 'Deploys the stage each time.', 'true'),
    property('mode', 'Mode', text, 'How a document is imported.', 'overwrite'),
    property('fail-on-warnings', 'FailOnWarnings', flag(), 'Whether warnings of the import stop it.', 'true'),
    property(
      'policy',
      'Policy',
      asInSam,
      'The resource policy as CloudFormation has it.',
      '{Version: "2012-10-17", Statement: []}',
    ),
    property('security', 'SecurityPolicy', text, 'The least version of TLS.', 'TLS_1_2'),
    property('access-mode', 'EndpointAccessMode', text, 'How endpoints reach it.', 'BASIC'),
    tagsKey('map'),
    property('propagate-tags', 'PropagateTags', flag(), 'Gives the tags to what SAM generates too.', 'true'),
  ],
  synonyms: {
    type: 'kind',
    'stage-name': 'stage',
    'access-logs': 'logs',
    'tracing-enabled': 'tracing',
    authorizers: 'auth',
    'usage-plan': 'usage',
    'method-settings': 'methods',
    'cache-size': 'cache',
  },
});
