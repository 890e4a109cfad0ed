import { type CST, Parser } from 'yaml';
import { withYamlBreaks } from './breaks.ts';
import { LenientLexer } from './lenient-lexer.ts';

/**
 * The syntax of YAML or JSON: every character of the text belongs to a token, comments and white space included. For
 * texts that `parse` could read; of others it says what it can.
 */
export const documentsOf = (text: string): CST.Document[] => {
  const parser = new Parser();
  const documents: CST.Document[] = [];
  const take = (tokens: Iterable<CST.Token>): void => {
    for (const token of tokens) if (token.type === 'document') documents.push(token);
  };
  for (const lexeme of new LenientLexer().lex(withYamlBreaks(text))) take(parser.next(lexeme));
  take(parser.end());
  return documents;
};

/** Where the comments of a text are, from their `#` to the end of their lines. */
export const commentsIn = (text: string): { readonly start: number; readonly end: number }[] => {
  const comments: { start: number; end: number }[] = [];
  let at = 0;
  let isScalar = false;
  for (const lexeme of new LenientLexer().lex(withYamlBreaks(text))) {
    if (marks.has(lexeme)) {
      isScalar = lexeme === scalarMark;
      continue;
    }
    if (lexeme.startsWith('#') && !isScalar) comments.push({ start: at, end: at + lexeme.trimEnd().length });
    at += lexeme.length;
    isScalar = false;
  }
  return comments;
};

/** What the lexer puts between lexemes without a character of the text: byte-order mark, document, end of flow, scalar. */
const scalarMark = '\x1f';
const marks = new Set(['\u{feff}', '\x02', '\x18', scalarMark]);
