import { functionBehind } from '../../lint/facts/functions/links.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

/** Types that others use by an ARN, and hold nothing that is lost with them; and who uses it. */
const users: ReadonlyMap<string, string> = new Map([
  ['AWS::Events::EventBus', 'senders and rules'],
  ['AWS::IAM::Role', 'policies and accounts'],
  ['AWS::Lambda::Function', 'callers'],
]);

export default defineConsequence({
  id: 'arn-changes',
  level: 'warning',
  kinds: ['replaced', 'broken'],
  title: 'A function, role or event bus is recreated and gets another ARN',
  description:
    'References inside of the template follow. What is outside of it and uses the old ARN (other stacks, other accounts, policies, clients) no longer works; this counts for the ARNs of the aliases and versions of a function, too. A resource with another logical id is reported as `renamed`.',
  *find(cx) {
    for (const change of cx.changes(...users.keys())) {
      if (change.fate !== 'replaced' || change.heldName || change.renamed) continue;
      const aliases = aliasesOf(change.id, cx);
      const also =
        aliases.length === 0
          ? ''
          : `, and so ${aliases.length === 1 ? 'does the alias' : 'do the aliases'} ${enumerated(aliases)}`;
      yield {
        text: `${capital(called(change.type, change.id))} is ${change.certain ? '' : 'perhaps '}recreated${becauseOf(change)} and gets another ARN${also}: ${users.get(change.type)} outside of this template that use the old one no longer reach it.`,
        cure: 'Update what uses the old ARN, or keep the properties that it is recreated for.',
        resource: change.id,
        at: change.at,
      };
    }
  },
});

const aliasesOf = (id: string, cx: ChangeContext): string[] =>
  cx.now
    .resources('AWS::Lambda::Alias')
    .filter((alias) => functionBehind(cx.now, alias)?.id === id && cx.former(alias.id) !== undefined)
    .map((alias) => `'${alias.id}'`);
