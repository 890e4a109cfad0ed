import type { RequestModel, RestOperation } from '../../../model/channel.ts';
import { originOf, valueOrigin } from '../../../model/origin.ts';
import { get, isNothing, type JsonMap } from '../../../model/tree.ts';
import type { OpenApiDocument } from '../../../openapi/document.ts';
import { type Dict, plain } from '../../../openapi/fingerprint/index.ts';
import { isBlank } from '../../../openapi/node.ts';
import { isVersion3 } from '../../../openapi/version.ts';

/** Lets a method take only bodies that fit a model of the API. */
export const addRequestModel = (document: OpenApiDocument, operation: RestOperation, model: RequestModel): void => {
  for (const definition of document.definitions(operation.path, operation.method)) {
    addBody(document, definition, model.name.toLowerCase(), model.settings);
  }
  addValidator(document, operation, model);
};

const addBody = (document: OpenApiDocument, definition: Dict, model: string, settings: JsonMap): void => {
  const { history, root } = document;
  const at = valueOrigin(settings, 'Model');
  const required = isNothing(get(settings, 'Required'))
    ? undefined
    : history.written(settings['Required']!, settings, 'Required');
  if (!isNothing(plain(root.get('swagger')))) {
    const parameter = history.dict(at);
    parameter.set('in', 'body');
    parameter.set('name', history.written(model, settings, 'Model'));
    parameter.set('schema', { $ref: `#/definitions/${model}` });
    if (required) parameter.set('required', required);
    if (!definition.has('parameters')) definition.set('parameters', []);
    definition.list('parameters')?.push(parameter);
  } else if (!isBlank(root.get('openapi')) && isVersion3(plain(root.get('openapi')))) {
    const schema = { schema: { $ref: `#/components/schemas/${model}` } };
    const body = history.ordered({ content: { 'application/json': schema } }, at);
    if (required) body.set('required', required);
    definition.set('requestBody', body);
  }
};

const validatorName = (body: boolean, parameters: boolean): string => {
  if (body) return parameters ? 'body-and-params' : 'body-only';
  return parameters ? 'params-only' : 'no-validation';
};

const addValidator = (document: OpenApiDocument, operation: RestOperation, model: RequestModel): void => {
  if (model.body === undefined && model.parameters === undefined) return;
  const [body, parameters] = [model.body === true, model.parameters === true];
  const name = validatorName(body, parameters);
  const { history, root } = document;
  const given = model.body === undefined ? 'ValidateParameters' : 'ValidateBody';
  const at = valueOrigin(model.settings, given) ?? originOf(model.settings);
  const validators = 'x-amazon-apigateway-request-validators';
  if (isBlank(root.get(validators))) root.set(validators, history.dict(at));
  const section = root.dict(validators);
  if (section && isBlank(section.get(name))) {
    const validator = history.dictOf({ validateRequestBody: body, validateRequestParameters: parameters }, at);
    section.merge(history.dictOf({ [name]: validator }));
  }
  for (const definition of document.definitions(operation.path, operation.method)) {
    definition.merge(history.dictOf({ 'x-amazon-apigateway-request-validator': name }, at));
  }
};
