import { get, isMap, type Json, type JsonMap } from '../model/tree.ts';
import { partitionOf } from './partition.ts';

/**
 * What a reference can be replaced by before the deployment: given parameter values, defaults of the others, and the
 * pseudo parameters that follow from the region.
 */
export const knownValues = (
  root: JsonMap,
  given: Readonly<Record<string, Json>>,
  region: string,
): ReadonlyMap<string, Json> => {
  const known = new Map<string, Json>();
  const parameters = get(root, 'Parameters');
  if (isMap(parameters)) {
    for (const name of Object.keys(parameters)) {
      const fallback = get(parameters[name], 'Default');
      if (fallback !== undefined) known.set(name, fallback);
    }
  }
  for (const name of Object.keys(given)) known.set(name, given[name]!);
  if (!known.has('AWS::Region')) known.set('AWS::Region', region);
  if (!known.has('AWS::Partition')) known.set('AWS::Partition', partitionOf(region));
  return known;
};
