import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'renamed',
  level: 'warning',
  kind: 'removed',
  title: 'A resource under another logical id is made anew',
  description:
    'CloudFormation knows resources by their logical ids only. One with another id is a new resource to it: it makes that one, and deletes the old one. Ids of generated resources follow those of the resource and event that they come from.',
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
        text: `${capital(called(type, formerId!))} is called '${id}' now: CloudFormation makes a new one, and the old one ${old}.`,
        cure: `Keep the logical id '${formerId}' if it is the same resource.`,
        resource: id,
        at,
      };
    }
  },
});
