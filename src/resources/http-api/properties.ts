import { any, boolean, loose, map, mapOf, oneOf, strict, string } from '../../schema/property.ts';
import { routeSettingsShape } from '../../schema/route-settings.ts';
import { v2DomainShape } from '../domain-properties.ts';
import { s3LocationShape } from '../s3-location.ts';
import { authShape, corsShape } from './nested-properties.ts';

/** The properties of `AWS::Serverless::HttpApi`. */
export const httpApiProperties = {
  Name: loose(any, 'The title of the API; the name of the stack without it.'),
  Description: strict(string, 'A description.'),
  DefinitionBody: strict(map, 'The OpenAPI 3 definition; one is made from the events without it.'),
  DefinitionUri: strict(oneOf(string, s3LocationShape), 'The definition: an S3 URI, an S3 location or a local path.'),
  StageName: strict(oneOf(string, map), "The name of the stage; '$default' without it."),
  StageVariables: strict(map, 'Variables of the stage.', { globals: true }),
  AccessLogSettings: strict(map, 'Where access logs go.', { globals: true }),
  DefaultRouteSettings: strict(map, 'Settings of all routes.', { globals: true }),
  RouteSettings: strict(mapOf(oneOf(routeSettingsShape, any)), 'Settings of single routes, by method and path.', {
    globals: true,
  }),
  Auth: strict(authShape, 'Authorizers, and which of them guards all routes.', { globals: true }),
  CorsConfiguration: strict(oneOf(boolean, corsShape), 'Which other origins may call the API; true for all.', {
    globals: true,
  }),
  Domain: strict(v2DomainShape, 'A custom domain.', { globals: true }),
  FailOnWarnings: strict(boolean, 'Whether warnings about the definition make the deployment fail.', { globals: true }),
  DisableExecuteApiEndpoint: strict(boolean, 'Whether only the custom domain answers.'),
  Tags: strict(map, 'Tags of API and stage.', { globals: true }),
  PropagateTags: strict(boolean, 'Gives the tags to the domain too.', { early: true, globals: true }),
} as const;
