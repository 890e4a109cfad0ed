import { greatestOf } from '../../model/lists.ts';
import { printable } from '../../report/printable.ts';

/** A text in Markdown and in a cell of its tables: nothing in it is a mark-up, a mention or the end of the cell. */
export const plain = (text: string): string =>
  oneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|#~$]/g, '\\$&')
    .replace(/@/g, '&#64;')
    // Code hosts make links of these.
    .replace(/:\/\//g, '&#58;//')
    .replace(/\b(www)\./gi, '$1&#46;');

/** A text as code; in a cell of a table, too. */
export const code = (text: string): string => {
  const inner = oneLine(text).replace(/\|/g, '\\|');
  if (inner.trim() === '') return '';
  const longest = greatestOf([0, ...(inner.match(/`+/g) ?? []).map(({ length }) => length)]);
  if (longest === 0) return `\`${inner}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${inner} ${fence}`;
};

/** A sentence of synth: the names in quotes and the references in it as code, the rest as it stands. */
export const sentence = (text: string): string =>
  quotedIn(text)
    .map((part, at) => (at % 2 === 0 ? withReferences(part, at === 0) : code(part)))
    .join('');

/** A text in parts: every other one stood in quotes. A quote within a word is part of it, as in `'O'Brien'`. */
const quotedIn = (text: string): string[] => {
  const parts: string[] = [];
  let end = 0;
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1)) {
    if (at > end && !/[\s([{:=]/.test(text[at - 1]!)) continue;
    const close = closingQuote(text, at + 1);
    if (close === undefined) break;
    parts.push(text.slice(end, at), text.slice(at + 1, close));
    end = close + 1;
    at = close;
  }
  return [...parts, text.slice(end)];
};

/** The quote that ends what begins at a place: the sentence, or a sign of it, goes on behind it. */
const closingQuote = (text: string, start: number): number | undefined => {
  for (let at = text.indexOf("'", start + 1); at >= 0; at = text.indexOf("'", at + 1)) {
    if (at + 1 === text.length || /[\s.,;:!?)\]}]/.test(text[at + 1]!)) return at;
  }
  return undefined;
};

/** A text with the words that hold a reference, such as `a-${Name}`, as code. */
const withReferences = (text: string, atStart: boolean): string =>
  text
    .split(/(\s+)/)
    .map((word, at) => (at > 0 || atStart ? withReference(word) : plain(word)))
    .join('');

const withReference = (word: string): string => {
  const end = word.lastIndexOf('}') + 1;
  if (!word.slice(0, end).includes('${')) return plain(word);
  const [more] = /^[^,.;]*/.exec(word.slice(end))!;
  return code(word.slice(0, end) + more) + plain(word.slice(end + more.length));
};

/** Without line breaks and other control characters. */
const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' '));
