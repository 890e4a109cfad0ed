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
    for (const { id, relation, type, holder, lost } of cx.permissions) {
      if (relation !== 'identity' || holder !== 'kept' || lost.length === 0) continue;
      yield {
        text: `${capital(called(type, id))} ${perhapsOf(lost)}loses permissions: ${rowTexts(lost)}.`,
        resource: id,
        at: placesOf(lost).denied,
        wasAt: placesOf(lost).allowed,
      };
    }
  },
});
