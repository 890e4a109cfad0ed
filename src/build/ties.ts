import { get, isList, isMap, type Json, type JsonMap } from '../model/tree.ts';
import { defaultRegion, type ExpandOptions } from '../transform/options.ts';
import { partitionOf } from '../transform/partition.ts';
import { differences } from './differences.ts';

/** A value that a template was expanded for and that is fixed in it: for another value it has to be built again. */
export interface Tie {
  /** A parameter, `AWS::Region` or `AWS::Partition`. */
  readonly name: string;
  readonly value: Json;
  /** JSON pointers to what follows from it; empty where the template cannot be expanded for another value. */
  readonly places: readonly string[];
}

/**
 * Finds out which values a template is tied to, by expanding it for other ones.
 * @param source the template as written
 * @param expand gives the expanded template, undefined where it has errors
 */
export const tiesOf = (
  source: JsonMap,
  options: ExpandOptions,
  expand: (options: ExpandOptions) => JsonMap | undefined,
): Tie[] => {
  const { region = defaultRegion, parameters: given = {} } = options;
  const made = expand(options);
  const placesFor = (changed: ExpandOptions): readonly string[] | undefined => {
    const other = expand({ ...options, ...changed });
    return made && other && differences(made, other);
  };
  const tie = (name: string, value: Json, changed: ExpandOptions): Tie[] => {
    const places = placesFor(changed);
    return places?.length === 0 ? [] : [{ name, value, places: places ?? [] }];
  };

  const values = valuesOf(source, given);
  const others = Object.fromEntries([...values].map(([name, value]) => [name, anotherThan(value, source, name)]));
  // Most templates are tied to none of them, which one expansion tells.
  const isTied = placesFor({ parameters: others })?.length !== 0;
  const partition = partitionOf(region);
  return [
    ...[...(isTied ? values : [])].flatMap(([name, value]) =>
      tie(name, value, { parameters: { ...given, [name]: others[name]! } }),
    ),
    ...tie('AWS::Region', region, { region: region.replace(/\d$/, (digit) => (digit === '9' ? '8' : '9')) }),
    ...tie('AWS::Partition', partition, { region: partition === 'aws' ? 'cn-north-1' : 'us-east-1' }),
  ];
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
