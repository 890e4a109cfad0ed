import { carry, stamp } from '../../model/origin.ts';
import type { ResourceContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isList, isMap, isNothing, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { capacityProviderProperties } from './properties.ts';

export type CapacityProviderContext = ResourceContext<typeof capacityProviderProperties>;

const BothTypes = message(
  'exclusive-properties',
  'error',
  () => "'InstanceRequirements' has both 'AllowedTypes' and 'ExcludedTypes'; only one of them may be given.",
);
const NotANumber = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `'${name}' is '${found}'; it must be a number.`,
);

/** A section of the properties; undefined where it is absent or has nothing in it. */
const section = (cx: CapacityProviderContext, name: string): JsonMap | undefined => {
  const values = get(cx.properties, name);
  return isMap(values) && Object.keys(values).some((key) => !isNothing(values[key])) ? values : undefined;
};

/**
 * A list as the transform passes it on. It asks for a map first, and takes any list of pairs for one: the empty list, texts
 * of two characters, an empty text as an item.
 */
const asTransformed = (list: Json[]): Json => {
  const pairs = list.map((item) => (isString(item) ? [...item] : []));
  if (pairs.every(({ length }) => length === 2)) return Object.assign(newMap(), Object.fromEntries(pairs));
  return list.includes('') ? list.map((item) => (item === '' ? newMap() : item)) : list;
};

type Names = readonly (readonly [from: string, to: string])[];

const renamed = (cx: CapacityProviderContext, name: string, values: JsonMap, names: Names): JsonMap => {
  const result = newMap();
  for (const [from, to] of names) {
    carry(values, from, result, to);
    const value = result[to];
    if (isList(value)) result[to] = asTransformed(value);
  }
  return stamp(result, cx.at(name));
};

const vpcNames: Names = [
  ['SubnetIds', 'SubnetIds'],
  ['SecurityGroupIds', 'SecurityGroupIds'],
];
const instanceNames: Names = [
  ['Architectures', 'Architectures'],
  ['AllowedTypes', 'AllowedInstanceTypes'],
  ['ExcludedTypes', 'ExcludedInstanceTypes'],
];

/** `VpcConfig` of the generated resource. */
export const vpcConfig = (cx: CapacityProviderContext): JsonMap | undefined => {
  const values = section(cx, 'VpcConfig');
  return values && renamed(cx, 'VpcConfig', values, vpcNames);
};

/** `InstanceRequirements` of the generated resource. */
export const instanceRequirements = (cx: CapacityProviderContext): JsonMap | undefined => {
  const values = section(cx, 'InstanceRequirements');
  if (values === undefined) return undefined;
  if (!isNothing(get(values, 'AllowedTypes')) && !isNothing(get(values, 'ExcludedTypes'))) {
    cx.report(BothTypes(), cx.at('InstanceRequirements', 'ExcludedTypes'));
  }
  return renamed(cx, 'InstanceRequirements', values, instanceNames);
};

/** `CapacityProviderScalingConfig` of the generated resource: a target makes the scaling manual. */
export const scalingConfig = (cx: CapacityProviderContext): JsonMap | undefined => {
  const values = section(cx, 'ScalingConfig');
  if (values === undefined) return undefined;
  const result = newMap();
  carryNumber(cx, values, 'MaxVCpuCount', result);
  const manual = !isNothing(get(values, 'AverageCPUUtilization'));
  result['ScalingMode'] = manual ? 'Manual' : 'Auto';
  if (manual) {
    const policy = newMap();
    policy['PredefinedMetricType'] = 'LambdaCapacityProviderAverageCPUUtilization';
    carryNumber(cx, values, 'AverageCPUUtilization', policy, 'TargetValue');
    result['ScalingPolicies'] = [stamp(policy, cx.at('ScalingConfig', 'AverageCPUUtilization'))];
  }
  return stamp(result, cx.at('ScalingConfig'));
};

/** As `carry`; the transform makes numbers of texts such as `'10'` here. */
const carryNumber = (cx: CapacityProviderContext, values: JsonMap, name: string, to: JsonMap, toName = name): void => {
  carry(values, name, to, toName);
  const value = values[name];
  if (!isString(value)) return;
  if (/^\s*[+-]?\d+(\.\d*)?\s*$/.test(value)) to[toName] = Number(value);
  else cx.report(NotANumber(name, value), cx.at('ScalingConfig', name));
};
