import { invokedFunction } from '../../lint/facts/functions/invoked-function.ts';
import type { ResourceNode } from '../../model/rule.ts';
import { getIn } from '../../model/tree.ts';
import { enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

export default defineConsequence({
  id: 'stream-replaced',
  level: 'warning',
  kinds: ['replaced', 'lost'],
  title: 'The stream of a table ends, or is replaced by another one',
  description:
    'DynamoDB cannot change what a stream shows of an item: the stream ends, and a new one with another ARN begins. Records that were not read yet are not processed, consumers outside of the stack keep the old ARN, and functions of the stack read the new stream from `StartingPosition`.',
  *find(cx) {
    for (const change of cx.changes('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
      const { id, fate, before, after } = change;
      if (!before || !after || fate === 'replaced') continue;
      const [old, now] = [viewOf(cx, before, cx.before), viewOf(cx, after, cx.after)];
      if (old === undefined || old === now) continue;
      const difference = change.differences.find(({ path }) => path[0] === 'StreamSpecification');
      const readers = [
        ...new Set(cx.old.resources('AWS::Lambda::EventSourceMapping').flatMap(readerOf(before.id, cx))),
      ];
      const who = readers.length === 0 ? 'were not read yet' : `${enumerated(readers.map(quoted))} did not read yet`;
      yield {
        text:
          now === undefined
            ? `The stream of the table '${id}' ends: records that ${who} are not processed.`
            : `The stream of the table '${id}' is replaced because its view becomes ${now} instead of ${old}: records that ${who} are not processed, and the new stream has another ARN.`,
        resource: id,
        at: now === undefined ? undefined : (difference?.at ?? change.at),
        wasAt: difference?.wasAt,
      };
    }
  },
});

const quoted = (name: string): string => `'${name}'`;

const viewOf = (cx: ChangeContext, ...[resource, side]: Parameters<ChangeContext['properties']>) => {
  const view = getIn(cx.properties(resource, side), 'StreamSpecification', 'StreamViewType');
  return view === undefined ? undefined : symbolic(view);
};

/** The function that a mapping has read the stream of a table. */
const readerOf =
  (table: string, cx: ChangeContext) =>
  (mapping: ResourceNode): string[] => {
    if (cx.old.target(mapping.get('EventSourceArn'))?.id !== table) return [];
    const reader = invokedFunction(mapping.get('FunctionName'), cx.old);
    return reader ? [cx.partner(reader.id) ?? reader.id] : [];
  };
