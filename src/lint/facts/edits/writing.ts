import { entryOf } from '../../../model/origin.ts';
import { isList, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';

const jsonStyles = new WeakMap<JsonMap, boolean>();

/** Whether a map is written with quoted keys, as in JSON. */
export const isJsonStyle = (map: JsonMap): boolean => {
  let isJson = jsonStyles.get(map);
  if (isJson === undefined) {
    const first = Object.keys(map)[0];
    const key = first === undefined ? undefined : entryOf(map, first)?.key;
    isJson = key?.source.text[key.start] === '"';
    jsonStyles.set(map, isJson);
  }
  return isJson;
};

/** A value as a line of YAML in flow style, or of JSON. */
export const flowText = (value: Json, json: boolean): string => {
  if (typeof value !== 'object' || value === null) return json ? JSON.stringify(value) : scalarText(value);
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item, json)).join(', ')}]`;
  const short = json ? undefined : shortForm(value);
  if (short !== undefined) return short;
  const pairs = Object.keys(value).map((key) => `${json ? JSON.stringify(key) : key}: ${flowText(value[key]!, json)}`);
  return `{${pairs.join(', ')}}`;
};

/** A value as YAML in block style, to stand behind `key:`; its lines start with the given indentation. */
export const blockText = (value: Json, indent: string): string => {
  if (!isMap(value) || shortForm(value) !== undefined) return ` ${flowText(value, false)}`;
  return Object.keys(value)
    .map((key) => `\n${indent}${key}:${blockText(value[key]!, `${indent}  `)}`)
    .join('');
};

/** `!Ref x`, `!GetAtt x.y` and `!Sub 'x'`. */
const shortForm = (value: JsonMap): string | undefined => {
  const [name, ...more] = Object.keys(value);
  const given = name === undefined ? undefined : value[name];
  const operand = name === 'Fn::GetAtt' && isList(given) && given.every(isString) ? given.join('.') : given;
  if (more.length > 0 || typeof operand !== 'string') return undefined;
  if (name === 'Ref') return `!Ref ${operand}`;
  if (name === 'Fn::GetAtt') return `!GetAtt ${operand}`;
  return name === 'Fn::Sub' ? `!Sub '${operand}'` : undefined;
};

const scalarText = (value: string | number | boolean | null): string =>
  typeof value === 'string' && !/^[A-Za-z][\w./-]*(:[\w./-]+)*(::[\w./-]+)*$/.test(value)
    ? `'${value.replace(/'/g, "''")}'`
    : String(value);
