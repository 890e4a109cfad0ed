import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'type-changed',
  level: 'error',
  kinds: ['refused'],
  title: 'CloudFormation refuses another type under the same logical id',
  description:
    'The type of a logical id cannot change while the stack contains it. An update that changes it fails before it starts.',
  *find(cx) {
    for (const { id, fate, before, after, at } of cx.changes()) {
      if (fate !== 'refused') continue;
      yield {
        text: `'${id}' changes its type from ${before!.type} to ${after!.type}: CloudFormation refuses the update.`,
        cure: 'Give the new resource another logical id.',
        resource: id,
        at,
      };
    }
  },
});
