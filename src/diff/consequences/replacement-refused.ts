import { called, capital } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'replacement-refused',
  level: 'error',
  kinds: ['replaced', 'refused'],
  title: 'CloudFormation cannot replace a resource whose name stays the same',
  description:
    'CloudFormation creates the new resource before it deletes the old one. Two resources cannot have the same name, so replacing a resource with an explicit name fails, and the update is rolled back.',
  *find(cx) {
    for (const change of cx.changes()) {
      const { heldName: name } = change;
      if (!name) continue;
      const perhaps = change.certain ? '' : 'perhaps ';
      const subject = capital(called(change.type, change.id));
      yield {
        text: change.renamed
          ? `${subject} has the name '${name.text}', which '${change.formerId}' still uses at that moment: the update fails because the name is taken.`
          : `${subject} must ${perhaps}be replaced${becauseOf(change)}, but its name stays '${name.text}': CloudFormation refuses to replace a resource with a fixed name.`,
        cure: change.renamed
          ? `Keep the logical id '${change.formerId}', or give the new one another name.`
          : `Change '${name.properties[0]}' as well, or leave it out.`,
        resource: change.id,
        at: change.at,
        level: change.certain ? 'error' : 'warning',
      };
    }
  },
});
