import { intrinsicName, isMap, isString } from '../../../model/tree.ts';
import { authorizerName } from '../../codecs/authorizer-name.ts';
import { freeScalar } from '../../codecs/free.ts';
import { listOf } from '../../codecs/lists.ts';
import { flagOr, mapOf, record } from '../../codecs/records.ts';
import { choice, decimal, flag, payloadVersion, text, whole } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { seconds } from '../../codecs/units.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';
import { valueAt } from '../../language/draft.ts';
import { type Key, property, set } from '../../language/key.ts';
import { anyOf } from '../../language/schema.ts';
import { kind } from '../../language/section.ts';
import { authorizerPhrase } from '../../phrases/authorizer.ts';
import { commonKeys, descriptionKey, nameKey, tagsKey } from '../common.ts';
import { corsOf } from '../functions/network.ts';
import { definitionKey } from './definition.ts';
import { domain } from './domain.ts';
import { stageFacts } from './stage.ts';

const identity = record('what is sent to an authorizer', [
  property('headers', 'Headers', listOf(text), 'Headers.', 'Authorization'),
  property('query', 'QueryStrings', listOf(text), 'Parameters of the query.', 'token'),
  property('variables', 'StageVariables', listOf(text), 'Stage variables.', 'shop'),
  property('context', 'Context', listOf(text), 'Values of the context.', 'sourceIp'),
]);

const sourceSays = "a place in the request, such as '$request.header.Authorization'";

/** Where a token is: API Gateway takes nothing but `$request.…`, `$context.…` and `$stageVariables.…`. */
const identitySource: Codec = {
  ...text,
  says: sourceSays,
  read: (spot, cx) => {
    const { text: written } = spot;
    if (written === undefined || isSource(written)) return text.read(spot, cx);
    const [, place] = /^(?:request\.)?((?:header|querystring)\..+)$/.exec(written) ?? [];
    return wrong(spot, sourceSays, cx, place === undefined ? [] : [`$request.${place}`]);
  },
  write: (value, cx) => (isString(value) && !isSource(value) ? undefined : text.write(value, cx)),
};

const isSource = (written: string): boolean => /^(?:\$|\{\{)/.test(written);

/** Where a token is, or what a function gets: SAM has two properties. */
const identityKey: Key = {
  key: 'identity',
  to: ['IdentitySource', 'Identity'],
  doc: 'Where the token is, which `jwt` needs; or what the function gets.',
  examples: ['$request.header.Authorization', '{headers: Authorization}'],
  schema: () => anyOf(identity.schema(), identitySource.schema()),
  codec: identity,
  lower: (spot, draft, cx) => {
    const isMapped = isMap(spot.value) && intrinsicName(spot.value) === undefined;
    const value = (isMapped ? identity : identitySource).read(spot, cx);
    if (value !== undefined) set(draft, isMapped ? 'Identity' : 'IdentitySource', value, spot, cx);
  },
  raise: (draft, cx) => {
    for (const [to, codec] of [
      ['Identity', identity],
      ['IdentitySource', identitySource],
    ] as const) {
      const value = valueAt(draft, to);
      const written = value === undefined ? undefined : codec.write(value, cx);
      if (written !== undefined) return { value: written, says: [to] };
    }
    return undefined;
  },
};

const jwt = record('an issuer of tokens', [
  property('issuer', 'issuer', text, 'The issuer.', 'https://auth.example.com/'),
  property('audience', 'audience', listOf(text, { keepsOne: true }), 'For whom tokens have to be.', '[shop]'),
]);

const authorizer = record(
  'an authorizer of an HTTP API',
  [
    property(
      'jwt',
      'JwtConfiguration',
      jwt,
      'Checks tokens; needs `identity`.',
      '{issuer: "https://auth.example.com/", audience: [shop]}',
    ),
    property('lambda', 'FunctionArn', named('function', 'arn'), 'Asks a function.', 'CheckToken'),
    property('scopes', 'AuthorizationScopes', listOf(text), 'Scopes that a token needs.', 'orders.write'),
    property('ttl', 'Identity.ReauthorizeEvery', seconds, 'How long the answer of the function holds.', '5m'),
    identityKey,
    property('role', 'FunctionInvokeRole', named('invokeRole', 'arn'), 'The role that calls the function.', 'ApiRole'),
    property('permission', 'EnableFunctionDefaultPermissions', flag(), 'Lets the API call the function.', 'true'),
    property(
      'payload',
      'AuthorizerPayloadFormatVersion',
      payloadVersion,
      'The version of the event that the function gets.',
      '2',
    ),
    property('simple', 'EnableSimpleResponses', flag(), 'The function answers yes or no rather than a policy.', 'true'),
  ],
  {
    synonyms: {
      function: 'lambda',
      'jwt-configuration': 'jwt',
      'reauthorize-every': 'ttl',
      source: 'identity',
      'identity-source': 'identity',
    },
    phrase: authorizerPhrase(['lambda']),
  },
);

const auth = record(
  'the authorizers of an HTTP API',
  [
    property(
      'default',
      'DefaultAuthorizer',
      authorizerName,
      'The authorizer of routes that name none; `iam` for IAM.',
      ['Users', 'iam'],
    ),
    property('authorizers', 'Authorizers', mapOf(authorizer), 'Authorizers by name.', [
      '{Own: lambda CheckToken}',
      '{Users: {jwt: {issuer: "https://auth.example.com/", audience: [shop]}, identity: $request.header.Authorization}}',
    ]),
    property('iam', 'EnableIamAuthorizer', flag(), 'Whether routes can name `iam`.', 'true'),
  ],
  { synonyms: { 'default-authorizer': 'default', 'enable-iam': 'iam' } },
);

/** Settings of all routes of a stage. */
const routeSettings = record('the settings of routes', [
  property('rate', 'ThrottlingRateLimit', decimal, 'Requests in a second.', '50'),
  property('burst', 'ThrottlingBurstLimit', whole(), 'Requests at a time.', '100'),
  property('metrics', 'DetailedMetricsEnabled', flag(), 'Whether each route is measured.', 'true'),
  property('log-level', 'LoggingLevel', text, 'What is logged of executions, for WebSocket APIs.', 'ERROR'),
  property('log-data', 'DataTraceEnabled', flag(), 'Whether whole messages are logged, for WebSocket APIs.', 'true'),
]);

/** Where requests are logged. */
export const accessLogs = record(
  'a log of requests',
  [
    property('group', 'DestinationArn', named('logGroup', 'arn'), 'The log group.', 'ApiLogs'),
    property('format', 'Format', text, 'What a line holds.', "'$context.requestId $context.status'"),
  ],
  { synonyms: { destination: 'group', 'destination-arn': 'group', to: 'group' } },
);

/** Keys that HTTP and WebSocket APIs share. */
export const stageKeys: readonly Key[] = [
  property('stage', 'StageName', text, 'The name of the stage.', ['prod', '${Stage}']),
  property(
    'domain',
    'Domain',
    domain,
    'A domain of your own.',
    '{name: api.example.com, certificate: Certificate, zone: {name: example.com.}}',
  ),
  property(
    'logs',
    'AccessLogSettings',
    accessLogs,
    'A log of requests.',
    "{group: ApiLogs, format: '$context.requestId'}",
  ),
  property(
    'throttle',
    'DefaultRouteSettings',
    routeSettings,
    'Limits and settings of all routes.',
    '{rate: 50, burst: 100}',
  ),
  property(
    'route-settings',
    'RouteSettings',
    mapOf(routeSettings),
    'The same for single routes.',
    '{"GET /orders": {rate: 10}}',
  ),
  property(
    'variables',
    'StageVariables',
    mapOf(freeScalar, 'a map of variables'),
    'Stage variables.',
    '{shop: "${Shop}"}',
  ),
  property(
    'default-endpoint',
    'DisableExecuteApiEndpoint',
    choice({ true: false, false: true }, "'true' or 'false'"),
    'Whether it is reached by its default address too.',
    'false',
  ),
  property('fail-on-warnings', 'FailOnWarnings', flag(), 'Whether warnings of the import stop it.', 'true'),
  tagsKey('map'),
  property('propagate-tags', 'PropagateTags', flag(), 'Gives the tags to what SAM generates too.', 'true'),
];

/** `AWS::Serverless::HttpApi` */
export const httpApi = kind({
  kind: 'http',
  heading: 'http',
  type: 'AWS::Serverless::HttpApi',
  title: 'an HTTP API',
  globals: 'HttpApi',
  facts: stageFacts('$default'),
  keys: [
    ...commonKeys,
    nameKey('Name'),
    descriptionKey(),
    ...stageKeys,
    definitionKey,
    property(
      'cors',
      'CorsConfiguration',
      flagOr(corsOf('the CORS settings of an HTTP API')),
      'Cross-origin requests; `true` lets SAM write it.',
      ['true', "'*'", '{origins: [https://example.com], methods: [GET, POST]}'],
    ),
    property(
      'auth',
      'Auth',
      auth,
      'Authorizers.',
      '{default: Users, authorizers: {Users: {jwt: {issuer: "https://auth.example.com/", audience: [shop]}, identity: $request.header.Authorization}}}',
    ),
  ],
  synonyms: {
    type: 'kind',
    'stage-name': 'stage',
    'stage-variables': 'variables',
    authorizers: 'auth',
    'access-logs': 'logs',
    'cors-configuration': 'cors',
  },
});
