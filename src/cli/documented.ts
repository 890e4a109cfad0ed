import { buildCodes } from '../build/codes.ts';
import { type CodeGroup, codeGroups } from '../catalogue/groups.ts';
import { configurationCodes } from './codes.ts';

/** What is documented of the codes of the library and of the command. A bundle of its own: only documentation needs the texts. */
export const documented: readonly CodeGroup[] = [
  ...codeGroups,
  { title: 'Building', codes: buildCodes },
  { title: 'Configuration', codes: configurationCodes },
];
