import { CannotRead } from '../model/reader.ts';
import { isBytes, type Json } from '../model/tree.ts';
import { includeFiles } from '../parse/include.ts';
import { type Document, parse } from '../parse/index.ts';
import { folderOf, joined, leadsOut } from '../parse/local-path.ts';
import { fromObject } from '../parse/object.ts';
import type { Report } from '../schema/check.ts';
import { mayBeCompact } from '../spec/compact.ts';
import { lowerDocument } from '../spec/document.ts';
import type { ExpandOptions } from './options.ts';
import { declarations } from './registry.ts';

/** Reads the text of a template into the tree that everything else works on, without the files that it includes. */
export const readTemplate = (input: string, options: ExpandOptions): Document =>
  lowered(parse(input, options.path), options);

/** Reads a template, a text, its bytes or an object, with the local files that it includes. */
export const readDocument = (input: string | Uint8Array | object, options: ExpandOptions): Document =>
  withIncludes(readWritten(input, options), options);

/** The same as it is written: without the files that it includes, and a compact spec as such. */
export const readWritten = (input: string | Uint8Array | object, { path }: ExpandOptions): Document =>
  typeof input === 'string' || isBytes(input) ? parse(input, path) : fromObject(input, path);

/** A compact spec as the SAM template that it stands for; any other document as it is. */
export const lowered = (document: Document, options: ExpandOptions): Document => {
  const { root, findings } = document;
  if (!mayBeCompact(root) || findings.some(({ level }) => level === 'error')) return document;
  const { stage, reader, path } = options;
  const include = { reader, path, mayRead: (file: string) => mayRead(file, options) };
  return lowerDocument(document, { stage, declarations, include });
};

/** A template with the local files that it includes; a compact spec becomes the SAM template that it stands for. */
export const withIncludes = (document: Document, options: ExpandOptions): Document =>
  includeFiles(lowered(document, options), {
    reader: options.reader,
    mayRead: (path) => mayRead(path, options),
    onlyLooks: options.beforeBuild === true,
  });

/** Whether what a local file says may be looked at: it is below the folder of the template, or that does not matter. */
export const mayRead = (path: string, { reader, includeOutside = false }: ExpandOptions): boolean =>
  includeOutside || !(reader?.isOutside?.(path) ?? leadsOut(joined('', path)));

/** The path of a local file as messages show it: relative to where the template's own path starts. */
export const shownPath = (path: string, { path: template = '' }: ExpandOptions): string =>
  joined(folderOf(template.replaceAll('\\', '/')), path);

/** The data of a local file beside the template; undefined when it cannot be read, which is reported. */
export const readLocal = (path: string, options: ExpandOptions, report: Report): Json | undefined => {
  const text = options.reader?.text(path);
  if (text === undefined) {
    const fault = options.reader?.fault?.(path);
    if (fault) report(CannotRead(path, fault), undefined);
    return undefined;
  }
  const { root, findings } = parse(text, shownPath(path, options));
  for (const finding of findings) report(finding, finding.span);
  return findings.some(({ level }) => level === 'error') ? undefined : root;
};
