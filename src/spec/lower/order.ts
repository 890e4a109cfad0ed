import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { get, isList, isString, type JsonMap, newMap } from '../../model/tree.ts';
import { scalarText, wrong } from '../codecs/wrong.ts';
import { Spot } from '../language/spot.ts';
import { unknownName } from '../language/unknown.ts';
import type { Lowered } from './lowering.ts';

/** The resources in the order that `order` gives, those that it does not name behind them. */
export const ordered = (resources: JsonMap, root: JsonMap, cx: Lowered): JsonMap => {
  const order = get(root, 'order');
  if (order === undefined || order === null) return resources;
  if (!isList(order)) {
    wrong(new Spot(root, 'order'), 'a list of logical ids', cx);
    return resources;
  }
  const result = newMap();
  const move = (id: string): void => {
    result[id] = resources[id]!;
    place(result, id, entryOf(resources, id));
  };
  for (const [at, id] of order.entries()) {
    if (isString(id) && Object.hasOwn(resources, id)) move(id);
    else cx.report(unknownName(cx.names, scalarText(id), 'entry'), entryOf(order, at)?.value);
  }
  for (const id of Object.keys(resources)) if (!Object.hasOwn(result, id)) move(id);
  return stamp(result, originOf(resources));
};
