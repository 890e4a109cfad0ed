import { printable } from '../../report/printable.ts';

/** A text in Markdown and in a cell of its tables: nothing in it is a mark-up, a mention or the end of the cell. */
export const plain = (text: string): string =>
  oneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|#~$]/g, '\\$&')
    .replace(/@/g, '&#64;');

/** A text as code; in a cell of a table, too. */
export const code = (text: string): string => {
  const inner = oneLine(text).replace(/`/g, "'").replace(/\|/g, '\\|');
  return inner.trim() === '' ? '' : `\`${inner}\``;
};

/** A sentence of synth: the names in quotes and the references in it as code, the rest as it stands. */
export const sentence = (text: string): string =>
  text
    .split(/'([^'\n]+)'/)
    .map((part, at) => (at % 2 === 0 ? withReferences(part, at === 0) : code(part)))
    .join('');

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
