import { boolean, integer, list, literal, map, oneOf, strict, string } from '../../schema/property.ts';

const routeProperties = {
  Path: literal(string, 'The path, with `{parameters}` in braces.', { required: true }),
  Method: literal(string, 'The HTTP method, or ANY.', { required: true }),
  RestApiId: literal(oneOf(string, map), 'A `!Ref` to the API; the implicit API without it.'),
  Stage: strict(string, 'The stage that a resource policy speaks of.'),
  Auth: strict(map, 'Who may call the method.'),
} as const;

/** The properties of an `Api` event of a function. */
export const functionApiProperties = {
  ...routeProperties,
  RequestModel: strict(map, 'The model that request bodies must fit.'),
  RequestParameters: strict(list, 'Parameters of the request that are required or part of the cache key.'),
  TimeoutInMillis: strict(integer, 'How long API Gateway waits for the function.'),
  ResponseTransferMode: strict(string, 'BUFFERED, or RESPONSE_STREAM to send the response as it comes.'),
} as const;

/** The properties of an `Api` event of a state machine. */
export const stateMachineApiProperties = {
  ...routeProperties,
  UnescapeMappingTemplate: literal(boolean, 'Takes back the escaping of single quotes in the input.'),
} as const;
