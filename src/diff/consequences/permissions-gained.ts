import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { isEverything, isOutside, perhapsOf, placesOf, rowTexts } from './permission-words.ts';

export default defineConsequence({
  id: 'permissions-gained',
  level: 'warning',
  kinds: ['widened'],
  title: 'A role, user, group or managed policy gains permissions',
  description:
    'The new permissions are not covered by those it had before, wildcards included. New roles are not reported here, only if they may do everything (`permissions-all`). A managed policy counts for itself where the template does not attach it: other stacks may.',
  *find(cx) {
    for (const { id, relation, type, holder, gained } of cx.permissions) {
      if (relation !== 'identity' || holder !== 'kept') continue;
      const rows = gained.filter((row) => !isEverything(row) && !isOutside(row));
      if (rows.length === 0) continue;
      yield {
        text: `${capital(called(type, id))} ${perhapsOf(rows)}gains permissions: ${rowTexts(rows)}.`,
        resource: id,
        at: placesOf(rows).allowed,
        wasAt: placesOf(rows).denied,
      };
    }
  },
});
