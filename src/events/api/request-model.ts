import type { RequestModel } from '../../model/channel.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { valueOrigin } from '../../model/origin.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isNothing, isString, isTruthy, kindOf } from '../../model/tree.ts';
import type { TargetApi } from './target.ts';

const NoModels = message(
  'unknown-model',
  'error',
  (model: string) => `'RequestModel' names the model '${model}', but the API has no 'Models'.`,
);
const ModelsNotMap = message(
  'wrong-type',
  'error',
  (found: string) => `The model cannot be looked up: 'Models' of the API is ${found}; it must be a map.`,
);
const ModelNotString = message(
  'wrong-type',
  'error',
  (found: string) => `'Model' of 'RequestModel' is ${found}; it must be the name of a model of the API.`,
);
const UnknownModel = message(
  'unknown-model',
  'error',
  (model: string, near: string | undefined) => `The API has no model '${model}'.${didYouMean(near)}`,
);
const NotBoolean = message(
  'wrong-type',
  'error',
  (name: string, found: string) =>
    `'${name}' of 'RequestModel' is ${found}; it must be true or false, because it becomes part of the validator's name.`,
);
const NotMap = message(
  'wrong-type',
  'error',
  (found: string) => `'RequestModel' is ${found}; it must be a map with 'Model'.`,
);

/** The model that request bodies must fit, checked against the models of the API; undefined for none. */
export const requestModelOf = (cx: AnyEventContext, api: TargetApi): RequestModel | undefined => {
  const settings = get(cx.properties, 'RequestModel');
  if (!isTruthy(settings)) return undefined;
  if (!isMap(settings)) return cx.fail(NotMap(kindOf(settings)), cx.at('RequestModel'));
  const model = get(settings, 'Model');
  if (!isTruthy(model)) return undefined;
  const at = cx.at('RequestModel', 'Model');
  const models = get(api.properties, 'Models');
  if (!isTruthy(models)) return cx.fail(NoModels(isString(model) ? model : kindOf(model)), at);
  if (!isMap(models)) return cx.fail(ModelsNotMap(kindOf(models)), at);
  if (!isString(model)) return cx.fail(ModelNotString(kindOf(model)), at);
  if (!isTruthy(get(models, model))) return cx.fail(UnknownModel(model, nearest(model, Object.keys(models))), at);
  const validates = (name: string): boolean | undefined => {
    const value = get(settings, name);
    if (isNothing(value)) return undefined;
    if (typeof value === 'boolean') return value;
    return cx.fail(NotBoolean(name, kindOf(value)), valueOrigin(settings, name));
  };
  return { settings, name: model, body: validates('ValidateBody'), parameters: validates('ValidateParameters') };
};
