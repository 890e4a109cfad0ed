import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { isEverything, perhapsOf, rowTexts } from './permission-words.ts';

export default defineConsequence({
  id: 'permissions-all',
  level: 'error',
  kinds: ['widened'],
  title: 'A role may do everything, everything of a service, or give itself more, on all resources',
  description:
    "`*` on `*`, all actions of a service on `*`, one of AWS's managed policies for administrators, or an action on `*` by which a role can get more: `iam:PassRole`, `iam:PutRolePolicy`, `sts:AssumeRole` …",
  *find(cx) {
    for (const { id, relation, type, gained } of cx.permissions) {
      const rows = relation === 'identity' ? gained.filter(isEverything) : [];
      if (rows.length === 0) continue;
      yield {
        text: `${capital(called(type, id))} ${perhapsOf(rows)}gains broad permissions: ${rowTexts(rows)}.`,
        cure: 'Name the actions and resources that the code needs.',
        level: perhapsOf(rows) === '' ? 'error' : 'warning',
        resource: id,
        at: rows.find(({ at }) => at)?.at,
      };
    }
  },
});
