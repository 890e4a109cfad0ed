import { isServerlessMacro, languageExtensionsMacro, macroEntries, macroName } from './macros.ts';
import type { Json } from './tree.ts';

/** What a template has at its top: CloudFormation's sections and SAM's `Globals`. */
export const templateSections: readonly string[] = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Globals',
  'Resources',
  'Outputs',
  'Hooks',
];

/** Whether a `Transform` section names macros that may read and write what only they know. */
export const hasOtherMacros = (transform: Json | undefined): boolean =>
  macroEntries(transform)
    .map(macroName)
    .some((name) => name !== languageExtensionsMacro && !isServerlessMacro(name));
