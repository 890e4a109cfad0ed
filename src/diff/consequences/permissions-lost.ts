import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { perhapsOf, placesOf, rowTexts } from './permission-words.ts';

export default defineConsequence({
  id: 'permissions-lost',
  level: 'info',
  title: 'A role loses permissions',
  description:
    'Code that still uses them fails with `AccessDenied` after the deployment. Permissions change before a gradual rollout ends, so the old version runs with the new permissions, too.',
  *find(cx) {
    for (const { id, relation, type, holder, lost, narrowed } of cx.permissions) {
      if (relation !== 'identity' || holder !== 'kept' || lost.length === 0) continue;
      const [gone, left] = [lost.filter((row) => !narrowed.has(row)), [...narrowed.values()]];
      const name = capital(called(type, id));
      if (gone.length > 0)
        yield {
          text: `${name} ${perhapsOf(gone)}loses permissions: ${rowTexts(gone)}.`,
          resource: id,
          at: placesOf(gone).denied,
          wasAt: placesOf(gone).allowed,
        };
      if (left.length > 0)
        yield {
          text: `${name} keeps permissions on a condition only: ${rowTexts(left)}.`,
          resource: id,
          at: placesOf(left).allowed,
        };
    }
  },
});
