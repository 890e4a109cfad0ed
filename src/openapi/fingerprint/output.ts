import { canonicalJson } from '../../model/hash.ts';
import { isFloatAt } from '../../model/number.ts';
import { originOf, place, replacedBy, stamp } from '../../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, newMap, type Step } from '../../model/tree.ts';
import { scalarLiteral, stringLiteral, unicodeLiteral } from './literal.ts';
import { Dict, type History, listOrigins, type Node, Written } from './node.ts';
import { tableOf } from './order.ts';

/** The node as plain data, origins kept. */
export const toJson = (node: Node): Json => {
  if (node instanceof Written) return node.value;
  if (node instanceof Dict) return dictToJson(node);
  if (Array.isArray(node)) return listToJson(node);
  if (typeof node !== 'object' || node === null) return node;
  const map = newMap();
  for (const key of Object.keys(node)) {
    map[key] = toJson(node[key]!);
    placeWritten(map, key, node[key]!);
  }
  return map;
};

const dictToJson = (dict: Dict): JsonMap => {
  const map = newMap();
  for (const key of dict.writtenKeys()) {
    map[key] = toJson(dict.get(key)!);
    place(map, key, dict.entry(key));
  }
  return stamp(map, dict.cause);
};

const listToJson = (list: readonly Node[]): Json[] => {
  const result = list.map(toJson);
  list.forEach((item, at) => {
    placeWritten(result, at, item);
  });
  return stamp(result, originOf(listOrigins.get(list)));
};

const placeWritten = (container: Json[] | JsonMap, step: Step, node: Node): void => {
  if (node instanceof Written) place(container, step, node.entry);
};

/** The node as CPython 2.7 wrote it. */
export const toText = (node: Node, history: History): string => {
  if (node instanceof Written) return writtenText(node.value, history.copies - node.since, node.container, node.step);
  if (typeof node === 'string') return stringLiteral(node);
  if (typeof node !== 'object' || node === null) return scalarLiteral(node);
  if (Array.isArray(node)) return `[${node.map((item) => toText(item, history)).join(', ')}]`;
  if (node instanceof Dict) {
    const entry = (key: string) => {
      const name = node.isWritten(key) ? unicodeLiteral(key) : stringLiteral(key);
      return `${name}: ${toText(node.get(key)!, history)}`;
    };
    return `{${node.keys().map(entry).join(', ')}}`;
  }
  return `{${Object.keys(node)
    .map((key) => `${stringLiteral(key)}: ${toText(node[key]!, history)}`)
    .join(', ')}}`;
};

const isFloatIn = (container: Json | undefined, step: Step | undefined): boolean =>
  step !== undefined && (isList(container) || isMap(container)) && isFloatAt(container, step);

const writtenText = (value: Json, copies: number, container: Json | undefined, step: Step | undefined): string => {
  if (typeof value === 'string')
    return isPseudoParameter(container, step) ? stringLiteral(value) : unicodeLiteral(value);
  if (typeof value === 'number' && isFloatIn(container, step)) return `${value}.0`;
  if (typeof value !== 'object' || value === null) return scalarLiteral(value);
  if (isList(value)) return `[${value.map((item, at) => writtenText(item, copies, value, at)).join(', ')}]`;
  const table = tableOf(value);
  table.copy(copies);
  const entry = (key: string): string => `${unicodeLiteral(key)}: ${writtenText(value[key]!, copies, value, key)}`;
  return `{${table.keys().map(entry).join(', ')}}`;
};

/** Values of pseudo parameters come from the transform, those of parameters from the template. */
const isPseudoParameter = (container: Json | undefined, step: Step | undefined): boolean => {
  const reference = step === undefined ? undefined : replacedBy(container, step)?.['Ref'];
  return typeof reference === 'string' && reference.startsWith('AWS::');
};

/** The node as Python's `json.dumps` writes it. */
export const toDump = (node: Node, history: History): string => {
  if (node instanceof Written) return writtenDump(node.value, history.copies - node.since);
  if (Array.isArray(node)) return `[${node.map((item) => toDump(item, history)).join(', ')}]`;
  if (typeof node !== 'object' || node === null) return canonicalJson(node);
  const keys = node instanceof Dict ? node.keys() : Object.keys(node);
  const value = (key: string): Node => (node instanceof Dict ? node.get(key)! : node[key]!);
  return `{${keys.map((key) => `${canonicalJson(key)}: ${toDump(value(key), history)}`).join(', ')}}`;
};

const writtenDump = (value: Json, copies: number): string => {
  if (isList(value)) return `[${value.map((item) => writtenDump(item, copies)).join(', ')}]`;
  if (!isMap(value)) return canonicalJson(value);
  const table = tableOf(value);
  table.copy(copies);
  const entry = (key: string): string => `${canonicalJson(key)}: ${writtenDump(value[key]!, copies)}`;
  return `{${table.keys().map(entry).join(', ')}}`;
};
