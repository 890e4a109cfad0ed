import { readsOf } from '../../lint/facts/access/reads.ts';
import { groupBy } from '../../lint/facts/templates/grouping.ts';
import { isSwitch, isSwitchedOff } from '../facts/switched-off.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'queue-unread',
  level: 'warning',
  kinds: ['broken'],
  title: 'A queue or stream stays, but what read it is removed',
  description:
    'The last function or pipe of the template that read a queue or stream is removed, or the pipe is stopped. Messages and records stay in it until they expire, unless something outside of the template reads them. Where the function stays and only the connection is removed, that is reported as `trigger-removed`.',
  *find(cx) {
    if (cx.changes().length === 0) return;
    const isOff = (pipe: string) => isSwitchedOff(cx.properties(cx.after.resources.get(pipe)));
    const read = new Set(
      readsOf(cx.now)
        .filter(({ owner }) => owner.type !== 'AWS::Pipes::Pipe' || !isOff(owner.id))
        .map(({ source }) => source.id),
    );
    for (const [source, reads] of groupBy(readsOf(cx.old), (each) => each.source)) {
      const id = cx.partner(source.id);
      const fates = reads.map(({ reader, owner }) => {
        const now = cx.partner(reader.id);
        return now === undefined ? 'removed' : reader === owner && isOff(now) ? 'switched off' : 'kept';
      });
      if (id === undefined || read.has(id) || fates.includes('kept')) continue;
      const names = [...new Set(reads.map(({ reader }) => called(reader.type, reader.id)))];
      const off = fates.every((fate) => fate === 'switched off') ? cx.partner(reads[0]!.reader.id) : undefined;
      const difference = cx.change(off ?? '')?.differences.find(({ path }) => isSwitch(path));
      yield {
        text: `${capital(called(source.type, id))} is no longer read: ${enumerated(names)} ${names.length === 1 ? 'is' : 'are'} ${off === undefined ? 'removed' : 'switched off'}, and what is sent to it stays until it expires.`,
        resource: id,
        at: difference?.at,
        wasAt: difference?.wasAt ?? reads[0]!.reader.at,
      };
    }
  },
});
