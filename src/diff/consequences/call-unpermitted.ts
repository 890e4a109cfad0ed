import { type Call, callsOf, permissionOf } from '../../lint/facts/access/index.ts';
import type { ResourceNode } from '../../model/rule.ts';
import { called, enumerated } from '../words/nouns.ts';
import { defineConsequence, type Found } from './consequence.ts';
import type { ChangeContext } from './context.ts';

/** What decides whether a call is permitted. */
const permitting = /^AWS::(?:IAM::|Lambda::(?:Permission|ResourcePolicy)$|SQS::Queue\w*Policy$|SNS::Topic\w*Policy$)/;

export default defineConsequence({
  id: 'call-unpermitted',
  level: 'warning',
  kinds: ['broken'],
  title: 'A call that the template makes AWS make is not permitted any more',
  description:
    'A route, authorizer, rule, schedule, subscription, notification or state calls a function, queue, topic or state machine, and the change takes the permission away, or makes a call that nothing permits. The call fails at run time, mostly without a trace where the caller can see it.',
  *find(cx) {
    const all = cx.changes();
    const decides = all.some(({ type }) => permitting.test(type));
    const old = new Map<string, Call>();
    const refused = callsOf(cx.now).filter((call) => {
      if (!call.target || !(decides || [call.sender.owner, call.target].some(({ id }) => cx.change(id)))) return false;
      return permissionOf(call, cx.now).answer === 'no';
    });
    if (refused.length === 0) return;
    for (const call of callsOf(cx.old))
      old.set(
        keyOf(call, (id) => cx.partner(id) ?? id),
        call,
      );
    const reported = new Set<string>();
    for (const call of refused) {
      const former = old.get(keyOf(call, (id) => id));
      const permission = former && permissionOf(former, cx.old);
      // What was not permitted before is no consequence of the change.
      if (permission?.answer === 'no') continue;
      const sender = call.sender.source ?? call.sender.owner;
      const key = `${sender.id} ${call.target!.id} ${call.what}`;
      if (reported.has(key)) continue;
      reported.add(key);
      yield said(call, sender, permission?.answer === 'yes' ? permission.by : [], former !== undefined, cx);
    }
  },
});

/** One call: what makes it, and what it calls. Of the routes of an API, each one. */
const keyOf = ({ sender, target, what, called: fn }: Call, idOf: (id: string) => string): string =>
  [idOf(sender.owner.id), target && idOf(target.id), fn?.qualifier, what, sender.rest].join(' ');

const said = (
  { what, at, target, sender }: Call,
  from: ResourceNode,
  by: readonly ResourceNode[],
  isKept: boolean,
  cx: ChangeContext,
): Found => {
  const gone = by.filter(({ id }) => cx.partner(id) === undefined);
  const changed = by.flatMap(({ id }) => cx.change(cx.partner(id) ?? '') ?? []);
  const names = (nodes: readonly { readonly id: string }[]) =>
    enumerated(
      nodes.map(({ id }) => `'${id}'`),
      3,
    );
  const why =
    gone.length > 0
      ? `${names(gone)}, which permitted it, ${gone.length === 1 ? 'is' : 'are'} removed`
      : changed.length > 0
        ? `${names(changed)} no longer permit${changed.length === 1 ? 's' : ''} it`
        : 'nothing in the template permits it';
  const callee = called(target!.type, target!.id);
  return {
    text: isKept
      ? `'${from.id}' can no longer call ${callee} (${what}): ${why}.`
      : `'${from.id}' calls ${callee} (${what}), but nothing in the template permits it.`,
    resource: sender.owner.id,
    at: gone.length > 0 ? undefined : (changed.find((each) => each.after)?.at ?? at),
    wasAt: gone.find((node) => node.at)?.at,
  };
};
