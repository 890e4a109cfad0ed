import {
  any,
  boolean,
  integer,
  list,
  listOf,
  literal,
  loose,
  mapOf,
  object,
  oneOf,
  strict,
  string,
} from '../../schema/property.ts';
import { resourcePolicyShape } from '../../schema/resource-policy.ts';

const authShape = object({
  Authorizer: loose(string, 'The name of an authorizer of the API, AWS_IAM or NONE.', { early: true }),
  AuthorizationScopes: loose(list, 'The scopes that a token must have.'),
  ApiKeyRequired: loose(boolean, 'Whether the method requires an API key.', { early: true }),
  InvokeRole: loose(any, 'The role with which the function is called under AWS_IAM.'),
  ResourcePolicy: loose(resourcePolicyShape, 'Who may call the method.'),
  OverrideApiAuth: loose(boolean, 'Puts this in place of what the definition says of the method.', { early: true }),
});

const requestModelShape = object({
  Model: loose(string, 'The name of a model of the API.', { early: true, required: true }),
  Required: loose(boolean, 'Whether there has to be a body.'),
  ValidateBody: loose(boolean, 'Whether API Gateway checks the body.', { early: true }),
  ValidateParameters: loose(boolean, 'Whether API Gateway checks the parameters.', { early: true }),
});

const parameterShape = object({
  Required: loose(boolean, 'Whether the parameter has to be there.'),
  Caching: loose(boolean, 'Whether it is part of the cache key.'),
});

const routeProperties = {
  Path: literal(string, 'The path, with `{parameters}` in braces.', { required: true }),
  Method: literal(string, 'The HTTP method, or ANY.', { required: true }),
  RestApiId: strict(string, 'A `!Ref` to the API; the implicit API without it.', { early: true }),
  Stage: strict(string, 'The stage that a resource policy applies to.'),
  Auth: strict(authShape, 'Who may call the method.'),
} as const;

/** The properties of an `Api` event of a function. */
export const functionApiProperties = {
  ...routeProperties,
  RequestModel: strict(requestModelShape, 'The model that request bodies must fit.'),
  RequestParameters: strict(
    listOf(oneOf(mapOf(parameterShape), any)),
    'Parameters of the request that are required or part of the cache key.',
    { early: true },
  ),
  TimeoutInMillis: strict(integer, 'How long API Gateway waits for the function.'),
  ResponseTransferMode: strict(string, 'BUFFERED, or RESPONSE_STREAM to send the response as it comes.'),
} as const;

/** The properties of an `Api` event of a state machine. */
export const stateMachineApiProperties = {
  ...routeProperties,
  UnescapeMappingTemplate: literal(boolean, 'Takes back the escaping of single quotes in the input.'),
} as const;
