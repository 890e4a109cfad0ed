import { functionBehind } from '../../lint/facts/functions/links.ts';
import type { ResourceNode, TemplateView } from '../../model/rule.ts';
import type { Side } from '../side.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'alias-removed',
  level: 'warning',
  kinds: ['removed', 'broken'],
  title: 'An alias of a function is removed or renamed',
  description:
    'The name of an alias is part of its ARN. Callers outside of the stack that use the old ARN, and permissions granted on it, fail after the deployment.',
  *find(cx) {
    const removed = cx.changes('AWS::Lambda::Alias').filter((change) => change.before && change.oldCopy !== 'retained');
    if (removed.length === 0) return;
    const kept = cx.now.resources('AWS::Lambda::Alias').map((alias) => named(alias, cx.now, cx.after, cx));
    for (const { id, formerId, at, after, differences } of removed) {
      const { fn, name } = named(cx.old.resource(formerId ?? id), cx.old, cx.before, cx);
      const stays = fn === undefined ? undefined : cx.partner(fn);
      if (stays === undefined || kept.some((each) => each.fn === stays && each.name === name)) continue;
      const others = kept.filter((each) => each.fn === stays);
      const next = others.length === 1 ? ` Its only alias is now '${others[0]!.name}'.` : '';
      const renamed = differences.find(({ path }) => path[0] === 'Name');
      yield {
        text: `The function '${stays}' loses its alias '${name}': calls to the ARN that ends in ':${name}' fail.${next}`,
        cure: `Keep the alias '${name}' until all callers use another ARN.`,
        resource: id,
        at: after && (renamed?.at ?? at),
        wasAt: after ? renamed?.wasAt : at,
      };
    }
  },
});

/** The id of the function behind an alias, and the name of the alias. */
const named = (alias: ResourceNode | undefined, view: TemplateView, side: Side, cx: ChangeContext) => {
  const name = alias && cx.properties(side.resources.get(alias.id), side)['Name'];
  return { fn: alias && functionBehind(view, alias)?.id, name: name === undefined ? '' : symbolic(name) };
};
