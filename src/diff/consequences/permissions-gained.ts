import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { isEverything, isOutside, rowTexts } from './permission-words.ts';

export default defineConsequence({
  id: 'permissions-gained',
  level: 'warning',
  kind: 'widened',
  title: 'A role may do more than before',
  description:
    'What the role was allowed does not cover it, wildcards understood. New roles are not told here, unless they may do everything (`permissions-all`).',
  *find(cx) {
    for (const { id, relation, type, holder, gained } of cx.permissions) {
      if (relation !== 'identity' || holder !== 'kept') continue;
      const rows = gained.filter((row) => !isEverything(row) && !isOutside(row));
      if (rows.length === 0) continue;
      yield {
        text: `${capital(called(type, id))} may do more: ${rowTexts(rows)}.`,
        resource: id,
        at: rows.find(({ at }) => at)?.at,
      };
    }
  },
});
