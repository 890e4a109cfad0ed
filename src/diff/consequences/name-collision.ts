import type { ResourceChange } from '../compare/changes.ts';
import { connectionWords, type PhysicalName, physicalName } from '../facts/physical-name.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'name-collision',
  level: 'error',
  kinds: ['refused'],
  title: 'A new resource has the name of an existing one',
  description:
    'A new resource, or one that is replaced because its name changes, has the same name as another resource of the stack, or as one that this update removes or renames: CloudFormation deletes last, so the name is still taken.',
  *find(cx) {
    const taken = namesBefore(cx);
    const now = new Map<string, string>();
    for (const change of cx.changes()) {
      if (!isCreated(change) || !change.after) continue;
      const name = physicalName(change.type, cx.properties(change.after), cx.spec(change.type));
      if (!name) continue;
      const key = `${change.type} ${name.text}`;
      const holder = taken.get(key);
      // With the name that it had before it cannot be replaced at all, which is reported.
      const other = holder !== undefined && holder === change.before?.id ? undefined : (holder ?? now.get(key));
      now.set(key, change.id);
      if (other === undefined) continue;
      const fate = cx.change(cx.partner(other) ?? other)?.fate;
      const [removed, leaves] = [fate === 'removed', fate === 'removed' || fate === 'replaced'];
      yield {
        text: name.own
          ? `${capital(called(change.type, change.id))} gets the name '${name.text}', which '${other}' ${leaves ? 'still uses at that moment' : 'already uses'}: the update fails because the name is taken.`
          : connectionText(change, name, other, leaves),
        cure: removed
          ? `Remove '${other}' in a deployment before this one.`
          : leaves
            ? `Give one of them another '${name.own?.property ?? name.properties[0]}' for now, and change it in a later deployment.`
            : `Give one of them another '${name.own?.property ?? name.properties[0]}'.`,
        resource: change.id,
        at: change.at,
      };
    }
  },
});

const connectionText = ({ type, id }: ResourceChange, name: PhysicalName, other: string, leaves: boolean): string => {
  const { what, single } = connectionWords(type, name);
  return `${capital(called(type, id))} ${what} as '${other}'${leaves ? ', which is still there at that moment' : ''}: the update fails because there can be only one such ${single}.`;
};

/** Whether a physical resource is created for it. */
const isCreated = ({ fate, before }: ResourceChange): boolean =>
  (fate === 'added' && before === undefined) || fate === 'replaced';

/** The names that resources of the types that come new had before, by type and name. */
const namesBefore = (cx: ChangeContext): ReadonlyMap<string, string> => {
  const types = new Set(cx.changes().flatMap((change) => (isCreated(change) ? [change.type] : [])));
  const names = new Map<string, string>();
  for (const resource of cx.before.resources.values()) {
    if (!types.has(resource.type)) continue;
    const name = physicalName(resource.type, cx.properties(resource, cx.before), cx.spec(resource.type));
    if (name) names.set(`${resource.type} ${name.text}`, resource.id);
  }
  return names;
};
