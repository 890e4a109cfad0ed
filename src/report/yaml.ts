import { Document, Scalar, type ScalarTag, visit } from 'yaml';
import type { JsonMap } from '../model/tree.ts';

/** A template as YAML that readers of 1.1 and 1.2 take for the same data: what either could misread is quoted. */
export const toYaml = (template: JsonMap): string => {
  const document = new Document(template, {
    aliasDuplicateObjects: false,
    customTags: (tags) => [exponential, ...tags],
  });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string') node.type = styleOf(node.value);
    },
  });
  // What only double quotes can hold stands nowhere else.
  return document
    .toString({ lineWidth: 0, doubleQuotedAsJSON: true })
    .replace(hidden, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
};

/** What is escaped: characters that are not seen or are no characters, and what the log of a CI service obeys (`##[`). */
const hidden = /[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|#(?=#(?:vso)?\[)/g;

const styleOf = (text: string): Scalar.Type => {
  if (escaped.test(text) || /##(?:vso)?\[/.test(text)) return Scalar.QUOTE_DOUBLE;
  if (/\n/.test(text)) return blockSafe(text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  return plainSafe.test(text) && !word.test(text) ? Scalar.PLAIN : Scalar.QUOTE_SINGLE;
};

/** What must not stand raw in YAML, or is a line break to some readers only. */
const escaped = /[^\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** Starts with a letter or a slash and holds nothing that means something to YAML: no number, date or mark looks so. */
const plainSafe = /^[A-Za-z/][\w./*()+@-]*(?:(?::{1,3}| )[\w./*()+@-]+)*$/;

/** Words that are something else than text to a reader of 1.1. */
const word = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Lines that a CI service takes for commands (`::error::`) do not stand alone either. */
const blockSafe = (text: string): boolean =>
  !/^\s|[ ]\n|[ ]$|\n\n$/.test(text) && text.trim() !== '' && !/^[^\S\r\n\u2028\u2029]*::/m.test(text);

/** A number with an exponent: a reader of 1.1 takes it for text unless it has a point too. */
const exponential: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => typeof value === 'number' && String(value).includes('e'),
  test: /^-?\d+\.\d+e[-+]\d+$/,
  resolve: Number,
  stringify: ({ value }) => String(value).replace(/^(-?\d+)e/, '$1.0e'),
};
