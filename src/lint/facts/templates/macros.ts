import { languageExtensionsMacro, macroEntries, macroName } from '../../../model/macros.ts';
import { get, type JsonMap } from '../../../model/tree.ts';

/** Whether a template names a macro that is not one of AWS's: it may take types and functions of its own. */
export const hasOtherMacros = (template: JsonMap): boolean =>
  macroEntries(get(template, 'Transform')).some((entry) => {
    const name = macroName(entry);
    return name !== undefined && name !== languageExtensionsMacro && !name.startsWith('AWS::');
  });
