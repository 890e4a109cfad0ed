import { get } from '../../model/tree.ts';
import { isSwitch } from '../facts/switched-off.ts';
import { type Trigger, triggersOf } from '../facts/triggers.ts';
import { called, capital } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'trigger-removed',
  level: 'warning',
  kinds: ['removed', 'broken'],
  title: 'Something no longer starts a function or state machine, or no longer sends to a queue',
  description:
    'An event source mapping, rule, schedule, subscription, notification or trigger that started a function or state machine, or sent to a queue, is removed or switched off, and nothing else connects the two. Its events are no longer processed; messages stay in a queue until they expire.',
  *find(cx) {
    const now = triggersOf(cx.after);
    const connected = new Map<string, Trigger>();
    for (const each of now) {
      const key = keyOf(each, (id) => id);
      if (connected.get(key)?.isOff ?? true) connected.set(key, each);
    }
    const replaced = successors(now, cx);
    for (const trigger of triggersOf(cx.before)) {
      const target = cx.partner(trigger.target.id);
      if (target === undefined || trigger.isOff) continue;
      const still = connected.get(keyOf(trigger, (id) => cx.partner(id) ?? `(${id})`));
      if (still && !still.isOff) continue;
      if (!still && trigger.source === trigger.owner && replaced.has(`${target} ${trigger.what}`)) continue;
      const change = still && cx.change(still.owner.id);
      const off = change?.differences.find(({ path }) => isSwitch(path));
      yield {
        text: `${capital(called(trigger.target.type, target))} ${trigger.target.type === 'AWS::SQS::Queue' ? 'no longer receives from' : 'is no longer started by'} ${sourceText(trigger, cx)}${connectionText(trigger)} is ${still ? 'switched off' : 'removed'}.`,
        resource: target,
        at: still ? (off?.at ?? still.at) : undefined,
        wasAt: still ? off?.wasAt : trigger.at,
      };
    }
  },
});

const keyOf = ({ target, source, text, owner }: Trigger, idOf: (id: string) => string): string =>
  `${idOf(target.id)} ${source ? idOf(source.id) : text || idOf(owner.id)}`;

/** What comes in the place of rules and schedules, which are sources of their own: `target what` of those that are new. */
const successors = (now: readonly Trigger[], cx: ChangeContext): ReadonlySet<string> =>
  new Set(
    now
      .filter(({ source, owner, isOff }) => source === owner && !isOff && cx.former(owner.id) === undefined)
      .map(({ target, what }) => `${target.id} ${what}`),
  );

/** `the queue 'Work'`, `the rule 'Nightly' (rate(1 day))`, `arn:aws:sqs:…` */
const sourceText = ({ source, text, owner }: Trigger, cx: ChangeContext): string => {
  if (!source) return text || called(owner.type, owner.id);
  const schedule = get(cx.properties(cx.before.resources.get(source.id), cx.before), 'ScheduleExpression');
  return `${called(source.type, source.id)}${schedule === undefined ? '' : ` (${symbolic(schedule)})`}`;
};

/** What stands between the two: `: the subscription`; of a source of its own nothing does. */
const connectionText = ({ source, owner, what }: Trigger): string =>
  source === owner && !/notification|trigger/.test(what) ? ', which' : `: ${what.replace(/^an? /, 'the ')}`;
