import { groupBy } from '../../lint/facts/templates/grouping.ts';
import { get } from '../../model/tree.ts';
import type { ResourceChange } from '../compare/changes.ts';
import type { Side } from '../side.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence, type Found } from './consequence.ts';

export default defineConsequence({
  id: 'renamed',
  level: 'warning',
  kinds: ['removed'],
  title: 'A resource with a new logical id is recreated',
  description:
    'CloudFormation identifies resources by their logical ids only. A resource with a new id is a new resource: it is created, and the old one is deleted. Ids of generated resources derive from those of the resource and event that they belong to; they are reported once, with what is written in the template.',
  *find(cx) {
    // What is refused for its name is reported as that.
    const renamed = cx.changes().filter((change) => change.renamed && !(change.heldName && !change.heldName.own));
    const [before, after] = [writtenOf(cx.before), writtenOf(cx.after)];
    const groups = groupBy(renamed, ({ id, formerId }) => `${before(formerId!)} ${after(id)}`);
    for (const group of groups.values()) {
      const [first] = group;
      const owner = after(first!.id);
      // Of a resource that stays what it was, events or other entries are renamed.
      yield before(first!.formerId!) === owner ? ofEntries(owner, group) : ofResource(group, before, after);
    }
  },
});

const ofEntries = (owner: string, group: readonly ResourceChange[]): Found => {
  const names = group.map(({ formerId, id }) => `'${formerId}' → '${id}'`);
  return {
    text: `What is generated for '${owner}' gets other logical ids (${enumerated(names, 4)}): CloudFormation creates it anew and deletes the old.`,
    cure: `Keep the names that the entries of '${owner}' had.`,
    level: group.every(({ type }) => isWithoutState(type)) ? 'info' : 'warning',
    resource: owner,
    at: group.find(({ at }) => at)?.at,
  };
};

/** Permissions are granted anew before the old ones go. */
const isWithoutState = (type: string): boolean => type === 'AWS::Lambda::Permission';

const ofResource = (
  group: readonly ResourceChange[],
  before: (id: string) => string,
  after: (id: string) => string,
): Found => {
  const main = group.find(({ id, formerId }) => before(formerId!) === formerId && after(id) === id) ?? group[0]!;
  const others = group.filter((each) => each !== main).map(({ formerId }) => `'${formerId}'`);
  const more = others.length === 0 ? '' : ` The same applies to what is generated for it: ${enumerated(others)}.`;
  return {
    text: `${capital(called(main.type, main.formerId!))} gets the logical id '${main.id}': CloudFormation creates a new one, and the old one ${fateOf(main)}.${more}`,
    cure: `Keep the logical id '${main.formerId}' if it is the same resource.`,
    resource: main.id,
    at: main.at,
  };
};

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
