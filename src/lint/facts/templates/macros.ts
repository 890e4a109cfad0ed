import { languageExtensionsMacro, macroEntries, macroName } from '../../../model/macros.ts';
import type { TemplateView } from '../../../model/rule.ts';
import { get } from '../../../model/tree.ts';

/** Whether the template names a macro that is not one of AWS's: it may take types and functions of its own. */
export const hasOtherMacros = ({ source }: TemplateView): boolean =>
  macroEntries(get(source, 'Transform')).some((entry) => {
    const name = macroName(entry);
    return name !== undefined && name !== languageExtensionsMacro && !name.startsWith('AWS::');
  });
