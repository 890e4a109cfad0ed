import type { Scalar } from '../model/tree.ts';

/** What an unquoted scalar is by its text. */
export type ReadScalar = (text: string) => Scalar;

/** How the YAML 1.1 reader of CloudFormation's tools (PyYAML) takes an unquoted scalar. */
export const plainScalar = (text: string): Scalar => {
  const first = text.charCodeAt(0);
  // Only these characters can start something that is not a string: digits, + - . ~ and the first letters of words.
  if (Number.isNaN(first)) return null;
  if (!(first < 58 || first === 126 || words.has(text))) return text;
  if (text === '~') return null;
  const word = words.get(text);
  if (word !== undefined) return word;
  if (integer.test(text)) return asInteger(text);
  if (float.test(text)) return asFloat(text);
  return text;
};

const words = new Map<string, Scalar>();
for (const [names, value] of [
  [['yes', 'true', 'on'], true],
  [['no', 'false', 'off'], false],
  [['null'], null],
] as const) {
  for (const name of names) {
    for (const spelt of [name, name[0]!.toUpperCase() + name.slice(1), name.toUpperCase()]) words.set(spelt, value);
  }
}

const integer =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/;

const sexagesimal = (digits: string): number => digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

const asInteger = (text: string): Scalar => {
  const digits = text.replace(/_/g, '').replace(/^[-+]/, '');
  const sign = text.startsWith('-') ? -1 : 1;
  let value: number;
  if (digits.includes(':')) value = sexagesimal(digits);
  else if (digits.startsWith('0x') || digits.startsWith('0b')) value = Number(digits);
  else if (digits.length > 1 && digits.startsWith('0')) value = Number.parseInt(digits, 8);
  else value = Number(digits);
  // What a double cannot hold exactly stays text.
  if (!Number.isSafeInteger(value)) return text;
  // An integer has no negative zero.
  return value === 0 ? 0 : sign * value;
};

const asFloat = (text: string): Scalar => {
  const digits = text.replace(/_/g, '').replace(/^[-+]/, '');
  const value = digits.includes(':') ? sexagesimal(digits) : Number(digits);
  return text.startsWith('-') ? -value : value;
};

const stableWords = new Map<string, Scalar>(
  [...words]
    .filter(([, value]) => value === null)
    .concat([...words].filter(([word]) => /^(?:true|false)$/i.test(word))),
);

/** An unquoted scalar as YAML 1.1 and 1.2 both read it; what they disagree on is its text. */
export const compactScalar: ReadScalar = (text) => {
  if (text === '' || text === '~') return null;
  const word = stableWords.get(text);
  if (word !== undefined) return word;
  if (!/^-?(?:0|[1-9]\d{0,15})(?:\.\d+(?:e[-+]\d{1,3})?)?$/.test(text) || text === '-0') return text;
  const value = Number(text);
  return text.includes('.') || Number.isSafeInteger(value) ? value : text;
};
