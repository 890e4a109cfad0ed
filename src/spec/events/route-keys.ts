import { isString } from '../../model/tree.ts';
import { authorizerName } from '../codecs/authorizer-name.ts';
import { readGaps, writeGaps } from '../codecs/gaps.ts';
import { listOf } from '../codecs/lists.ts';
import { record } from '../codecs/records.ts';
import { asInSam, choice, decimal, flag, payloadVersion, text, whole } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { milliseconds } from '../codecs/units.ts';
import { wrong } from '../codecs/wrong.ts';
import { valueAt } from '../language/draft.ts';
import { type Key, property, set } from '../language/key.ts';
import { parseRoute, routeSays } from '../phrases/route.ts';

/** `GET /orders` as method and path. */
const routeKey: Key = {
  key: 'route',
  to: ['Method', 'Path'],
  doc: `Method and path: ${routeSays.replaceAll("'", '`')}. \`$default\` is the route of an HTTP API for all else.`,
  examples: ['GET /orders/{id}', '$default'],
  schema: () => ({ type: 'string' }),
  lower: (spot, draft, cx) => {
    if (spot.text === '$default') return;
    const route = spot.text === undefined ? undefined : parseRoute(spot.text);
    if (route === undefined || route.kind !== undefined || route.api !== undefined)
      return wrong(spot, "a method and a path, such as 'GET /orders/{id}'", cx);
    const path = readGaps(route.path, spot, cx);
    if (path !== undefined) set(draft, 'Path', path, spot, cx);
    set(draft, 'Method', route.method, spot, cx);
  },
  raise: (draft, cx) => {
    const path = valueAt(draft, 'Path');
    const method = valueAt(draft, 'Method');
    if (path === undefined && method === undefined) return { value: '$default', says: [] };
    const written = path === undefined ? undefined : writeGaps(path, cx);
    const value = isString(method) && written !== undefined ? `${method} ${written}` : undefined;
    return value === undefined || parseRoute(value)?.path !== written ? undefined : { value, says: ['Path', 'Method'] };
  },
};

/** `kind` and `api` have been read when the keys are. */
const apiKeys: readonly Key[] = [
  [
    'kind',
    'Whether it is an HTTP or a REST API, where that is not known.',
    'rest',
    { enum: ['http', 'rest'] },
  ] as const,
  ['api', 'The API; see the table of forms for what it is without this key.', 'Public', { type: 'string' }] as const,
].map(([key, doc, example, schema]) => ({
  key,
  to: [],
  doc,
  examples: [example],
  schema: () => schema,
  lower: () => {},
  raise: () => undefined,
}));

const authKeys: readonly Key[] = [
  property(
    'auth',
    'Auth.Authorizer',
    authorizerName,
    'The authorizer: a name, `none` or `iam`; the default of the API without it.',
    ['Users', 'none', 'iam'],
  ),
  property('scopes', 'Auth.AuthorizationScopes', listOf(text), 'The scopes that a token needs.', 'orders.write'),
];
const throttle = record('a throttle', [
  property('rate', 'ThrottlingRateLimit', decimal, 'Requests in a second.', '50'),
  property('burst', 'ThrottlingBurstLimit', whole(), 'Requests at a time.', '100'),
]);

const synonyms = { authorizer: 'auth', authorization: 'auth', 'authorization-scopes': 'scopes' };

export const http = record(
  'a route of an HTTP API',
  [
    routeKey,
    ...apiKeys,
    ...authKeys,
    property(
      'payload',
      'PayloadFormatVersion',
      payloadVersion,
      'The version of the event that the function gets.',
      '2',
    ),
    property('timeout', 'TimeoutInMillis', milliseconds, 'How long the API waits for the function.', '10s'),
    property('throttle', 'RouteSettings', throttle, 'How many requests the route takes.', '{rate: 50, burst: 100}'),
  ],
  { synonyms },
);

const model = record('a request model', [
  property('name', 'Model', text, 'The model.', 'Order'),
  property('required', 'Required', flag(), 'Whether a body has to be there.', 'true'),
  property('validate-body', 'ValidateBody', flag(), 'Whether the body is checked.', 'true'),
  property('validate-parameters', 'ValidateParameters', flag(), 'Whether the parameters are checked.', 'true'),
]);

export const rest = record(
  'a route of a REST API',
  [
    routeKey,
    ...apiKeys,
    ...authKeys,
    property(
      'api-key',
      'Auth.ApiKeyRequired',
      choice({ required: true, open: false }),
      'Whether a caller needs an API key.',
      'required',
    ),
    property(
      'invoke-role',
      'Auth.InvokeRole',
      named('invokeRole', 'arn'),
      'The role that calls the function.',
      'ApiRole',
    ),
    property('policy', 'Auth.ResourcePolicy', asInSam, 'Who may call, as in SAM.', '{IpRangeWhitelist: [10.0.0.0/8]}'),
    property(
      'override-auth',
      'Auth.OverrideApiAuth',
      flag(),
      "Changes the authorizer in a definition of the author's too.",
      'true',
    ),
    property('model', 'RequestModel', model, 'The model of the body.', '{name: Order, validate-body: true}'),
    property(
      'parameters',
      'RequestParameters',
      asInSam,
      'Parameters of the request, as in SAM.',
      '[method.request.header.Authorization]',
    ),
    property('timeout', 'TimeoutInMillis', milliseconds, 'How long the API waits for the function.', '10s'),
    property(
      'transfer',
      'ResponseTransferMode',
      choice({ stream: 'STREAM', buffered: 'BUFFERED' }),
      'How the response is sent.',
      'stream',
    ),
    property('stage', 'Stage', text, 'The stage that permissions name.', 'prod'),
    property(
      'unescape',
      'UnescapeMappingTemplate',
      flag(),
      'Takes the escape of single quotes out of the input of a state machine.',
      'true',
    ),
  ],
  { synonyms },
);
