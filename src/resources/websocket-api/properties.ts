import {
  any,
  boolean,
  enumOf,
  integer,
  list,
  loose,
  map,
  mapOf,
  object,
  oneOf,
  strict,
  string,
} from '../../schema/property.ts';
import { routeSettingsShape } from '../../schema/route-settings.ts';
import { v2DomainShape } from '../domain-properties.ts';

const routeShape = object({
  FunctionArn: loose(string, 'The ARN of the function that is called.', { required: true }),
  IntegrationTimeout: loose(integer, 'How long it may take, in milliseconds.'),
  ApiKeyRequired: loose(boolean, 'Whether messages need an API key.'),
  ModelSelectionExpression: loose(string, 'The expression that finds the model of a message.'),
  OperationName: loose(string, 'The name of the operation.'),
  RequestModels: loose(map, 'Models of messages.'),
  RequestParameters: loose(map, 'Parameters of the request; only of $connect.'),
  RouteResponseSelectionExpression: loose(string, 'The expression that finds the response.'),
});

const authShape = object({
  AuthType: loose(enumOf('NONE', 'AWS_IAM', 'CUSTOM'), 'Who may connect.', { early: true, required: true }),
  AuthArn: loose(string, 'The ARN of the function that decides, for CUSTOM.'),
  IdentitySource: loose(list, 'What of a request the function looks at, for CUSTOM.'),
  InvokeRole: loose(string, 'The role with which it is called, for CUSTOM.'),
  Name: loose(string, 'The name of the authorizer, for CUSTOM.'),
});

/** The properties of `AWS::Serverless::WebSocketApi`. */
export const websocketApiProperties = {
  Name: strict(string, 'The name of the API; its logical id without it.'),
  Description: strict(string, 'A description.', { to: 'Description' }),
  Routes: strict(mapOf(routeShape), 'What is called for each route key.', { required: true }),
  RouteSelectionExpression: strict(string, 'The expression that finds the route of a message.', {
    required: true,
    globals: true,
    to: 'RouteSelectionExpression',
  }),
  ApiKeySelectionExpression: strict(string, 'The expression that finds the API key.', {
    globals: true,
    to: 'ApiKeySelectionExpression',
  }),
  Auth: strict(authShape, 'Who may connect.'),
  StageName: strict(oneOf(string, map), "The name of the stage; 'default' without it."),
  StageVariables: strict(map, 'Variables of the stage.', { globals: true }),
  AccessLogSettings: strict(map, 'Where access logs go.', { globals: true }),
  DefaultRouteSettings: strict(map, 'Settings of all routes.', { globals: true }),
  RouteSettings: strict(mapOf(oneOf(routeSettingsShape, any)), 'Settings of single routes, by route key.', {
    globals: true,
  }),
  Domain: strict(v2DomainShape, 'A custom domain.', { globals: true }),
  DisableExecuteApiEndpoint: strict(boolean, 'Whether only the custom domain answers.', {
    globals: true,
    to: 'DisableExecuteApiEndpoint',
  }),
  DisableSchemaValidation: strict(boolean, 'Whether models go unchecked.', {
    globals: true,
    to: 'DisableSchemaValidation',
  }),
  FailOnWarnings: strict(boolean, 'Has no effect: WebSocket APIs are not imported from a definition.'),
  IpAddressType: strict(string, 'ipv4 or dualstack.', { globals: true, to: 'IpAddressType' }),
  Tags: strict(map, 'Tags of the API.', { globals: true }),
  PropagateTags: strict(boolean, 'Gives the tags to stage and domain too.', { early: true, globals: true }),
} as const;
