import type { Difference } from '../compare/differences.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'index-change-refused',
  level: 'error',
  kinds: ['refused'],
  title: 'DynamoDB refuses to change the keys or the projection of an index',
  description:
    'The keys and the projection of a secondary index are fixed when it is created. CloudFormation fails when they change under the same `IndexName`. For a global secondary index, create one with another name, and remove the old one in a later deployment.',
  *find(cx) {
    for (const change of cx.changes('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
      if (change.fate === 'replaced' || !change.before || !change.after) continue;
      const indexes = new Map(change.differences.filter(isFixed).map((each) => [String(each.path[1]), each]));
      for (const [name, { path, certain, at, wasAt }] of indexes) {
        yield {
          text: `The index '${name}' of the table '${change.id}' changes its '${path[2]}': DynamoDB ${certain ? '' : 'perhaps '}refuses to change that in place.`,
          cure: 'Give the index a new name, and remove the old one in a later deployment.',
          level: certain ? 'error' : 'warning',
          resource: change.id,
          at: at ?? change.at,
          wasAt,
        };
      }
    }
  },
});

const isFixed = ({ path }: Difference): boolean =>
  (path[0] === 'GlobalSecondaryIndexes' || path[0] === 'LocalSecondaryIndexes') &&
  (path[2] === 'KeySchema' || path[2] === 'Projection');
