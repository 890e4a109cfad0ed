import { parse, TomlError } from 'smol-toml';
import type { Json } from '../../model/tree.ts';
import { UsageError } from '../usage.ts';

/** Reads TOML; reports what is wrong with its place, and a text without quotation marks with its cure. */
export const readToml = (text: string, file: string): Json => {
  try {
    return parse(text) as unknown as Json;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n', 1);
    const bare = bareText(text.split('\n')[line - 1] ?? '', reason === 'invalid value' ? column : undefined);
    const what = bare === undefined ? reason : `'${bare.text}' is a text without quotation marks`;
    throw new UsageError(
      `The configuration cannot be read: ${file}:${line}:${column} ${what}.`,
      bare && `Write ${bare.cure}`,
    );
  }
};

interface Bare {
  readonly text: string;
  readonly cure: string;
}

/**
 * The value of a line that ought to be a text but has no quotation marks.
 * @param column where no value begins, in a list above all
 */
const bareText = (line: string, column: number | undefined): Bare | undefined => {
  const [key = '', ...rest] = line.split('=');
  const text = withoutComment(rest.join('='));
  if (/^[\w."'\s-]+$/.test(key) && /^[^"'[{]/.test(text)) return { text, cure: `${key.trim()} = ${quoted(text)}` };
  const item = column === undefined ? '' : withoutComment(/^[^,\]}]*/.exec(line.slice(column - 1))![0]);
  return /^[^"'[{]/.test(item) ? { text: item, cure: quoted(item) } : undefined;
};

const withoutComment = (text: string): string => text.split(/(?:^|\s)#/, 1)[0]!.trim();

const quoted = (text: string): string =>
  text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
