import { atoms } from './resolve.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates are any data here
type Any = any;

interface Templates {
  readonly before: Any;
  readonly after: Any;
}

const newAtoms = ({ before, after }: Templates): string[] => {
  const old = new Set(atoms(before.Resources));
  return atoms(after.Resources).filter((each) => !old.has(each));
};

/** Why the two may be of different opinions on whether more is allowed. */
export const permissionRules: Readonly<Record<string, (templates: Templates, ours: boolean) => boolean>> = {
  // Statements divided, reordered or repeated allow nothing new; there each statement is compared as it stands.
  'the same, arranged in another way': (templates, ours) => !ours && newAtoms(templates).length === 0,
  // What a condition that changes lets come to be counts here.
  conditions: ({ before, after }, ours) =>
    ours && JSON.stringify(before.Conditions) !== JSON.stringify(after.Conditions),
  // A denial that is gone allows; there only in the policies that it reads, and those of APIs are none of them.
  'denials of APIs': ({ before, after }, ours) =>
    ours && count(after, '"Effect":"Deny"') < count(before, '"Effect":"Deny"'),
  // A permission with another condition is another one; there only by those of its conditions that it reads.
  'conditions of permissions': ({ before, after }, ours) =>
    ours && count(after, 'FunctionUrlAuthType') > count(before, 'FunctionUrlAuthType'),
  // The template is wrong: it speaks of what is not there, or a type has what another one should have.
  'a template that is refused': ({ before, after }, ours) =>
    ours &&
    (Object.keys(before.Resources).some((id) => !after.Resources[id] && count(after, `"${id}"`) > 0) ||
      Object.keys(after.Resources).some(
        (id) => before.Resources[id] && before.Resources[id].Type !== after.Resources[id].Type,
      )),
};

const count = (template: Any, text: string): number => JSON.stringify(template).split(text).length - 1;
