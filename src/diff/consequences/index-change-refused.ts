import { get, isList, type Json } from '../../model/tree.ts';
import type { Difference } from '../compare/differences.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'index-change-refused',
  level: 'error',
  kinds: ['refused'],
  title: 'DynamoDB refuses to change an index in place, and to add or remove a local one',
  description:
    'The keys and the projection of a secondary index are fixed when it is created. CloudFormation fails when they change under the same `IndexName`. For a global secondary index, create one with another name, and remove the old one in a later deployment. A local secondary index is created and deleted with its table only.',
  *find(cx) {
    for (const change of cx.changes('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
      if (change.fate === 'replaced' || !change.before || !change.after) continue;
      const indexes = new Map(change.differences.filter(isFixed).map((each) => [String(each.path[1]), each]));
      for (const [name, { path, certain, at, wasAt }] of indexes) {
        yield {
          text: `The index '${name}' of the table '${change.id}' changes its '${path[2]}': DynamoDB ${certain ? '' : 'perhaps '}refuses to change that in place.`,
          cure: path[0] === local ? cureOfLocal : cureOfGlobal,
          level: certain ? 'error' : 'warning',
          resource: change.id,
          at: at ?? change.at,
          wasAt,
        };
      }
      for (const { path, before, after, certain, at, wasAt } of change.differences.filter(isWholeLocal)) {
        const names = path.length > 1 ? [String(path[1])] : indexNames(before ?? after);
        for (const name of names) {
          yield {
            text: `The local secondary index '${name}' of the table '${change.id}' is ${before === undefined ? 'new' : 'removed'}: DynamoDB creates and deletes local indexes with their table only, and the update ${certain ? '' : 'perhaps '}fails.`,
            cure: cureOfLocal,
            level: certain ? 'error' : 'warning',
            resource: change.id,
            at: at ?? change.at,
            wasAt,
          };
        }
      }
    }
  },
});

const local = 'LocalSecondaryIndexes';
const cureOfGlobal = 'Give the index a new name, and remove the old one in a later deployment.';
const cureOfLocal = 'Create another table with the indexes and copy the items, or use a global secondary index.';

const isWholeLocal = ({ path, before, after }: Difference): boolean =>
  path[0] === local && path.length <= 2 && (before === undefined) !== (after === undefined);

const indexNames = (list: Json | undefined): string[] =>
  isList(list) ? list.map((each) => symbolic(get(each, 'IndexName') ?? '')) : [];

const isFixed = ({ path }: Difference): boolean =>
  (path[0] === 'GlobalSecondaryIndexes' || path[0] === local) && (path[2] === 'KeySchema' || path[2] === 'Projection');
