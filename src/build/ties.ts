import { isHidden } from '../model/parameter-value.ts';
import { get, getIn, isList, isMap, type Json, type JsonMap } from '../model/tree.ts';
import { defaultRegion, type ExpandOptions } from '../transform/options.ts';
import { partitionOf } from '../transform/partition.ts';
import { differences } from './differences.ts';

/** A value that a template was expanded for and that is fixed in it: for another value it has to be built again. */
export interface Tie {
  /** A parameter, `AWS::Region` or `AWS::Partition`. */
  readonly name: string;
  /** Of a parameter with `NoEcho` asterisks. */
  readonly value: Json;
  /** JSON pointers to what follows from it; empty where the template cannot be expanded for another value. */
  readonly places: readonly string[];
}

/** A template that was expanded, and how it is expanded for other values: undefined where it has errors then. */
export interface Expanded {
  readonly made: JsonMap;
  readonly options: ExpandOptions;
  expand(options: ExpandOptions): JsonMap | undefined;
}

/**
 * Finds out which values a template is tied to, by expanding it for other ones.
 * @param source the template as written, which declares the parameters
 */
export const tiesOf = (source: JsonMap, expanded: Expanded): Tie[] => {
  const partition = partitionOf(expanded.options.region ?? defaultRegion);
  return [
    ...parameterTies(source, expanded),
    ...regionTies(expanded),
    ...tieTo('AWS::Partition', partition, { region: partition === 'aws' ? 'cn-north-1' : 'us-east-1' }, expanded),
  ];
};

/** The parameters whose values a template is tied to. */
export const parameterTies = (source: JsonMap, expanded: Expanded): Tie[] => {
  const { parameters: given = {} } = expanded.options;
  const values = valuesOf(source, given);
  if (values.size === 0) return [];
  const others = Object.fromEntries([...values].map(([name, value]) => [name, anotherThan(value, source, name)]));
  // Most templates are tied to none of them, which one expansion tells.
  if (placesFor({ parameters: others }, expanded)?.length === 0) return [];
  return [...values].flatMap(([name, value]) => {
    const shown = isHidden(getIn(source, 'Parameters', name)) ? '****' : value;
    return tieTo(name, shown, { parameters: { ...given, [name]: others[name]! } }, expanded);
  });
};

/** The region, where a template is tied to it. */
export const regionTies = (expanded: Expanded): Tie[] => {
  const { region = defaultRegion } = expanded.options;
  const other = region.replace(/\d$/, (digit) => (digit === '9' ? '8' : '9'));
  return tieTo('AWS::Region', region, { region: other }, expanded);
};

const tieTo = (name: string, value: Json, changed: ExpandOptions, expanded: Expanded): Tie[] => {
  const places = placesFor(changed, expanded);
  return places?.length === 0 ? [] : [{ name, value, places: places ?? [] }];
};

/** What differs where some options are others. */
const placesFor = (changed: ExpandOptions, { made, options, expand }: Expanded): readonly string[] | undefined => {
  const other = expand({ ...options, ...changed });
  return other && differences(made, other);
};

/** The value of each parameter that has one: given, or its default. */
const valuesOf = (source: JsonMap, given: Readonly<Record<string, Json>>): Map<string, Json> => {
  const values = new Map<string, Json>();
  const parameters = get(source, 'Parameters');
  for (const name of isMap(parameters) ? Object.keys(parameters) : []) {
    const value = Object.hasOwn(given, name) ? given[name] : get((parameters as JsonMap)[name], 'Default');
    if (value !== undefined && value !== null) values.set(name, value);
  }
  return values;
};

/** Another value that the parameter allows, or else one that looks like its own. */
const anotherThan = (value: Json, source: JsonMap, name: string): Json => {
  const allowed = get(get(get(source, 'Parameters'), name), 'AllowedValues');
  const other = isList(allowed) ? allowed.find((each) => String(each) !== String(value)) : undefined;
  if (other !== undefined) return other;
  return typeof value === 'number' || /^\d+$/.test(String(value)) ? Number(value) + 1 : `${value}x`;
};
