import { isList, isMap, type Json } from '../../../model/tree.ts';
import { utf8Length } from './utf8.ts';

/** About how many bytes a value takes as YAML in block style, indented by two. */
export const yamlSize = (value: Json, indent = 0): number => {
  if (isList(value) && value.length > 0) {
    return value.reduce<number>((sum, item) => sum + indent + 2 + inLine(item, indent + 2), 0);
  }
  if (isMap(value) && Object.keys(value).length > 0) {
    return Object.keys(value).reduce(
      (sum, key) => sum + indent + utf8Length(key) + 2 + behindKey(value[key]!, indent),
      0,
    );
  }
  return typeof value === 'object' ? 3 : scalarSize(value, indent);
};

const isBlock = (value: Json): boolean => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** Behind `- ` a map or list starts on the same line. */
const inLine = (value: Json, indent: number): number => yamlSize(value, indent) - (isBlock(value) ? indent : 0);

/** Behind `key: ` it starts on the next one. */
const behindKey = (value: Json, indent: number): number => yamlSize(value, indent + 2);

const scalarSize = (value: string | number | boolean, indent: number): number => {
  const text = String(value);
  const lines = text.split('\n').length - 1;
  return utf8Length(text) + 1 + lines * indent + (/^[\w./-]+$/.test(text) ? 0 : 2);
};
