import { called, capital, dataOf } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'data-left-behind',
  level: 'warning',
  kind: 'replaced',
  title: 'A new, empty table, queue, bucket … takes the place of one that is kept',
  description:
    "The old resource is retained, or a snapshot of it is taken, so nothing is lost. But the stack works with the new one, which begins empty: what the old one holds must be brought over by hand, and a retained resource is nobody's to update or delete any more.",
  *find(cx) {
    for (const change of cx.changes()) {
      const { id, formerId, type, fate, certain, oldCopy } = change;
      if (fate !== 'replaced' || oldCopy === 'deleted' || oldCopy === undefined) continue;
      const data = dataOf(type, cx.spec(type)?.change.holdsData ?? false);
      if (data === undefined) continue;
      const how = oldCopy === 'retained' ? 'the old one stays outside of the stack' : 'of the old one a snapshot stays';
      yield {
        text: `${capital(called(type, formerId ?? id))} is ${certain ? '' : 'perhaps '}replaced${becauseOf(change)}. The new one begins empty; ${how} with ${data}.`,
        cure: 'Plan how the data come over before you deploy.',
        resource: id,
        at: change.at,
      };
    }
  },
});
