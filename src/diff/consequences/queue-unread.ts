import { readsOf } from '../../lint/facts/access/reads.ts';
import { groupBy } from '../../lint/facts/templates/grouping.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'queue-unread',
  level: 'warning',
  kinds: ['broken'],
  title: 'A queue or stream stays, but what read it is removed',
  description:
    'The last function or pipe of the template that read a queue or stream is removed. Messages and records stay in it until they expire, unless something outside of the template reads them. Where the function stays and only the connection is removed, that is reported as `trigger-removed`.',
  *find(cx) {
    if (cx.changes().length === 0) return;
    const read = new Set(readsOf(cx.now).map(({ source }) => source.id));
    for (const [source, reads] of groupBy(readsOf(cx.old), (each) => each.source)) {
      const id = cx.partner(source.id);
      const isRemoved = reads.every(({ reader }) => cx.partner(reader.id) === undefined);
      if (id === undefined || read.has(id) || !isRemoved) continue;
      const names = [...new Set(reads.map(({ reader }) => called(reader.type, reader.id)))];
      yield {
        text: `${capital(called(source.type, id))} is no longer read: ${enumerated(names)} ${names.length === 1 ? 'is' : 'are'} removed, and what is sent to it stays until it expires.`,
        resource: id,
        at: undefined,
        wasAt: reads[0]!.reader.at,
      };
    }
  },
});
