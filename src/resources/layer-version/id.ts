import { idSuffix } from '../../model/hash.ts';
import { isNothing, isTruthy, type JsonMap, newMap } from '../../model/tree.ts';
import type { LayerContext } from './index.ts';

/** Attributes that a new layer version is made for when they change. */
const attributeNames = ['DependsOn', 'Condition', 'UpdatePolicy'] as const;

/**
 * The logical id of the layer version. It changes whenever the layer does: a version cannot be changed, and under a new
 * logical id the old one can be kept.
 * @param given the author's properties, references in texts replaced
 */
export const layerId = (cx: LayerContext, given: JsonMap): string => {
  const body: JsonMap = newMap();
  body['Type'] = cx.type;
  for (const name of attributeNames) if (isTruthy(cx.attributes[name])) body[name] = cx.attributes[name]!;
  const properties = newMap();
  for (const name of Object.keys(given)) if (!isNothing(given[name])) properties[name] = given[name]!;
  body['Properties'] = properties;
  const data = newMap();
  data[cx.id] = body;
  return cx.id + idSuffix(data);
};
