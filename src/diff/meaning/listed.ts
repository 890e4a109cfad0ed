import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { isList, type Json, type JsonMap } from '../../model/tree.ts';
import { keepPositions, positionOf } from './positions.ts';

/** A list, or a list of one value that keeps its place. */
export const asList = (container: JsonMap, key: string, value: Json): Json[] => {
  if (isList(value)) return value;
  const list: Json[] = [value];
  place(list, 0, entryOf(container, key));
  return list;
};

/** A list without its repetitions, sorted; places stay. */
export const sortedSet = (list: readonly Json[]): Json[] => {
  const byText = new Map<string, number>();
  list.forEach((each, at) => {
    const text = JSON.stringify(each);
    if (!byText.has(text)) byText.set(text, at);
  });
  const sorted: Json[] = [];
  const order = [...byText.keys()].sort().map((text) => byText.get(text)!);
  for (const at of order) {
    place(sorted, sorted.length, entryOf(list as Json[], at));
    sorted.push(list[at]!);
  }
  keepPositions(
    sorted,
    order.map((at) => positionOf(list, at)),
  );
  return stamp(sorted, originOf(list as Json[]));
};
