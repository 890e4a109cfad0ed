import type { Document } from '../parse/index.ts';
import { isCompact } from './compact.ts';
import { duplicatesAsErrors } from './lower/duplicates.ts';
import { type LowerOptions, lower, strayPart } from './lower/index.ts';
import { stageNames } from './lower/stages.ts';
import { compactOrigin } from './origin.ts';

/** A compact spec as the SAM template that it stands for; any other document as it is. */
export const lowerDocument = (document: Document, options: LowerOptions): Document => {
  const { root, findings } = document;
  const stray = strayPart(root);
  if (stray) return { ...document, findings: [...findings, stray] };
  if (!isCompact(root)) return document;
  const sam = lower(root, options);
  return {
    ...document,
    root: sam.root,
    findings: [...duplicatesAsErrors(findings), ...sam.findings],
    compact: compactOrigin(sam.root, sam.written, stageNames(sam.written)),
  };
};

/** Reading this module declares the codes of the compact language; the command reads it where it is first called. */
export const declareCodes = (): void => undefined;
