import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { rowTexts } from './permission-words.ts';

export default defineConsequence({
  id: 'permissions-lost',
  level: 'info',
  title: 'A role may no longer do something',
  description:
    'Code that still does it fails with `AccessDenied` after the deployment. The permissions change before a gradual rollout ends, so the old version runs with the new ones.',
  *find(cx) {
    for (const { id, relation, type, holder, lost } of cx.permissions) {
      if (relation !== 'identity' || holder !== 'kept' || lost.length === 0) continue;
      yield {
        text: `${capital(called(type, id))} may no longer do: ${rowTexts(lost)}.`,
        resource: id,
        at: undefined,
        wasAt: lost.find(({ at }) => at)?.at,
      };
    }
  },
});
