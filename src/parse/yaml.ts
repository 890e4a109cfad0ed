import { Composer, type Document, Lexer, Parser } from 'yaml';
import type { Source } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { Builder, Unusable } from './build.ts';
import { maximumDepth, type ReportAt, type Root, TooDeep } from './entries.ts';

const Syntax = message('yaml-syntax', 'error', (detail: string) => detail);
const SeveralDocuments = message(
  'several-documents',
  'error',
  (count: number) => `The file holds ${count} YAML documents; a template is one.`,
);

/** Reads YAML 1.1 as CloudFormation's tools do. */
export const parseYaml = (source: Source, report: ReportAt): Root => {
  const documents = compose(source.text, report);
  const nothing: Root = { root: null, at: 0 };
  if (documents === undefined) return nothing;
  let sound = documents.length === 1;
  for (const { errors } of documents) {
    for (const { message: detail, pos } of errors) {
      sound = false;
      report(Syntax(sentence(detail)), pos[0], Math.max(pos[1], pos[0] + 1));
    }
  }
  if (documents.length > 1) {
    const start = documents[1]!.range![0];
    report(SeveralDocuments(documents.length), start, start + 3);
  }
  const contents = documents[0]?.contents;
  if (!sound || !contents) return nothing;
  try {
    return { root: new Builder(source, report).build(contents, 0), at: contents.range[0] };
  } catch (error) {
    if (error instanceof Unusable) return nothing;
    throw error;
  }
};

/** The documents of a text; undefined when it is nested too deep for the composer, which is recursive. */
const compose = (text: string, report: ReportAt): Document.Parsed[] | undefined => {
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
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...(composer.next(token) as Iterable<Document.Parsed>));
    // The document and the scalar being read stand on the stack too.
    if (parser.stack.length > maximumDepth + 2) {
      report(TooDeep(), parser.offset, parser.offset + 1);
      return undefined;
    }
  }
  for (const token of parser.end()) documents.push(...(composer.next(token) as Iterable<Document.Parsed>));
  documents.push(...(composer.end(true, text.length) as Iterable<Document.Parsed>));
  return documents;
};

const sentence = (detail: string): string => {
  const text = detail.trim();
  return /[.!?:]$/.test(text) ? text : `${text}.`;
};
