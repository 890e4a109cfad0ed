import { isString, type Json } from '../../../model/tree.ts';
import { listOf } from '../../codecs/lists.ts';
import { mapOf, type Phrase, record } from '../../codecs/records.ts';
import { asInSam, choice, text } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { milliseconds } from '../../codecs/units.ts';
import { property } from '../../language/key.ts';
import { kind } from '../../language/section.ts';
import { hasOnly, opened } from '../../phrases/phrase.ts';
import { commonKeys, descriptionKey, nameKey } from '../common.ts';
import { stageKeys } from './http.ts';
import { stageFacts } from './stage.ts';

const functionAlone: Phrase = {
  says: 'the name of a function',
  examples: ['Connect'],
  schema: () => ({ type: 'string' }),
  open: (spot) => opened(spot, { function: spot.value }),
  close: (map): Json | undefined =>
    hasOnly(map, 'function') && isString(map['function']) ? map['function'] : undefined,
};

const route = record(
  'a route of a WebSocket API',
  [
    property(
      'function',
      'FunctionArn',
      named('function', 'arn'),
      'The function that gets the messages.',
      'SendMessage',
    ),
    property('timeout', 'IntegrationTimeout', milliseconds, 'How long the API waits for it.', '10s'),
    property(
      'api-key',
      'ApiKeyRequired',
      choice({ required: true, open: false }),
      'Whether a caller needs an API key.',
      'required',
    ),
    property('operation', 'OperationName', text, 'The name of the operation.', 'send'),
    property('models', 'RequestModels', asInSam, 'Models of messages, as in SAM.', '{"application/json": Message}'),
    property('parameters', 'RequestParameters', asInSam, 'Parameters of requests, as in SAM.', '{}'),
    property('model-by', 'ModelSelectionExpression', text, 'What picks a model.', '$request.body.kind'),
    property('respond-by', 'RouteResponseSelectionExpression', text, 'What picks a response.', '$default'),
  ],
  { phrase: functionAlone },
);

const auth = record('the authorizer of a WebSocket API', [
  property('type', 'AuthType', choice({ none: 'NONE', iam: 'AWS_IAM', lambda: 'CUSTOM' }), 'Who is asked.', 'iam'),
  property('lambda', 'AuthArn', named('function', 'arn'), 'The function that is asked.', 'CheckToken'),
  property('source', 'IdentitySource', listOf(text), 'What it gets.', '$request.header.Authorization'),
  property('role', 'InvokeRole', named('role', 'arn'), 'The role that calls it.', 'ApiRole'),
  property('name', 'Name', text, 'The name of the authorizer.', 'tokens'),
]);

/** `AWS::Serverless::WebSocketApi` */
export const websocketApi = kind({
  kind: 'websocket',
  heading: 'websocket',
  type: 'AWS::Serverless::WebSocketApi',
  title: 'a WebSocket API',
  globals: 'WebSocketApi',
  facts: stageFacts('default'),
  keys: [
    ...commonKeys,
    nameKey('Name'),
    descriptionKey(),
    property(
      'route-by',
      'RouteSelectionExpression',
      text,
      'What tells the route of a message. It has to be said.',
      '$request.body.action',
    ),
    property(
      'routes',
      'Routes',
      mapOf(route),
      'Routes by their keys. A function can say the same: `$connect on Chat` among its events.',
      '{$connect: Connect, sendMessage: {function: SendMessage, timeout: 10s}}',
    ),
    ...stageKeys,
    property('auth', 'Auth', auth, 'Who may connect.', '{type: lambda, lambda: CheckToken}'),
    property('key-by', 'ApiKeySelectionExpression', text, 'Where API keys come from.', '$request.header.x-api-key'),
    property(
      'validate',
      'DisableSchemaValidation',
      choice({ true: false, false: true }, "'true' or 'false'"),
      'Whether models are checked.',
      'false',
    ),
    property('ip', 'IpAddressType', text, 'The IP versions.', 'dualstack'),
  ],
  synonyms: { type: 'kind', 'stage-name': 'stage', 'route-selection-expression': 'route-by' },
});
