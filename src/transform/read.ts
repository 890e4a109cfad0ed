import type { Json } from '../model/tree.ts';
import { includeFiles } from '../parse/include.ts';
import { type Document, fromObject, parse } from '../parse/index.ts';
import { folderOf, joined } from '../parse/local-path.ts';
import type { Report } from '../schema/check.ts';
import type { ExpandOptions } from './options.ts';

/** Reads a template, a text, its bytes or an object, with the local files that it includes. */
export const readDocument = (input: string | Uint8Array | object, options: ExpandOptions): Document => {
  const { path, reader, includeOutside = false } = options;
  const document = typeof input === 'string' || input instanceof Uint8Array ? parse(input, path) : fromObject(input);
  return includeFiles(document, { text: reader && ((file) => reader.text(file)), outside: includeOutside });
};

/** The data of a local file beside the template; undefined when it cannot be read. */
export const readLocal = (
  path: string,
  { reader, path: template }: ExpandOptions,
  report: Report,
): Json | undefined => {
  const text = reader?.kind(path) === 'file' ? reader.text(path) : undefined;
  if (text === undefined) return undefined;
  const { root, findings } = parse(text, joined(folderOf(template?.replaceAll('\\', '/') ?? ''), path));
  for (const finding of findings) report(finding, finding.span);
  return findings.some(({ level }) => level === 'error') ? undefined : root;
};
