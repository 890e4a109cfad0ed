import { groupBy } from '../../lint/facts/templates/grouping.ts';
import { get } from '../../model/tree.ts';
import type { ResourceChange } from '../compare/changes.ts';
import type { Side } from '../side.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'renamed',
  level: 'warning',
  kinds: ['removed'],
  title: 'A resource with a new logical id is recreated',
  description:
    'CloudFormation identifies resources by their logical ids only. A resource with a new id is a new resource: it is created, and the old one is deleted. Ids of generated resources derive from those of the resource and event that they belong to; they are reported once, with what is written in the template.',
  *find(cx) {
    const renamed = cx.changes().filter((change) => change.renamed);
    const [before, after] = [writtenOf(cx.before), writtenOf(cx.after)];
    const groups = groupBy(renamed, ({ id, formerId, at }) => {
      const [from, to] = [before(formerId!), after(id)];
      // Of a resource that stays what it was, an event or another entry is renamed.
      return from === to ? (at ?? id) : `${from} ${to}`;
    });
    for (const group of groups.values()) {
      const main = group.find(({ id, formerId }) => before(formerId!) === formerId && after(id) === id) ?? group[0]!;
      const others = group.filter((each) => each !== main).map(({ formerId }) => `'${formerId}'`);
      const more = others.length === 0 ? '' : ` The same applies to what is generated for it: ${enumerated(others)}.`;
      yield {
        text: `${capital(called(main.type, main.formerId!))} gets the logical id '${main.id}': CloudFormation creates a new one, and the old one ${fateOf(main)}.${more}`,
        cure: `Keep the logical id '${main.formerId}' if it is the same resource.`,
        resource: main.id,
        at: main.at,
      };
    }
  },
});

const fateOf = ({ oldCopy }: ResourceChange): string => {
  if (oldCopy === 'deleted') return 'is deleted';
  return oldCopy === 'retained' ? 'stays outside of the stack' : 'is deleted after a snapshot';
};

/** The resource of the template as it is written that a generated one belongs to. */
const writtenOf = ({ attempt }: Side): ((id: string) => string) => {
  const owners = new Map([...attempt.made].flatMap(([owner, ids]) => ids.map((id) => [id, owner] as const)));
  const resources = get(attempt.source, 'Resources');
  return (id) => (get(resources, id) === undefined ? owners.get(id) || id : id);
};
