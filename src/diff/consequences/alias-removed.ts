import { functionBehind } from '../../lint/facts/functions/links.ts';
import { machineBehind } from '../../lint/facts/functions/rollouts.ts';
import type { ResourceNode, TemplateView } from '../../model/rule.ts';
import type { Side } from '../side.ts';
import { called, capital } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'alias-removed',
  level: 'warning',
  kinds: ['removed', 'broken'],
  title: 'An alias of a function or state machine is removed or renamed',
  description:
    'The name of an alias is part of its ARN. Callers outside of the stack that use the old ARN, and permissions granted on it, fail after the deployment.',
  *find(cx) {
    const removed = cx.changes(...types).filter((change) => change.before && change.oldCopy !== 'retained');
    if (removed.length === 0) return;
    const kept = cx.now.resources(...types).map((alias) => named(alias, cx.now, cx.after, cx));
    for (const { id, formerId, at, after, differences } of removed) {
      const { owner, name } = named(cx.old.resource(formerId ?? id), cx.old, cx.before, cx);
      const stays = owner && cx.partner(owner.id);
      if (stays === undefined || kept.some((each) => each.owner?.id === stays && each.name === name)) continue;
      const others = kept.filter((each) => each.owner?.id === stays);
      const next = others.length === 1 ? ` Its only alias is now '${others[0]!.name}'.` : '';
      const renamed = differences.find(({ path }) => path[0] === 'Name');
      yield {
        text: `${capital(called(owner!.type, stays))} loses its alias '${name}': calls to the ARN that ends in ':${name}' fail.${next}`,
        cure: `Keep the alias '${name}' until all callers use another ARN.`,
        resource: id,
        at: after && (renamed?.at ?? at),
        wasAt: after ? renamed?.wasAt : at,
      };
    }
  },
});

const types = ['AWS::Lambda::Alias', 'AWS::StepFunctions::StateMachineAlias'];

/** The function or state machine behind an alias, and the name of the alias. */
const named = (alias: ResourceNode | undefined, view: TemplateView, side: Side, cx: ChangeContext) => {
  const name = alias && cx.properties(side.resources.get(alias.id), side)['Name'];
  return {
    owner: alias && (functionBehind(view, alias) ?? machineBehind(alias, view)),
    name: name === undefined ? '' : symbolic(name),
  };
};
