import type { Document } from '../parse/index.ts';
import { type ExpandOptions, type Transformation, transform } from '../transform/index.ts';
import { readWritten, withIncludes } from '../transform/read.ts';

/** Reads a template as it stands in a repository, with the local files that it includes. */
export const readForLint = (input: string | Uint8Array | object, options: ExpandOptions): Document =>
  includedForLint(readWritten(input, options), options);

/** The same for what was read as it is written, which may be a compact spec with several stages. */
export const includedForLint = (written: Document, options: ExpandOptions): Document =>
  withIncludes(written, { ...options, beforeBuild: true });

/** Expands a template as far as it goes, as it stands in a repository: before anything was built. */
export const attemptOf = (document: Document, options: ExpandOptions): Transformation =>
  transform(document, { ...options, beforeBuild: true });
