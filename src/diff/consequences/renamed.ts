import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'renamed',
  level: 'warning',
  kind: 'removed',
  title: 'A resource with a new logical id is recreated',
  description:
    'CloudFormation identifies resources by their logical ids only. A resource with a new id is a new resource: it is created, and the old one is deleted. Ids of generated resources derive from those of the resource and event that they belong to.',
  *find(cx) {
    for (const { renamed, id, formerId, type, oldCopy, at } of cx.changes()) {
      if (!renamed) continue;
      const old =
        oldCopy === 'deleted'
          ? 'is deleted'
          : oldCopy === 'retained'
            ? 'stays outside of the stack'
            : 'is deleted after a snapshot';
      yield {
        text: `${capital(called(type, formerId!))} gets the logical id '${id}': CloudFormation creates a new one, and the old one ${old}.`,
        cure: `Keep the logical id '${formerId}' if it is the same resource.`,
        resource: id,
        at,
      };
    }
  },
});
