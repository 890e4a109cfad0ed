import type { ResourceNode } from '../../model/rule.ts';
import { type Connection, connectionsOf } from '../facts/connections.ts';
import { called, enumerated } from '../words/nouns.ts';
import { defineConsequence, type Found } from './consequence.ts';
import type { ChangeContext } from './context.ts';

/** What decides whether a call is permitted. */
const permitting =
  /^AWS::(?:IAM::|KMS::Key$|Lambda::(?:Permission|ResourcePolicy)$|SQS::Queue\w*Policy$|SNS::Topic\w*Policy$)/;

export default defineConsequence({
  id: 'call-unpermitted',
  level: 'warning',
  kinds: ['broken'],
  title: 'A call that the template makes AWS make is not permitted any more',
  description:
    'A route, authorizer, rule, schedule, subscription, notification or state calls a function, queue, topic or state machine, or a function or pipe reads a queue, stream or table, and the change takes the permission away, or makes a connection that nothing permits. The key that a queue, topic or stream is encrypted with must let in who sends or reads, too. It fails at run time, mostly without a trace where the caller can see it.',
  *find(cx) {
    const all = cx.changes();
    if (all.length === 0) return;
    const decides = all.some(({ type }) => permitting.test(type));
    const refused = connectionsOf(cx.now).filter(({ from, to, owner, permission }) => {
      if (!decides && ![from, to, owner].some(({ id }) => cx.change(id))) return false;
      return permission().answer === 'no';
    });
    if (refused.length === 0) return;
    const old = new Map(
      connectionsOf(cx.old).map((each) => [keyOf(each, (id) => cx.partner(id) ?? id), each] as const),
    );
    const reported = new Set<string>();
    for (const each of refused) {
      const former = old.get(keyOf(each, (id) => id));
      const permission = former?.permission();
      // What was not permitted before is not a consequence of the change.
      if (permission?.answer === 'no') continue;
      const key = `${each.from.id} ${each.to.id} ${each.what}`;
      if (reported.has(key)) continue;
      reported.add(key);
      yield said(each, permission?.answer === 'yes' ? permission.by : [], former !== undefined, cx);
    }
  },
});

const keyOf = ({ owner, to, what, detail }: Connection, idOf: (id: string) => string): string =>
  [idOf(owner.id), idOf(to.id), what, detail].join(' ');

const said = (
  { verb, what, at, from, to, owner }: Connection,
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
  const callee = called(to.type, to.id);
  return {
    text: isKept
      ? `'${from.id}' can no longer ${verb} ${callee} (${what}): ${why}.`
      : `'${from.id}' ${verb}s ${callee} (${what}), but nothing in the template permits it.`,
    resource: owner.id,
    at: gone.length > 0 ? undefined : (changed.find((each) => each.after)?.at ?? at),
    wasAt: gone.find((node) => node.at)?.at,
  };
};
