import { getAtt, join, ref } from '../../model/intrinsics.ts';
import { append } from '../../model/lists.ts';
import { placeholders } from '../../model/placeholders.ts';
import { isString, type Json, type JsonMap } from '../../model/tree.ts';

/** A text as its literal parts and, between them, the references that are known only at the deployment. */
export type Part = string | JsonMap;

/** The plainest value that says the same as some parts: a literal, a single reference, or one `Fn::Join` without delimiter. */
export const textOf = (parts: readonly Part[]): Json => {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === '') continue;
    if (isString(part) && isString(last)) merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  if (merged.length === 0) return '';
  return merged.length === 1 ? merged[0]! : join('', merged);
};

/** The parts of a value in its plainest form; undefined where it is not a text. */
export const partsOf = (value: Json): readonly Part[] | undefined => {
  if (typeof value !== 'object' || value === null) return value === null ? undefined : [String(value)];
  if (Array.isArray(value)) return undefined;
  const joined = value['Fn::Join'];
  if (Array.isArray(joined) && joined[0] === '' && Array.isArray(joined[1])) return joined[1] as Part[];
  return [value];
};

/** Splits the text of an `Fn::Sub` at its `${…}`. */
export const splitSub = (text: string, variable: (name: string) => readonly Part[]): Part[] => {
  const parts: Part[] = [];
  let end = 0;
  for (const placeholder of placeholders(text)) {
    parts.push(text.slice(end, placeholder.start));
    const name = placeholder.content.trim();
    if (name.startsWith('!')) parts.push(`\${${name.slice(1)}}`);
    else append(parts, variable(name));
    end = placeholder.end;
  }
  parts.push(text.slice(end));
  return parts;
};

/** What `${Name}` or `${Name.Attribute}` refers to. */
export const referenceNamed = (name: string): JsonMap => {
  const dot = name.indexOf('.');
  return dot < 0 ? ref(name) : getAtt(name.slice(0, dot), name.slice(dot + 1));
};
