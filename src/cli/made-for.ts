import { isHidden } from '../model/parameter-value.ts';
import { getIn, type Json } from '../model/tree.ts';
import { defaultRegion, type ExpandOptions } from '../transform/options.ts';
import { partitionOf } from '../transform/partition.ts';

/** The most values that are named. */
const mostNamed = 10;

/** For which values only an expansion is valid, as a sentence; undefined where it is valid for all. */
export const madeForText = (
  names: readonly string[],
  template: Json,
  { parameters = {}, region = defaultRegion }: ExpandOptions,
): string | undefined => {
  if (names.length === 0) return undefined;
  const named = names.slice(0, mostNamed).map((name) => {
    if (name === 'AWS::Region') return `${name} '${region}'`;
    if (name === 'AWS::Partition') return `${name} '${partitionOf(region)}'`;
    const declared = getIn(template, 'Parameters', name);
    if (isHidden(declared)) return name;
    const value = Object.hasOwn(parameters, name) ? parameters[name] : getIn(declared, 'Default');
    return `${name} '${typeof value === 'string' ? value : JSON.stringify(value)}'`;
  });
  const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : [];
  const all = [...named, ...more];
  const list = all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
  return `Made for ${list}; expand again for other values.`;
};
