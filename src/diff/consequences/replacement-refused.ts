import type { ResourceChange } from '../compare/changes.ts';
import { connectionWords, type PhysicalName } from '../facts/physical-name.ts';
import { called, capital } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'replacement-refused',
  level: 'error',
  kinds: ['replaced', 'refused'],
  title: 'CloudFormation cannot replace a resource whose name stays the same',
  description:
    'CloudFormation creates the new resource before it deletes the old one. Two resources cannot have the same name, so replacing a resource with an explicit name fails, and the update is rolled back. The same applies to event source mappings, of which Lambda takes only one for the same source and function, and to other resources that connect two without a name.',
  *find(cx) {
    for (const change of cx.changes()) {
      const { heldName: name } = change;
      if (!name) continue;
      const perhaps = change.certain ? '' : 'perhaps ';
      const subject = capital(called(change.type, change.id));
      yield {
        ...(name.own ? nameTexts : connectionTexts)(subject, perhaps, change, name),
        resource: change.id,
        at: change.at,
        level: change.certain ? 'error' : 'warning',
      };
    }
  },
});

/** What happens, and what to do about it. */
type Texts = (
  subject: string,
  perhaps: string,
  change: ResourceChange,
  name: PhysicalName,
) => { readonly text: string; readonly cure: string };

const nameTexts: Texts = (subject, perhaps, change, name) =>
  change.renamed
    ? {
        text: `${subject} has the name '${name.text}', which '${change.formerId}' still uses at that moment: the update fails because the name is taken.`,
        cure: `Keep the logical id '${change.formerId}', or give the new one another name.`,
      }
    : {
        text: `${subject} must ${perhaps}be replaced${becauseOf(change)}, but its name stays '${name.text}': CloudFormation refuses to replace a resource with a fixed name.`,
        cure: `Change '${name.own!.property}' as well${name.own!.isRequired ? '' : ', or leave it out'}.`,
      };

const connectionTexts: Texts = (subject, perhaps, change, name) => {
  const { what, single } = connectionWords(change.type, name);
  const refusal = `the update fails because there can be only one such ${single}`;
  return change.renamed
    ? {
        text: `${subject} ${what} as '${change.formerId}', which is still there at that moment: ${refusal}.`,
        cure: `Keep the logical id '${change.formerId}', or remove the old ${single} in a deployment before this one.`,
      }
    : {
        text: `${subject} must ${perhaps}be replaced${becauseOf(change)}, but it still ${what}: ${refusal}.`,
        cure: `Remove the ${single} in one deployment, and add the new one in the next.`,
      };
};
