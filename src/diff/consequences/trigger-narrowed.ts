import { bucketEvents, takesInEvent } from '../facts/bucket-events.ts';
import { letThroughAll, patternProperties } from '../facts/event-patterns.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence, type Found } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'trigger-narrowed',
  level: 'warning',
  kinds: ['broken'],
  title: 'A rule, subscription, event source mapping or bucket passes on other or fewer events',
  description:
    'The pattern or filter no longer takes in all events that it took in before, or a bucket notifies of other events. The events that are left out are not processed; an event source mapping of a queue deletes the messages that its filter leaves out. A pattern that only takes in more is not reported, and one of which that is not known is reported as *perhaps*.',
  *find(cx) {
    yield* patternsNarrowed(cx);
    yield* bucketsNarrowed(cx);
  },
});

function* patternsNarrowed(cx: ChangeContext): Generator<Found> {
  const isResource = (id: string) => cx.before.resources.has(id) || cx.after.resources.has(id);
  for (const change of cx.changes(...patternProperties.keys())) {
    if (!change.before || !change.after) continue;
    const { property, patterns } = patternProperties.get(change.type)!;
    const old = patterns(cx.properties(change.before, cx.before));
    const now = patterns(cx.properties(change.after));
    const answer = old && now ? letThroughAll(now, old, isResource) : 'yes';
    if (answer === 'yes') continue;
    const differences = change.differences.filter(({ path }) => String(path[0]).startsWith(property));
    const difference = differences[0];
    const isCertain = answer === 'no' && (differences.length === 0 || differences.some(({ certain }) => certain));
    yield {
      text: `${capital(called(change.type, change.id))} ${isCertain ? '' : 'perhaps '}passes on other or fewer events: '${property}' ${isCertain ? 'no longer takes in' : 'may no longer take in'} all that it did.`,
      resource: change.id,
      at: difference?.at ?? change.at,
      wasAt: difference?.wasAt,
    };
  }
}

function* bucketsNarrowed(cx: ChangeContext): Generator<Found> {
  for (const change of cx.changes('AWS::S3::Bucket')) {
    if (!change.before || !change.after) continue;
    const now = bucketEvents(cx.properties(change.after));
    const targets = new Set(now.map(({ target }) => target));
    // A target that is not notified at all any more is reported as `trigger-removed`.
    const lost = bucketEvents(cx.properties(change.before, cx.before)).filter(
      (old) => targets.has(old.target) && !now.some((each) => takesInEvent(each, old)),
    );
    if (lost.length === 0) continue;
    const difference = change.differences.find(({ path }) => path[0] === 'NotificationConfiguration');
    yield {
      text: `${capital(called(change.type, change.id))} no longer notifies of all that it did: ${enumerated([...new Set(lost.map(textOf))])}.`,
      resource: change.id,
      at: difference?.at ?? change.at,
      wasAt: difference?.wasAt,
    };
  }
}

const textOf = ({ event, prefix, suffix }: ReturnType<typeof bucketEvents>[number]): string =>
  `'${event}'${prefix === '' && suffix === '' ? '' : ` of '${prefix}*${suffix}'`}`;
