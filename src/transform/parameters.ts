import { holdsDynamicReference } from '../model/dynamic-reference.ts';
import { entryOf } from '../model/origin.ts';
import { isListType, refusalOf } from '../model/parameter-value.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import type { Blame } from './findings.ts';
import { defaultRegion, type ExpandOptions } from './options.ts';
import { partitionOf } from './partition.ts';

/** Values by name that remember which of those that are there were asked for: what is made of them depends on these. */
class AskedValues extends Map<string, Json> implements KnownValues {
  readonly asked = new Set<string>();

  override get(name: string): Json | undefined {
    const value = super.get(name);
    if (value !== undefined) this.asked.add(name);
    return value;
  }
}

/** What references can be replaced by. */
export interface KnownValues extends ReadonlyMap<string, Json> {
  /** The names of those that were asked for. */
  readonly asked: ReadonlySet<string>;
}

/**
 * What a reference can be replaced by before the deployment: given parameter values, defaults of those that are given
 * none, and the pseudo parameters that follow from the region. The value of a parameter that reads the parameter store is a name
 * there, which stands for something that only the deployment knows.
 */
export const knownValues = (root: JsonMap, options: ExpandOptions): KnownValues => {
  const { parameters: given = {}, unknownParameters = [], region = defaultRegion } = options;
  const known = new AskedValues();
  const unknown = new Set(unknownParameters);
  const parameters = get(root, 'Parameters');
  if (isMap(parameters)) {
    for (const name of Object.keys(parameters)) {
      if (unknown.has(name)) continue;
      const fallback = get(parameters[name], 'Default');
      if (fallback !== undefined && !isStoreName(parameters[name], fallback)) known.set(name, fallback);
    }
  }
  for (const name of Object.keys(given)) {
    if (isStoreName(get(parameters, name), given[name]!)) known.delete(name);
    else known.set(name, given[name]!);
  }
  for (const [name, value] of known) known.set(name, inItems(get(parameters, name), value));
  if (!known.has('AWS::Region')) known.set('AWS::Region', region);
  if (!known.has('AWS::Partition')) known.set('AWS::Partition', partitionOf(region));
  return known;
};

/** Of the values given to a template those that its nested templates have too: pseudo parameters that all stacks share. */
export const sharedValues = (given: Readonly<Record<string, Json>> = {}): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => shared.has(name)));

const shared = new Set(['AWS::AccountId', 'AWS::NotificationARNs', 'AWS::Partition', 'AWS::Region', 'AWS::URLSuffix']);

/**
 * The values without those that hold a dynamic reference. Transforms are given its text, and put that into a template;
 * what it stands for is read at the deployment, so nothing can be said of it.
 */
export const knownForCertain = (known: ReadonlyMap<string, Json>): ReadonlyMap<string, Json> =>
  new Map([...known].filter(([, value]) => !holdsDynamicReference(value)));

const isStoreName = (parameter: Json | undefined, value: Json): boolean => {
  const type = get(parameter, 'Type');
  return isString(value) && isString(type) && type.startsWith('AWS::SSM::Parameter::Value<');
};

/** The text of a list is its items. */
const inItems = (parameter: Json | undefined, value: Json): Json => {
  const type = get(parameter, 'Type');
  return isString(value) && isString(type) && isListType(type) ? value.split(',').map((item) => item.trim()) : value;
};

const Refused = message(
  'parameter-refused',
  'error',
  (name: string, refusal: string) => `The value given for the parameter '${name}' is refused: ${refusal}.`,
);

/** Reports the values that the declarations of the parameters do not allow. */
export const checkGiven = (root: JsonMap, given: Readonly<Record<string, Json>>, blame: Blame): void => {
  const parameters = get(root, 'Parameters');
  for (const name of Object.keys(given)) {
    const refusal = refusalOf(get(parameters, name), given[name]!);
    if (refusal !== undefined) blame(Refused(name, refusal), entryOf(parameters, name)?.key);
  }
};
