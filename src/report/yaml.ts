import { isFloatAt, pythonNumberAt, withPoint, yamlNumber } from '../model/number.ts';
import { isList, isMap, type Json, type JsonMap, type Step } from '../model/tree.ts';

/**
 * A template as YAML that readers of 1.1 and 1.2 take for the same data: what either could misread is quoted. Written
 * without a library because a general one takes a third of the time that the expansion takes.
 */
export const toYaml = (template: JsonMap): string => {
  const parts: string[] = [];
  if (isEmpty(template)) parts.push('{}\n');
  else writeMap(template, '', parts);
  // What only double quotes can hold stands nowhere else.
  return parts.join('').replace(hidden, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
};

/** What is escaped: characters that are not seen or are not characters, and what the log of a CI service obeys (`##[`). */
const hidden = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|#(?=#(?:vso)?\[)/g;

/** The longest key that a reader need not be warned of with `?`. */
const longestKey = 1024;

const isEmpty = (value: Json[] | JsonMap): boolean => Object.keys(value).length === 0;

/** @param indent what stands before each line but the first, which the caller has begun */
const writeMap = (map: JsonMap, indent: string, parts: string[]): void => {
  let before = '';
  for (const key of Object.keys(map)) {
    const name = styleOf(key) === 'block' ? JSON.stringify(key) : textOf(key, '');
    parts.push(before, name.length > longestKey ? `? ${name}\n${indent}:` : `${name}:`);
    const value = map[key]!;
    const isNested = (isMap(value) || isList(value)) && !isEmpty(value);
    parts.push(isNested ? `\n${indent}  ` : ' ');
    writeValue(value, `${indent}  `, parts, floatAt(map, key));
    before = indent;
  }
};

const writeList = (list: Json[], indent: string, parts: string[]): void => {
  let before = '';
  list.forEach((item, step) => {
    parts.push(before, '- ');
    writeValue(item, `${indent}  `, parts, floatAt(list, step));
    before = indent;
  });
};

/** The text of a number that is spelt as a fraction and must stay one. */
const floatAt = (container: Json[] | JsonMap, step: Step): string | undefined =>
  isFloatAt(container, step) ? withPoint(pythonNumberAt(container, step)) : undefined;

const writeValue = (value: Json, indent: string, parts: string[], float: string | undefined): void => {
  if (isMap(value) && !isEmpty(value)) writeMap(value, indent, parts);
  else if (isList(value) && !isEmpty(value)) writeList(value, indent, parts);
  else parts.push(isMap(value) ? '{}' : isList(value) ? '[]' : (float ?? scalarText(value, indent)), '\n');
};

const scalarText = (value: Exclude<Json, Json[] | JsonMap>, indent: string): string =>
  typeof value === 'string' ? textOf(value, indent) : typeof value === 'number' ? yamlNumber(value) : String(value);

type Style = 'plain' | 'single' | 'double' | 'block';

const textOf = (text: string, indent: string): string => {
  switch (styleOf(text)) {
    case 'plain':
      return text;
    case 'single':
      return `'${text.replaceAll("'", "''")}'`;
    case 'double':
      return JSON.stringify(text);
    case 'block': {
      const ends = text.endsWith('\n');
      const lines = (ends ? text.slice(0, -1) : text).split('\n').map((line) => (line === '' ? '' : indent + line));
      return `${ends ? '|' : '|-'}\n${lines.join('\n')}`;
    }
  }
};

const styleOf = (text: string): Style => {
  if (plainSafe.test(text)) return word.test(text) ? 'single' : 'plain';
  if (escaped.test(text) || /##(?:vso)?\[/.test(text)) return 'double';
  if (text.includes('\n')) return blockSafe(text) ? 'block' : 'double';
  return 'single';
};

/** What must not stand raw in YAML, or is a line break to some readers only. */
const escaped = /[^\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** Starts with a letter or a slash and holds nothing that means something to YAML: no number, date or mark looks so. */
const plainSafe = /^[A-Za-z/][\w./*()+@-]*(?:(?::{1,3}| )[\w./*()+@-]+)*$/;

/** Words that are something else than text to a reader of 1.1; `e5` is a number to the package 'yaml'. */
const word = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;

/** Lines that a CI service takes for commands (`::error::`) do not stand alone either. */
const blockSafe = (text: string): boolean =>
  !/^\s|[ ]\n|[ ]$|\n\n$/.test(text) && text.trim() !== '' && !/^[^\S\r\n\u2028\u2029]*::/m.test(text);
