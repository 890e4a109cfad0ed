import type { Difference } from '../compare/differences.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'several-index-changes',
  level: 'error',
  kinds: ['refused'],
  title: 'DynamoDB refuses more than one new or removed index in an update',
  description:
    'DynamoDB creates or deletes one global secondary index of a table at a time, and CloudFormation does not split the update: it fails.',
  *find(cx) {
    for (const change of cx.changes('AWS::DynamoDB::Table')) {
      if (change.fate !== 'changed' || !change.certain) continue;
      const indexes = change.differences.filter(isWholeIndex);
      if (indexes.length < 2) continue;
      const names = indexes.map(({ path, before }) => `${before === undefined ? 'new' : 'removed'} '${path[1]}'`);
      yield {
        text: `The table '${change.id}' changes ${indexes.length} indexes at once (${names.join(', ')}): DynamoDB refuses more than one in an update.`,
        cure: 'Deploy them one after the other.',
        resource: change.id,
        at: indexes.find(({ at }) => at)?.at,
      };
    }
  },
});

const isWholeIndex = ({ path, before, after }: Difference): boolean =>
  path[0] === 'GlobalSecondaryIndexes' && path.length === 2 && (before === undefined) !== (after === undefined);
