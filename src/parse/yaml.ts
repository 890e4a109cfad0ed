import { Composer, type Document, Lexer, Parser, type YAMLParseError } from 'yaml';
import type { Source } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { Builder, Unusable } from './build.ts';
import { maximumDepth, type ReportAt, type Root, TooDeep } from './entries.ts';
import { LenientLexer } from './lenient-lexer.ts';
import type { ReadScalar } from './scalars.ts';
import { reportSyntax } from './syntax.ts';

const SeveralDocuments = message(
  'several-documents',
  'error',
  (count: number) => `The file has ${count} YAML documents; a template must be a single document.`,
);

/** Reads YAML 1.1 as CloudFormation's tools do; `scalars` tells what an unquoted scalar is. */
export const parseYaml = (source: Source, report: ReportAt, scalars: ReadScalar): Root => {
  const { documents, cutAt } = composed(source.text);
  let sound = true;
  for (const document of documents) {
    // What follows from the cut is no error of the text.
    const errors = document.errors.filter((error) => isFault(error) && (cutAt === undefined || error.pos[0] < cutAt));
    if (errors.length > 0) sound = false;
    reportSyntax(source.text, document, errors, report);
  }
  if (documents.length > 1) {
    sound = false;
    const start = documents[1]!.range[0];
    report(SeveralDocuments(documents.length), start, start + 3);
  }
  if (sound && cutAt !== undefined) {
    sound = false;
    report(TooDeep(), cutAt, cutAt + 1);
  }
  const contents = documents[0]?.contents;
  const nothing: Root = { root: null, at: 0 };
  if (!sound || !contents) return nothing;
  try {
    return { root: new Builder(source, report, scalars).build(contents, 0), at: contents.range[0] };
  } catch (error) {
    if (error instanceof Unusable) return nothing;
    throw error;
  }
};

interface Composed {
  readonly documents: readonly Document.Parsed[];
  /** Where reading stopped because of the nesting: the composer is recursive. */
  readonly cutAt: number | undefined;
}

/** A text with faults is read once more with less rigour; what is wrong even then is told as the rigorous reader sees it. */
const composed = (text: string): Composed => {
  const strict = compose(text, new Lexer());
  if (!strict.documents.some(isFaulty)) return strict;
  const lenient = compose(text, new LenientLexer());
  return lenient.documents.some(isFaulty) ? strict : lenient;
};

const isFaulty = ({ errors }: Document.Parsed): boolean => errors.some(isFault);

/** PyYAML lets a comment stand right behind a quote or a bracket. */
const isFault = ({ message }: YAMLParseError): boolean => !message.startsWith('Comments must be separated');

const compose = (text: string, lexer: Pick<Lexer, 'lex'>): Composed => {
  const parser = new Parser();
  const composer = new Composer({
    schema: 'failsafe',
    version: '1.1',
    merge: false,
    uniqueKeys: false,
    logLevel: 'silent',
    strict: true,
  });
  const documents: Document.Parsed[] = [];
  const take = (found: Iterable<Document>) => documents.push(...(found as Iterable<Document.Parsed>));
  let cutAt: number | undefined;
  for (const lexeme of lexer.lex(text)) {
    for (const token of parser.next(lexeme)) take(composer.next(token));
    // The document and the scalar being read stand on the stack too.
    if (parser.stack.length > maximumDepth + 2) {
      cutAt = parser.offset;
      break;
    }
  }
  for (const token of parser.end()) take(composer.next(token));
  take(composer.end(true, text.length));
  return { documents, cutAt };
};
