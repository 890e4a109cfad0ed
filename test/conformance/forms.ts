import { pythonNumberAt } from '../../src/model/number.ts';
import { orderedKeys } from '../../src/model/origin.ts';
import { isList, isMap, type Json } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { versions } from '../../src/parse/object.ts';

/** The three forms in which a template can be given. */
export const formNames = ['text', 'json', 'object'] as const;
export type Form = (typeof formNames)[number];

/** A template in one of its forms; undefined where it has none of that form. */
export const inForm = (text: string, form: Form): string | object | undefined => {
  if (form === 'text') return text;
  const { root, findings } = parse(text);
  if (findings.some(({ level }) => level === 'error') || !isMap(root)) return undefined;
  const json = jsonOf(root);
  if (form === 'json') return json;
  return hasWholeVersion(root) ? undefined : (JSON.parse(json) as object);
};

/** JSON with the keys as they were written, and numbers as they were spelt: `1.0` is not `1` to the reference. */
const jsonOf = (value: Json): string => {
  if (isList(value)) return `[${value.map((item, at) => entryOf(value, at, item)).join()}]`;
  if (!isMap(value)) return JSON.stringify(value);
  return `{${orderedKeys(value)
    .map((key) => `${JSON.stringify(key)}:${entryOf(value, key, value[key]!)}`)
    .join()}}`;
};

const entryOf = (container: Json, step: string | number, value: Json): string =>
  typeof value === 'number' ? pythonNumberAt(container as Json[], step) : jsonOf(value);

/**
 * Whether a version is a whole number, `swagger: 2`. JavaScript has one kind of numbers, and in an object that one is
 * taken for `2.0`, which nearly all templates have.
 */
const hasWholeVersion = (value: Json): boolean => {
  if (isList(value)) return value.some(hasWholeVersion);
  if (!isMap(value)) return false;
  return Object.keys(value).some(
    (key) => (versions.has(key) && /^\d+$/.test(entryOf(value, key, value[key]!))) || hasWholeVersion(value[key]!),
  );
};
