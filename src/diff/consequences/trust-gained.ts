import type { Row } from '../permissions/rows.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import { causeOf, noLongerDenied, perhapsOf } from './permission-words.ts';

export default defineConsequence({
  id: 'trust-gained',
  level: 'warning',
  kinds: ['widened', 'public'],
  title: 'Another principal can assume a role',
  description:
    'The trust policy of the role allows another account, identity provider or service. Everyone (`*`) without a condition is an error.',
  *find(cx) {
    for (const { id, relation, type, holder, gained, known } of cx.permissions) {
      if (relation !== 'trust') continue;
      const denials = holder === 'kept' ? gained.filter(({ effect }) => effect === 'Deny') : [];
      if (denials.length > 0) yield { ...noLongerDenied(type, id, denials), level: 'warning' };
      const allowed = gained.filter(({ effect }) => effect !== 'Deny');
      const rows = holder === 'kept' ? allowed : allowed.filter(isForeign);
      for (const row of new Map(rows.map((each) => [each.principal, each])).values()) {
        const anybody = row.principal === 'AWS:*' && row.condition === '' && row.when === '';
        yield {
          text: `${capital(called(type, id))} can now ${perhapsOf([row])}be assumed by ${whoOf(row)}${row.condition === '' ? '' : ` if ${row.condition}`}.`,
          level: anybody ? 'error' : 'warning',
          kinds: anybody ? ['widened', 'public'] : ['widened'],
          resource: id,
          at: causeOf(row, known),
        };
      }
    }
  },
});

/** Whether a principal is not a service of AWS. */
const isForeign = ({ principal }: Row): boolean => !principal.startsWith('Service:');

const whoOf = ({ principal, kind, action }: Row): string => {
  if (kind === 'except') return `all but some (${action})`;
  if (principal === 'AWS:*') return 'anyone';
  const [sort, ...rest] = principal.split(':');
  const name = rest.join(':');
  if (sort === 'Service') return `the service ${name}`;
  if (sort === 'Federated') return `the identity provider ${name}`;
  return /^\d{12}$/.test(name) ? `the account ${name}` : name;
};
