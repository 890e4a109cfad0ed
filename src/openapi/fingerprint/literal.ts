/**
 * Whether Python's `repr` writes a character as an escape: controls, unassigned ones and separators other than the space. The
 * expression is made where it is first needed, for that takes long.
 */
const isUnprintable = (char: string): boolean => /[\p{C}\p{Z}]/u.test(char);

const escaped = (point: number): string => {
  if (point < 0x100) return `\\x${point.toString(16).padStart(2, '0')}`;
  return point < 0x10000 ? `\\u${point.toString(16).padStart(4, '0')}` : `\\U${point.toString(16).padStart(8, '0')}`;
};

const short: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const plain = /^[\x20-\x7e]*$/;

const quoted = (text: string, asciiOnly: boolean): string => {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (plain.test(text) && !text.includes('\\') && (quote === '"' || !text.includes("'"))) return quote + text + quote;
  let result = quote;
  for (const char of text) {
    const point = char.codePointAt(0)!;
    if (char === quote) result += `\\${quote}`;
    else if (short.has(char)) result += short.get(char);
    else if (point < 0x20 || point === 0x7f || (point > 0x7f && (asciiOnly || isUnprintable(char)))) {
      result += escaped(point);
    } else result += char;
  }
  return result + quote;
};

/** A string of the transform itself, as Python writes it. */
export const stringLiteral = (text: string): string => quoted(text, false);

/** A string of the template, which was a unicode string. */
export const unicodeLiteral = (text: string): string => `u${quoted(text, true)}`;

/** A number, a boolean or nothing. */
export const scalarLiteral = (value: number | boolean | null): string => {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return numberLiteral(value);
};

/** As in JavaScript, save that exponents start at 1e16 and below 1e-4 and have at least two digits. */
const numberLiteral = (value: number): string => {
  const size = Math.abs(value);
  if (value === 0 || Number.isSafeInteger(value) || (size >= 1e-4 && size < 1e16)) return String(value);
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
};
