import type { RestOperation } from '../../../model/channel.ts';
import { nearest } from '../../../model/nearest.ts';
import { originOf, valueOrigin } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, isMap, isNothing, isString, isTruthy, type Json, type JsonMap, kindOf } from '../../../model/tree.ts';
import type { OpenApiDocument } from '../../../openapi/document.ts';
import { type Dict, plain } from '../../../openapi/fingerprint/index.ts';
import { isBlank } from '../../../openapi/node.ts';
import { isVersion3 } from '../../../openapi/version.ts';
import { Fault } from './fault.ts';

const NoModels = message(
  'no-models',
  'error',
  (model: string) => `'RequestModel' names the model '${model}', but the API has no 'Models'.`,
);
const ModelsNotMap = message(
  'invalid-models',
  'error',
  (found: string) => `The model cannot be looked up: 'Models' of the API is ${found}; it must be a map.`,
);
const ModelNotString = message(
  'invalid-request-model',
  'error',
  (found: string) => `'Model' of 'RequestModel' is ${found}; it must be the name of a model of the API.`,
);
const UnknownModel = message(
  'unknown-model',
  'error',
  (model: string, near: string | undefined) =>
    `The API has no model '${model}'.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
);
const NotBoolean = message(
  'invalid-request-validation',
  'error',
  (name: string, found: string) =>
    `'${name}' of 'RequestModel' is ${found}; it must be true or false, because the name of the validator follows from it.`,
);

/** Lets a method take only bodies that fit a model of the API. */
export const addRequestModel = (
  document: OpenApiDocument,
  operation: RestOperation,
  models: Json | undefined,
): void => {
  const settings = get(operation.event, 'RequestModel');
  if (!isMap(settings)) return;
  const model = get(settings, 'Model');
  if (!isTruthy(model)) return;
  const name = checkModel(model!, models, settings);
  for (const definition of document.definitions(operation.path, operation.method)) {
    addBody(document, definition, name, settings);
  }
  addValidator(document, operation, settings);
};

const checkModel = (model: Json, models: Json | undefined, settings: JsonMap): string => {
  const at = valueOrigin(settings, 'Model');
  if (!isTruthy(models)) throw new Fault(NoModels(isString(model) ? model : kindOf(model)), at);
  if (!isMap(models)) throw new Fault(ModelsNotMap(kindOf(models)), at);
  if (!isString(model)) throw new Fault(ModelNotString(kindOf(model)), at);
  if (!isTruthy(get(models, model))) {
    throw new Fault(UnknownModel(model, nearest(model, Object.keys(models))), at);
  }
  return model.toLowerCase();
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
  } else if (!isBlank(root.get('openapi')) && isVersion3(String(plain(root.get('openapi'))))) {
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

const addValidator = (document: OpenApiDocument, operation: RestOperation, settings: JsonMap): void => {
  const given = ['ValidateBody', 'ValidateParameters'].filter((name) => !isNothing(get(settings, name)));
  if (given.length === 0) return;
  for (const name of given) {
    const value = get(settings, name)!;
    if (typeof value !== 'boolean') throw new Fault(NotBoolean(name, kindOf(value)), valueOrigin(settings, name));
  }
  const [body, parameters] = [get(settings, 'ValidateBody') === true, get(settings, 'ValidateParameters') === true];
  const name = validatorName(body, parameters);
  const { history, root } = document;
  const at = valueOrigin(settings, given[0]!) ?? originOf(settings);
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
