import type { Narrowing } from '../permissions/changes.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
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
      if (relation !== 'identity' || holder !== 'kept') continue;
      const name = capital(called(type, id));
      if (lost.length > 0)
        yield {
          text: `${name} ${perhapsOf(lost)}loses permissions: ${rowTexts(lost)}.`,
          resource: id,
          at: placesOf(lost).denied,
          wasAt: placesOf(lost).allowed,
        };
      if (narrowed.length > 0)
        yield {
          text: `${name} keeps permissions in part: ${enumerated(narrowed.map(narrowingText), 4)}.`,
          resource: id,
          at: placesOf(narrowed.flatMap(({ to }) => to)).allowed,
        };
    }
  },
});

const narrowingText = ({ from, to }: Narrowing): string => `${rowTexts([from])} becomes ${rowTexts(to)}`;
