import { get, isList, type Json } from '../../model/tree.ts';
import type { Difference } from '../compare/differences.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'several-index-changes',
  level: 'error',
  kinds: ['refused'],
  title: 'DynamoDB refuses more than one new or removed index in an update',
  description:
    'DynamoDB creates or deletes one global secondary index of a table at a time, and CloudFormation does not split the update: it fails.',
  *find(cx) {
    for (const change of cx.changes('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
      if (change.fate !== 'changed' || !change.certain) continue;
      const indexes = change.differences.flatMap(wholeIndexes);
      if (indexes.length < 2) continue;
      yield {
        text: `The table '${change.id}' changes ${indexes.length} indexes at once (${indexes.map(({ name }) => name).join(', ')}): DynamoDB refuses more than one in an update.`,
        cure: 'Deploy them one after the other.',
        resource: change.id,
        at: indexes.find(({ at }) => at)?.at,
      };
    }
  },
});

/** The indexes that come or go with a difference: one of them, or the whole list. */
const wholeIndexes = ({ path, before, after, at }: Difference): { name: string; at: Difference['at'] }[] => {
  if (path[0] !== 'GlobalSecondaryIndexes' || path.length > 2 || (before === undefined) === (after === undefined))
    return [];
  const names = path.length === 2 ? [String(path[1])] : namesOf(before ?? after);
  return names.map((name) => ({ name: `${before === undefined ? 'new' : 'removed'} '${name}'`, at }));
};

const namesOf = (list: Json | undefined): string[] =>
  isList(list) ? list.map((each) => symbolic(get(each, 'IndexName') ?? '')) : [];
