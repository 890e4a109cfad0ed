import type { CodeDocs } from '../model/code-doc.ts';
import { packagingCodes } from '../packaging/codes.ts';
import { parseCodes } from '../parse/codes.ts';
import { specCodes } from '../spec/codes.ts';
import { resourceCodes } from '../resources/codes.ts';
import { transformCodes } from '../transform/codes.ts';

/** Codes that belong together, with what the documentation says of them. */
export interface CodeGroup {
  readonly title: string;
  readonly codes: CodeDocs;
}

/** The documented codes of the library, in the order in which a template meets them; rules document themselves. */
export const codeGroups: readonly CodeGroup[] = [
  { title: 'Reading files', codes: parseCodes },
  { title: 'Expanding templates', codes: transformCodes },
  { title: 'The compact language', codes: specCodes },
  { title: 'Local files', codes: packagingCodes },
  { title: 'The transform: resources', codes: resourceCodes },
];
