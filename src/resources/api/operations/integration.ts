import { integrationKey } from '../../../model/api-extensions.ts';
import type { RestOperation } from '../../../model/channel.ts';
import type { Cause } from '../../../model/origin.ts';
import { get, isTruthy, type Json, type JsonMap } from '../../../model/tree.ts';
import { methodName, type OpenApiDocument } from '../../../openapi/document.ts';
import type { Dict, Node } from '../../../openapi/fingerprint/index.ts';

/** What the integration of a method depends on beside the event itself. */
export interface Surroundings {
  readonly partition: string;
  /** `Auth` of the API. */
  readonly apiAuth: JsonMap;
  readonly cause: Cause | undefined;
}

/** Adds the method of an event to the document and lets it call the event's host. */
export const addIntegration = (document: OpenApiDocument, operation: RestOperation, around: Surroundings): void => {
  const { history } = document;
  const { path, condition } = operation;
  const method = methodName(operation.method);
  for (const item of document.addMethod(path, operation.method, around.cause)) {
    const definition = item.dict(method);
    if (definition === undefined) continue;
    const integration = history.dict(around.cause);
    definition.set(integrationKey, integration);
    const conditionNode = condition === undefined ? undefined : history.written(condition);
    const wrapped = (value: Node): Node =>
      conditionNode === undefined ? value : { 'Fn::If': [conditionNode, value, { Ref: 'AWS::NoValue' }] };
    const responses =
      operation.integration.kind === 'function'
        ? callFunction(document, integration, operation, wrapped, around)
        : startExecution(document, integration, operation, wrapped);
    if (!definition.has('responses')) definition.set('responses', responses);
    if (conditionNode !== undefined) item.set(method, document.conditional(conditionNode, definition));
  }
};

type Wrap = (value: Node) => Node;

const callFunction = (
  { history }: OpenApiDocument,
  integration: Dict,
  operation: RestOperation,
  wrapped: Wrap,
  around: Surroundings,
): Dict => {
  if (operation.integration.kind !== 'function') return history.dict();
  const { uri, direct } = operation.integration;
  integration.set('type', 'aws_proxy');
  integration.set('httpMethod', 'POST');
  integration.set('uri', wrapped({ 'Fn::Sub': direct ? history.written(uri) : uri }));
  if (get(operation.event, 'ResponseTransferMode') === 'RESPONSE_STREAM')
    integration.set('responseTransferMode', 'STREAM');
  const credentials = credentialsOf(operation, around);
  if (credentials !== undefined) {
    const { value, container } = credentials;
    integration.set('credentials', container ? history.written(value, container, 'InvokeRole') : (value as string));
  }
  return history.dict(around.cause);
};

/** With AWS_IAM API Gateway calls the function as the caller, or in a role. */
const credentialsOf = (
  { event }: RestOperation,
  { apiAuth, partition }: Surroundings,
): { value: Json; container?: JsonMap } | undefined => {
  const own = get(event, 'Auth');
  const byDefault = get(apiAuth, 'DefaultAuthorizer') === 'AWS_IAM' && !isTruthy(own);
  if (get(own, 'Authorizer') !== 'AWS_IAM' && !byDefault) return undefined;
  for (const auth of [own, apiAuth]) {
    const role = get(auth, 'InvokeRole');
    if (role === undefined) continue;
    if (!isTruthy(role) || role === 'NONE') return undefined;
    if (role === 'CALLER_CREDENTIALS') break;
    return { value: role, container: auth as JsonMap };
  }
  return { value: `arn:${partition}:iam::*:user/*` };
};

const startExecution = (
  { history }: OpenApiDocument,
  integration: Dict,
  operation: RestOperation,
  wrapped: Wrap,
): Dict => {
  if (operation.integration.kind !== 'stateMachine') return history.dict();
  const { credentials, template } = operation.integration;
  const byStatus = (name: string, values: readonly [string, string]): Dict =>
    history.dictOf([
      ['200', history.dictOf({ [name]: values[0] })],
      ['400', history.dictOf({ [name]: values[1] })],
    ]);
  integration.set('type', 'aws');
  integration.set('httpMethod', 'POST');
  integration.set(
    'uri',
    wrapped({ 'Fn::Sub': 'arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution' }),
  );
  integration.set('responses', byStatus('statusCode', ['200', '400']));
  integration.set('credentials', credentials);
  integration.merge(history.dictOf({ requestTemplates: template }));
  return byStatus('description', ['OK', 'Bad Request']);
};
