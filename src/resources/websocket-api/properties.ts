import { boolean, loose, map, mapOf, strict, string } from '../../schema/property.ts';

/** The properties of `AWS::Serverless::WebSocketApi`. */
export const websocketApiProperties = {
  Name: loose(string, 'The name of the API; its logical id without it.'),
  Description: loose(string, 'A description.', { to: 'Description' }),
  Routes: strict(mapOf(map), 'What is called for each route key.', { required: true }),
  RouteSelectionExpression: loose(string, 'The expression that finds the route of a message.', {
    required: true,
    globals: true,
    to: 'RouteSelectionExpression',
  }),
  ApiKeySelectionExpression: loose(string, 'The expression that finds the API key.', {
    globals: true,
    to: 'ApiKeySelectionExpression',
  }),
  Auth: strict(map, 'Who may connect.'),
  StageName: strict(string, "The name of the stage; 'default' without it."),
  StageVariables: strict(map, 'Variables of the stage.', { globals: true }),
  AccessLogSettings: strict(map, 'Where access logs go.', { globals: true }),
  DefaultRouteSettings: strict(map, 'Settings of all routes.', { globals: true }),
  RouteSettings: strict(map, 'Settings of single routes, by route key.', { globals: true }),
  Domain: strict(map, 'A custom domain.', { globals: true }),
  DisableExecuteApiEndpoint: loose(boolean, 'Whether only the custom domain answers.', {
    globals: true,
    to: 'DisableExecuteApiEndpoint',
  }),
  DisableSchemaValidation: loose(boolean, 'Whether models go unchecked.', {
    globals: true,
    to: 'DisableSchemaValidation',
  }),
  IpAddressType: loose(string, 'ipv4 or dualstack.', { globals: true, to: 'IpAddressType' }),
  Tags: strict(map, 'Tags of the API.', { globals: true }),
  PropagateTags: strict(boolean, 'Gives the tags to stage and domain too.', { globals: true }),
} as const;
