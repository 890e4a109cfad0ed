import type { Document } from '../parse/index.ts';
import { type ExpandOptions, type Transformed, transform } from '../transform/index.ts';

/** Expands a template as far as it goes, as it stands in a repository: before anything was built. */
export const attemptOf = (document: Document, options: ExpandOptions): Transformed =>
  transform(document, { ...options, beforeBuild: true });
