import { physicalName } from '../facts/physical-name.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'name-collision',
  level: 'error',
  title: 'A new resource has the name of an existing one',
  description:
    'A new resource has the same name as another resource of the stack, or as one that this update removes: CloudFormation deletes last, so the name is still taken.',
  *find(cx) {
    const taken = namesBefore(cx);
    const now = new Map<string, string>();
    for (const change of cx.changes()) {
      if (change.fate !== 'added' || !change.after) continue;
      const name = physicalName(change.type, cx.properties(change.after), cx.spec(change.type));
      if (!name) continue;
      const key = `${change.type} ${name.text}`;
      const other = taken.get(key) ?? now.get(key);
      now.set(key, change.id);
      if (other === undefined) continue;
      const removed = cx.change(other)?.fate === 'removed';
      yield {
        text: `${capital(called(change.type, change.id))} gets the name '${name.text}', which '${other}' ${removed ? 'still uses at that moment' : 'already uses'}: the update fails because the name is taken.`,
        cure: removed
          ? `Remove '${other}' in a deployment before this one.`
          : `Give one of them another '${name.properties[0]}'.`,
        resource: change.id,
        at: change.at,
      };
    }
  },
});

/** The names that resources of the types that come new had before, by type and name. */
const namesBefore = (cx: ChangeContext): ReadonlyMap<string, string> => {
  const types = new Set(cx.changes().flatMap(({ fate, type }) => (fate === 'added' ? [type] : [])));
  const names = new Map<string, string>();
  for (const resource of cx.before.resources.values()) {
    if (!types.has(resource.type)) continue;
    const name = physicalName(resource.type, cx.properties(resource, cx.before), cx.spec(resource.type));
    if (name) names.set(`${resource.type} ${name.text}`, resource.id);
  }
  return names;
};
