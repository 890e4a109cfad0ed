import { isFloatAt, pythonNumberAt } from './number.ts';
import { isList, isMap, type Json } from './tree.ts';

/** `JSON.stringify` for a template, in which a number that is written as a fraction stays one. */
export const templateString = (template: Json, indent?: number): string => {
  const plain = JSON.stringify(template, undefined, indent);
  if (!hasFloats(template)) return plain;
  let mark = 'float';
  while (plain.includes(`"${mark} `)) mark += '_';
  const marked = JSON.stringify(withFloats(template, mark), undefined, indent);
  return marked.replaceAll(/"(float_*) ([^"]*)"/g, (whole, found, number) => (found === mark ? number : whole));
};

const hasFloats = (value: Json): boolean => {
  if (isList(value)) return value.some((each, step) => isFloatAt(value, step) || hasFloats(each));
  return isMap(value) && Object.keys(value).some((key) => isFloatAt(value, key) || hasFloats(value[key]!));
};

/** The same with a text for each of these numbers. */
const withFloats = (value: Json, mark: string): Json => {
  const text = (container: Json[] | Record<string, Json>, step: string | number): string | undefined =>
    isFloatAt(container, step) ? `${mark} ${pythonNumberAt(container, step)}` : undefined;
  if (isList(value)) return value.map((each, step) => text(value, step) ?? withFloats(each, mark));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.keys(value).map((key) => [key, text(value, key) ?? withFloats(value[key]!, mark)]));
};
