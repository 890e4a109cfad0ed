import { shortForm } from '../model/short-form.ts';
import { isList, isMap, isString, type Json, type Scalar } from '../model/tree.ts';
import { plainScalar } from '../parse/scalars.ts';

/** How values are to be written where there is a choice. */
export interface Style {
  /** As in JSON: keys and texts in double quotes, functions in their long form. */
  readonly json: boolean;
  /** The quotes that texts have; none where they can do without. */
  readonly quote?: string | undefined;
}

/** A value on one line: YAML in flow style, or JSON. */
export const flowText = (value: Json, style: Style): string => {
  if (isList(value)) return `[${value.map((item) => flowText(item, style)).join(', ')}]`;
  if (!isMap(value)) return scalarText(value, style, true);
  const short = style.json ? undefined : shortForm(value);
  if (short !== undefined) return short;
  const pairs = Object.keys(value).map((key) => `${keyText(key, style)}: ${flowText(value[key]!, style)}`);
  return `{${pairs.join(', ')}}`;
};

/** `key: value` in a map of block style whose keys stand behind `indent`; lines are parted by `\n`. */
export const blockEntry = (key: string, value: Json, indent: string, style: Style): string => {
  const behind = blockText(value, `${indent}  `, style);
  return `${keyText(key, style)}:${behind.startsWith('\n') ? '' : ' '}${behind}`;
};

/** An item of a list of block style, behind its dash. */
export const blockItem = (value: Json, indent: string, style: Style): string =>
  `- ${blockText(value, `${indent}  `, style).trimStart()}`;

const blockText = (value: Json, indent: string, style: Style): string => {
  if (isList(value) && !value.every(isShort)) {
    return value.map((item) => `\n${indent}${blockItem(item, indent, style)}`).join('');
  }
  if (!isMap(value) || isShort(value)) return isList(value) ? flowText(value, style) : inlineText(value, style);
  return Object.keys(value)
    .map((key) => `\n${indent}${blockEntry(key, value[key]!, indent, style)}`)
    .join('');
};

const inlineText = (value: Json, style: Style): string =>
  typeof value === 'object' && value !== null ? flowText(value, style) : scalarText(value, style, false);

/** Whether a value is written on one line in any case. */
const isShort = (value: Json): boolean =>
  isMap(value) ? shortForm(value) !== undefined || Object.keys(value).length === 0 : !isList(value);

export const keyText = (key: string, { json }: Style): string => scalarText(key, { json }, true);

/**
 * A scalar; a text without quotes where it then reads as the same text. Single quotes around a text become double ones
 * where it would begin or end with three of them.
 */
export const scalarText = (value: Scalar, { json, quote }: Style, inFlow: boolean): string => {
  if (json || !isString(value) || quote === '"' || !isOneLine(value)) return JSON.stringify(value);
  if (quote !== "'" && isPlain(value, inFlow)) return value;
  const isClearer = value.includes("'") && !/["\\]/.test(value) && (quote !== "'" || /^'|'$/.test(value));
  return isClearer ? JSON.stringify(value) : singleQuoted(value);
};

/** The style of what takes the place of a written scalar. */
export const styleLike = (written: string, json: boolean): Style => ({
  json,
  quote: /^["']/.test(written) ? written[0] : undefined,
});

const singleQuoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** Whether a text has no line breaks and nothing that must be escaped. */
const isOneLine = (text: string): boolean => !/[\0-\x08\n-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);

/** Whether a text can stand without quotes: nothing in it that YAML, or a reader of dates, takes for something else. */
const isPlain = (text: string, inFlow: boolean): boolean =>
  isOneLine(text) &&
  !/\t/.test(text) &&
  text.trim() === text &&
  /^(?:[^-?:,[\]{}#&*!|>'"%@`=<.]|[-.](?=[\w/]))/.test(text) &&
  !/: |:$| #/.test(text) &&
  !/^\d{4}-\d/.test(text) &&
  !(inFlow && /[,[\]{}]|:(?![\w:/.-])/.test(text)) &&
  plainScalar(text) === text;
