import { yamlNumber } from '../../model/number.ts';
import type { Scalar } from '../../model/tree.ts';
import { compactScalar, plainScalar } from '../../parse/scalars.ts';

/** Where a scalar stands: flow style needs quotes that block style does not. */
export type Style = 'block' | 'flow';

/** What must not stand raw in YAML, is a line break to some readers only, or is not seen and turns what is around it. */
const escaped = /[^\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** Starts that mean something to YAML, alone or before a blank. */
const special = /^(?:[\s!&*|>'"%@`#,[\]{}]|[-?:](?:\s|$)|---|\.\.\.)/;

const isPlain = (text: string, style: Style): boolean => {
  if (text === '' || special.test(text) || /\s$|: |:$| #|\t/.test(text)) return false;
  if (style === 'flow' && /[,[\]{}]|^[-?:]/.test(text)) return false;
  if (/^(?:[yn=]|<<|[-+.\d][\d_:.,xXoObBeE+-]*|\.(?:inf|nan))$/i.test(text)) return false;
  // A date.
  if (/^\d{4}-\d\d?-\d\d?(?:[Tt\s]|$)/.test(text)) return false;
  return typeof plainScalar(text) === 'string' && typeof compactScalar(text) === 'string';
};

const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A scalar on one line. Texts stand without quotes where every reader of YAML takes them for what they are. */
export const inlineScalar = (value: Scalar, style: Style): string => {
  if (typeof value !== 'string') return typeof value === 'number' ? yamlNumber(value) : String(value);
  if (escaped.test(value) || value.includes('\n')) return doubleQuoted(value);
  return isPlain(value, style) ? value : `'${value.replaceAll("'", "''")}'`;
};

/** The lines of a text that can stand as a literal block, without indentation; undefined for any other text. */
export const blockLines = (
  text: string,
): { readonly header: string; readonly lines: readonly string[] } | undefined => {
  if (!text.includes('\n') || escaped.test(text) || /^\s|[ \t]\n|[ \t]$|\n\n$/.test(text)) return undefined;
  const keeps = text.endsWith('\n');
  return { header: keeps ? '|' : '|-', lines: (keeps ? text.slice(0, -1) : text).split('\n') };
};
