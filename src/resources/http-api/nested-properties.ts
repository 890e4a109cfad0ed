import { any, boolean, integer, list, loose, mapOf, object, string } from '../../schema/property.ts';

const jwt = {
  issuer: loose(string, 'Who issues tokens.', { required: true }),
  audience: loose(list, 'Whom tokens are for.', { required: true }),
} as const;

const authorizerShape = object({
  JwtConfiguration: loose(
    object({
      ...jwt,
      Issuer: loose(string, 'The same as `issuer`.'),
      Audience: loose(list, 'The same as `audience`.'),
    }),
    'Which tokens count. Makes it a JWT authorizer.',
  ),
  AuthorizationScopes: loose(list, 'The scopes that a token must have. Of a JWT authorizer.'),
  IdentitySource: loose(string, 'Where the token is. Of a JWT authorizer.'),
  FunctionArn: loose(string, 'The ARN of the function that decides. Makes it a Lambda authorizer.'),
  FunctionInvokeRole: loose(string, 'The role with which it is called. Of a Lambda authorizer.'),
  AuthorizerPayloadFormatVersion: loose(any, '1.0 or 2.0. Of a Lambda authorizer.'),
  EnableSimpleResponses: loose(boolean, 'Whether it answers with true or false. Of a Lambda authorizer.'),
  EnableFunctionDefaultPermissions: loose(boolean, 'Adds the permission to call it. Of a Lambda authorizer.', {
    early: true,
  }),
  Identity: loose(
    object({
      Headers: loose(list, 'Headers that the answer depends on.', { early: true }),
      QueryStrings: loose(list, 'Query parameters that it depends on.', { early: true }),
      StageVariables: loose(list, 'Stage variables that it depends on.', { early: true }),
      Context: loose(list, 'Context that it depends on.', { early: true }),
      ReauthorizeEvery: loose(integer, 'How long an answer is kept, in seconds.'),
    }),
    'What of a request the function looks at. Of a Lambda authorizer.',
  ),
});

/** The shape of `Auth` of an HTTP API. */
export const authShape = object({
  Authorizers: loose(mapOf(authorizerShape), 'Authorizers by name.'),
  DefaultAuthorizer: loose(string, 'The authorizer of routes that name none.', { early: true }),
  EnableIamAuthorizer: loose(boolean, 'Whether routes can name AWS_IAM.', { early: true }),
});

/** The shape of `CorsConfiguration`. */
export const corsShape = object({
  AllowOrigins: loose(list, 'The origins.'),
  AllowMethods: loose(list, 'The methods.'),
  AllowHeaders: loose(list, 'The headers of requests.'),
  ExposeHeaders: loose(list, 'The headers of responses that scripts may read.'),
  MaxAge: loose(integer, 'How long browsers keep the answer, in seconds.'),
  AllowCredentials: loose(boolean, 'Whether requests may have credentials.'),
});
