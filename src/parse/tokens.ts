import { type CST, Parser } from 'yaml';
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
  for (const lexeme of new LenientLexer().lex(text)) take(parser.next(lexeme));
  take(parser.end());
  return documents;
};
