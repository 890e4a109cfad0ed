import { get, isList, isMap, type JsonMap } from '../../model/tree.ts';
import { symbolic } from '../words/shown.ts';

/** The replicas of a global table by their Regions. */
export const replicasOf = (properties: JsonMap): ReadonlyMap<string, JsonMap> => {
  const replicas = get(properties, 'Replicas');
  return new Map(
    (isList(replicas) ? replicas.filter(isMap) : []).flatMap((replica) => {
      const region = get(replica, 'Region');
      return region === undefined ? [] : [[symbolic(region), replica] as const];
    }),
  );
};
