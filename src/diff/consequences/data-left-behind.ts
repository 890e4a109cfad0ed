import { heldData, isRestored } from '../facts/held-data.ts';
import { called, capital } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'data-left-behind',
  level: 'warning',
  kinds: ['replaced'],
  title: 'A new, empty table, queue, bucket … replaces one that is kept',
  description:
    'The old resource is retained, or a snapshot of it is taken, so no data is lost. But the stack uses the new resource, which is empty: the data must be migrated by hand, and a retained resource is no longer managed by the stack.',
  *find(cx) {
    for (const change of cx.changes()) {
      const { id, formerId, type, fate, certain, oldCopy, heldName } = change;
      if (fate !== 'replaced' || oldCopy === 'deleted' || oldCopy === undefined || heldName) continue;
      const data = heldData(type, cx.properties(change.before, cx.before), cx.spec(type));
      if (data === undefined) continue;
      const how =
        oldCopy === 'retained' ? 'the old one stays outside of the stack' : 'a snapshot of the old one is kept';
      const start = isRestored(type, cx.properties(change.after)) ? 'is restored from a snapshot' : 'starts empty';
      yield {
        text: `${capital(called(type, formerId ?? id))} is ${certain ? '' : 'perhaps '}replaced${becauseOf(change)}. The new one ${start}; ${how} with ${data}.`,
        cure: 'Plan how the data come over before you deploy.',
        resource: id,
        at: change.at,
      };
    }
  },
});
