import { groupBy } from '../../lint/facts/templates/grouping.ts';
import { meansOwnAccount } from '../permissions/own-account.ts';
import type { Row } from '../permissions/rows.ts';
import { isUnwritten } from '../permissions/without-policy.ts';
import { brief } from '../words/brief.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';
import { causeOf, noLongerDenied, perhapsOf } from './permission-words.ts';

export default defineConsequence({
  id: 'callers-gained',
  level: 'warning',
  kinds: ['widened', 'public'],
  title: 'Another account, service or the public gains access to a queue, topic, bucket, function …',
  description:
    'The resource policy grants access to another account, a service or everyone. Access for everyone without a condition is an error. A service that acts on behalf of another resource of the same template (an API that calls its function) is not reported, nor is a condition that only the own account meets (`aws:SourceAccount`, `aws:PrincipalAccount` …). A REST API, a VPC endpoint and a file system let everybody in while they have no policy, so that their first policy takes something away and removing it gives it.',
  *find(cx) {
    for (const { id, relation, type, gained, holder, known } of cx.permissions) {
      if (relation !== 'resource' || holder === 'removed') continue;
      const denials = holder === 'kept' ? gained.filter(({ effect }) => effect === 'Deny') : [];
      if (denials.length > 0) yield noLongerDenied(type, id, denials);
      // The URL itself is reported.
      const rows = gained.filter(
        (row) =>
          row.effect === 'Allow' &&
          !/FunctionUrlAuthType|InvokedViaFunctionUrl/.test(row.condition) &&
          !actsInside(row, cx) &&
          // An API that loses its policy is reported as `api-exposed`.
          !(type === 'AWS::ApiGateway::RestApi' && isUnwritten(row)),
      );
      const byPrincipal = groupBy(rows, ({ principal }) => principal);
      for (const [principal, group] of byPrincipal) {
        const row = group[0]!;
        const anybody = principal === 'AWS:*' && group.some(({ condition, when }) => condition === '' && when === '');
        const isLimited = principal === 'AWS:*' && group.every(({ condition }) => condition !== '');
        const actions = enumerated([...new Set(group.map(({ action }) => (action === '*' ? 'everything' : action)))]);
        yield {
          text: `${capital(whoOf(principal))}${isLimited ? ' who meets a condition' : ''} ${perhapsOf(group)}gains access to ${called(type, id)}: ${actions}${row.condition === '' ? '' : ` if ${brief(row.condition)}`}.`,
          level: anybody ? 'error' : 'warning',
          kinds: anybody ? ['widened', 'public'] : ['widened'],
          resource: id,
          at: causeOf(row, known) ?? cx.change(id)?.at,
        };
      }
    }
  },
});

/**
 * Whether a service is let in for the sake of a resource of the template, or the own account is: its root, or everybody
 * on a condition that only the own account meets.
 */
const actsInside = ({ principal, condition, tests }: Row, cx: ChangeContext): boolean => {
  if (principal === 'AWS:*' && meansOwnAccount(tests, cx.after)) return true;
  if (principal === 'AWS:${AWS::AccountId}' || /^AWS:arn:.*:iam::\$\{AWS::AccountId\}:root$/.test(principal))
    return true;
  const named = [...`${condition} ${principal}`.matchAll(/\$\{(\w+)/g)].map(([, id]) => id!);
  return (
    (principal.startsWith('Service:') || principal.startsWith('AWS:')) && named.some((id) => cx.after.resources.has(id))
  );
};

const whoOf = (principal: string): string => {
  if (principal === 'AWS:*' || principal === '') return 'anyone';
  const name = principal.slice(principal.indexOf(':') + 1);
  if (principal.startsWith('Service:')) return `the service ${name}`;
  return /^\d{12}$/.test(name) ? `the account ${name}` : `the principal ${name}`;
};
