import { isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { authorizerName } from '../../codecs/authorizer-name.ts';
import { listOf } from '../../codecs/lists.ts';
import { mapOf, type Phrase, record } from '../../codecs/records.ts';
import { asInSam, choice, decimal, text, whole } from '../../codecs/scalars.ts';
import { tagList } from '../../codecs/tags.ts';
import { named } from '../../codecs/targets.ts';
import { seconds } from '../../codecs/units.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';
import { property } from '../../language/key.ts';
import { authorizerPhrase } from '../../phrases/authorizer.ts';
import { hasOnly, opened } from '../../phrases/phrase.ts';

const identity = record(
  'what is sent to an authorizer',
  [
    property('header', 'Header', text, 'The header with the token.', 'Authorization'),
    property(
      'pattern',
      'ValidationExpression',
      text,
      'A regular expression that a token has to match.',
      "'^Bearer .+'",
    ),
    property('headers', 'Headers', listOf(text), 'Headers.', 'X-Api-Token'),
    property('query', 'QueryStrings', listOf(text), 'Parameters of the query.', 'token'),
    property('variables', 'StageVariables', listOf(text), 'Stage variables.', 'shop'),
    property('context', 'Context', listOf(text), 'Values of the context.', 'sourceIp'),
  ],
  { synonyms: { 'validation-expression': 'pattern' } },
);

const authorizer = record(
  'an authorizer of a REST API',
  [
    property(
      'cognito',
      'UserPoolArn',
      listOf(named('userPool', 'arn'), { keepsOne: true }),
      'Checks tokens of a Cognito user pool.',
      ['Users', '[Users, Partners]'],
    ),
    property('lambda', 'FunctionArn', named('function', 'arn'), 'Asks a function.', 'CheckToken'),
    property(
      'gets',
      'FunctionPayloadType',
      choice({ token: 'TOKEN', request: 'REQUEST' }),
      'What the function gets.',
      'request',
    ),
    property('scopes', 'AuthorizationScopes', listOf(text), 'Scopes that a token needs.', 'orders.write'),
    property('ttl', 'Identity.ReauthorizeEvery', seconds, 'How long its answer holds.', '5m'),
    property('identity', 'Identity', identity, 'What it gets.', '{header: Authorization}'),
    property('role', 'FunctionInvokeRole', named('invokeRole', 'arn'), 'The role that calls the function.', 'ApiRole'),
    property(
      'permission',
      'DisableFunctionDefaultPermissions',
      choice({ true: false, false: true }, "'true' or 'false'"),
      'Lets the API call the function.',
      'false',
    ),
  ],
  {
    synonyms: { function: 'lambda', 'user-pool': 'cognito', 'reauthorize-every': 'ttl', type: 'gets' },
    phrase: authorizerPhrase(['lambda', 'cognito']),
  },
);

const quotaSays = "a number of requests in a time, such as '10000 per month'";
const quotaPhrase: Phrase = {
  says: quotaSays,
  examples: ['10000 per month'],
  schema: () => ({
    type: 'string',
    pattern: '^\\d+ per (day|week|month)$',
    patternErrorMessage: `Write ${quotaSays}.`,
  }),
  open: (spot, cx) => {
    const [, limit, period] = /^(\d{1,9}) per (day|week|month)$/.exec(spot.text ?? '') ?? [];
    return limit === undefined ? wrong(spot, quotaSays, cx) : opened(spot, { limit: Number(limit), period });
  },
  close: (map) =>
    hasOnly(map, 'limit', 'period') && typeof map['limit'] === 'number' && isString(map['period'])
      ? `${map['limit']} per ${map['period']}`
      : undefined,
};
const quota = record(
  'a quota',
  [
    property('limit', 'Limit', whole(), 'The most requests.', '10000'),
    property('period', 'Period', choice({ day: 'DAY', week: 'WEEK', month: 'MONTH' }), 'In what time.', 'month'),
    property('offset', 'Offset', whole(), 'What has been used of the first period.', '0'),
  ],
  { phrase: quotaPhrase },
);

const plan = record('a usage plan', [
  property(
    'plan',
    'CreateUsagePlan',
    choice({ 'per-api': 'PER_API', shared: 'SHARED', none: 'NONE' }),
    'A plan for this API, which is what is made without this key, or one for all APIs of the file that share it.',
    'shared',
  ),
  property('name', 'UsagePlanName', text, 'The name of the plan.', 'partners'),
  property('description', 'Description', text, 'What it is for.', 'Partners of the shop.'),
  property('quota', 'Quota', quota, 'How many requests a key may make.', '10000 per month'),
  property('rate', 'Throttle.RateLimit', decimal, 'Requests in a second.', '50'),
  property('burst', 'Throttle.BurstLimit', whole(), 'Requests at a time.', '100'),
  property('tags', 'Tags', tagList, 'Tags.', '{team: shop}'),
]);

/** A plan is made for the API unless it says otherwise: SAM has to say it. */
export const usagePlan: Codec = {
  ...plan,
  read: (spot, cx) => {
    const value = plan.read(spot, cx);
    if (isMap(value) && isMap(spot.value) && !Object.hasOwn(value, 'CreateUsagePlan') && !isFunction(value))
      value['CreateUsagePlan'] = 'PER_API';
    return value;
  },
  write: (value, cx) => {
    if (!isMap(value) || isFunction(value)) return plan.write(value, cx);
    if (!Object.hasOwn(value, 'CreateUsagePlan')) return undefined;
    const { CreateUsagePlan: made, ...rest } = value;
    return plan.write(made === 'PER_API' ? (rest as Json) : value, cx);
  },
};

const isFunction = (value: JsonMap): boolean =>
  Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));

/** Who may call a REST API. */
export const restAuth = record(
  'the authorizers of a REST API',
  [
    property(
      'default',
      'DefaultAuthorizer',
      authorizerName,
      'The authorizer of routes that name none; `iam` for IAM.',
      ['Users', 'iam'],
    ),
    property('authorizers', 'Authorizers', mapOf(authorizer), 'Authorizers by name.', [
      '{Users: cognito Users}',
      '{Users: {cognito: Users, scopes: orders.read}}',
    ]),
    property(
      'preflight',
      'AddDefaultAuthorizerToCorsPreflight',
      choice({ open: false, closed: true }),
      'Whether a browser can ask before it calls, which has no token: `open`, or `closed`.',
      'open',
    ),
    property(
      'key',
      'ApiKeyRequired',
      choice({ required: true, open: false }),
      'Whether a caller needs an API key.',
      'required',
    ),
    property(
      'preflight-key',
      'AddApiKeyRequiredToCorsPreflight',
      choice({ open: false, required: true }),
      'Whether a browser needs it to ask.',
      'open',
    ),
    property(
      'invoke-role',
      'InvokeRole',
      text,
      'The role that calls functions: an ARN, `CALLER_CREDENTIALS` or `NONE`.',
      'CALLER_CREDENTIALS',
    ),
    property('policy', 'ResourcePolicy', asInSam, 'Who may call, as in SAM.', '{IpRangeWhitelist: [10.0.0.0/8]}'),
  ],
  {
    synonyms: {
      'default-authorizer': 'default',
      'api-key': 'key',
      'api-key-required': 'key',
      'resource-policy': 'policy',
    },
  },
);
