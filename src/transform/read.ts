import { includeFiles } from '../parse/include.ts';
import { type Document, fromObject, parse } from '../parse/index.ts';
import type { ExpandOptions } from './options.ts';

/** Reads a template, a text, its bytes or an object, with the local files that it includes. */
export const readDocument = (input: string | Uint8Array | object, options: ExpandOptions): Document => {
  const { path, reader, includeOutside = false } = options;
  const document = typeof input === 'string' || input instanceof Uint8Array ? parse(input, path) : fromObject(input);
  return includeFiles(document, { text: reader && ((file) => reader.text(file)), outside: includeOutside });
};
