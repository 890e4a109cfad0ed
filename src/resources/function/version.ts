import { idSuffix } from '../../model/hash.ts';
import { join, ref, referredId } from '../../model/intrinsics.ts';
import { carry, shallowCopy } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import {
  get,
  isList,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
  newMap,
} from '../../model/tree.ts';
import type { FunctionContext } from './context.ts';

const HashNotText = message(
  'wrong-type',
  'error',
  (found: string) =>
    `'AutoPublishCodeSha256' is ${found}; it must be a string or a reference to a parameter that holds one.`,
);

/** The hash of the code that the author gives, or undefined where the transform makes its own. */
export const givenCodeHash = (cx: FunctionContext): string | undefined => {
  const given = cx.props.AutoPublishCodeSha256;
  if (!isTruthy(given)) return undefined;
  const hash = cx.resolve(given!);
  return isString(hash) ? hash : cx.fail(HashNotText(kindOf(hash)), cx.at('AutoPublishCodeSha256'));
};

/**
 * The description of a function whose code hash is given. Lambda publishes a version only when something about the
 * function changed, so the hash becomes part of the description.
 */
export const describedByHash = (cx: FunctionContext, hash: string): Json => {
  const description = cx.resolve(cx.props.Description ?? null);
  if (!isTruthy(description)) return hash;
  return isString(description) ? `${description} ${hash}` : join(' ', [description, hash]);
};

/**
 * The logical id of the version: it changes with what shall make a new one, so that CloudFormation publishes it.
 * @param lambda the properties of the Lambda function, its code with known references replaced
 */
export const versionId = (cx: FunctionContext, lambda: JsonMap, codeHash: string | undefined): string => {
  const prefix = `${cx.id}Version`;
  if (codeHash) return prefix + [...codeHash].slice(0, 10).join('');
  const all = cx.props.AutoPublishAliasAllProperties;
  return prefix + idSuffix(all ? withLayers(cx, lambda) : codeAndEnvironment(lambda));
};

const codeAndEnvironment = (lambda: JsonMap): JsonMap => {
  const data = shallowCopy(lambda['Code'] as JsonMap);
  const { Environment, MemorySize, SnapStart } = lambda;
  if (isMap(Environment)) Object.assign(data, Environment);
  if (isTruthy(MemorySize)) data['MemorySize'] = MemorySize!;
  const applyOn = isMap(SnapStart) && Object.hasOwn(SnapStart, 'ApplyOn') ? SnapStart['ApplyOn'] : 'None';
  if (applyOn !== 'None') data['SnapStart'] = SnapStart!;
  return data;
};

/** All properties, with those of the layers that shall make a new version of the functions that use them. */
const withLayers = (cx: FunctionContext, lambda: JsonMap): JsonMap => {
  const data = shallowCopy(lambda);
  const { Layers } = lambda;
  for (const layer of isList(Layers) ? Layers : []) {
    const id = isMap(layer) ? referredId(layer) : undefined;
    const properties = id === undefined ? undefined : cx.lookup(id)?.properties;
    if (isMap(properties) && isTruthy(get(properties, 'PublishLambdaVersion'))) data[id!] = properties;
  }
  return data;
};

/** Emits the version of the function. */
export const emitVersion = (cx: FunctionContext, id: string): void => {
  const properties = newMap();
  properties['FunctionName'] = ref(cx.id);
  carry(cx.properties, 'VersionDescription', properties, 'Description');
  if (!isNothing(cx.props.CapacityProviderConfig)) carry(cx.properties, 'FunctionScalingConfig', properties);
  cx.emit({
    id,
    type: 'AWS::Lambda::Version',
    properties,
    attributes: versionAttributes(cx),
    cause: cx.at('AutoPublishAlias'),
  });
};

/** Versions outlive their resources, unless the author says otherwise or each of them costs: on a capacity provider. */
const versionAttributes = (cx: FunctionContext): JsonMap => {
  const attributes = shallowCopy(cx.inherited as JsonMap);
  if (isNothing(attributes['DeletionPolicy'])) {
    attributes['DeletionPolicy'] = isNothing(cx.props.CapacityProviderConfig) ? 'Retain' : 'Delete';
    carry(cx.properties, 'VersionDeletionPolicy', attributes, 'DeletionPolicy');
  }
  return attributes;
};
