import { shallowCopy } from '../../model/origin.ts';
import { isList, isMap, isString, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { ApiContext } from './context.ts';
import type { Definition } from './definition.ts';

/** Adds the media types that are not text to the definition; without one they are a property only. */
export const addBinaryMediaTypes = (cx: ApiContext, definition: Definition, types: Json): void => {
  if (!isTruthy(types) || definition.document === undefined) return;
  const document = definition.editable('BinaryMediaTypes');
  document.edit(() => {
    const at = cx.at('BinaryMediaTypes');
    const value = document.history.written(unescaped(types));
    document.root.set('x-amazon-apigateway-binary-media-types', value, { entry: at && { key: at, value: at } });
  });
};

/** With `~1` made `/`, in keys and values. */
const unescaped = (value: Json): Json => {
  if (isString(value)) return value.replaceAll('~1', '/');
  if (isList(value)) {
    const copy = shallowCopy(value);
    copy.forEach((item, at) => {
      copy[at] = unescaped(item);
    });
    return copy;
  }
  if (!isMap(value)) return value;
  const copy: JsonMap = newMap();
  for (const key of Object.keys(value)) copy[key.replaceAll('~1', '/')] = unescaped(value[key]!);
  return copy;
};
