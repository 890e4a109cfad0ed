import type { Row } from '../permissions/rows.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { isEverything, isOutside, perhapsOf, placesOf, rowTexts } from './permission-words.ts';

export default defineConsequence({
  id: 'permissions-gained',
  level: 'warning',
  kinds: ['widened'],
  title: 'A role, user, group or policy gains permissions',
  description:
    'The new permissions are not covered by those it had before, wildcards included. New roles are not reported here, only if they may do everything (`permissions-all`). A managed policy counts for itself where the template does not attach it: other stacks may. So do policies that name no principal, such as those of AWS IoT and permission sets: they hold for what they are attached to.',
  *find(cx) {
    for (const { id, relation, type, holder, gained, lost } of cx.permissions) {
      if (relation !== 'identity' || holder !== 'kept') continue;
      const rows = gained.filter((row) => !isEverything(row) && !isOutside(row));
      if (rows.length === 0) continue;
      // What policies of AWS hold is not known: one that goes may have allowed all that another one does.
      const perhaps = rows.every(isUnread) && lost.some(isUnread) ? 'perhaps ' : perhapsOf(rows);
      yield {
        text: `${capital(called(type, id))} ${perhaps}gains permissions: ${rowTexts(rows)}.`,
        resource: id,
        at: placesOf(rows).allowed,
        wasAt: placesOf(rows).denied,
      };
    }
  },
});

/** Whether a row is a policy of which only the name is known. */
const isUnread = ({ kind, sets }: Row): boolean => kind === 'except' && sets === undefined;
