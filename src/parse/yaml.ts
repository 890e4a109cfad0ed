import type { Source } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { withYamlBreaks } from './breaks.ts';
import { Builder, Unusable } from './build.ts';
import { composed, isFault } from './compose.ts';
import type { ReportAt, Root } from './entries.ts';
import type { ReadScalar } from './scalars.ts';
import { reportSyntax, SyntaxErrors } from './syntax.ts';

const SeveralDocuments = message(
  'several-documents',
  'error',
  (count: number) => `The file has ${count} YAML documents; a template must be a single document.`,
);

/** Reads YAML 1.1 as CloudFormation's tools do; `scalars` tells what an unquoted scalar is. */
export const parseYaml = (source: Source, report: ReportAt, scalars: ReadScalar): Root => {
  const { documents, count, moreErrors, cut } = composed(withYamlBreaks(source.text));
  let sound = true;
  const syntax = new SyntaxErrors(report);
  for (const document of documents) {
    // What follows from the cut is not an error of the text.
    const errors = document.errors.filter((error) => isFault(error) && (cut === undefined || error.pos[0] < cut.at));
    if (errors.length > 0) sound = false;
    reportSyntax(source.text, document, errors, syntax.add);
  }
  syntax.finish(moreErrors);
  if (documents.length > 1) {
    sound = false;
    const start = documents[1]!.range[0];
    report(SeveralDocuments(count), start, start + 3);
  }
  if (sound && cut !== undefined) {
    sound = false;
    report(cut.why, cut.at, cut.at + 1);
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
