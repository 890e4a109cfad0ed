import { called, capital } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'boundary-removed',
  level: 'warning',
  kinds: ['widened'],
  title: 'A role or user loses its permissions boundary, or gets another one',
  description:
    'A permissions boundary limits what the policies of a role or user can allow. Without it, everything that they allow counts. What another boundary allows is not known from the template.',
  *find(cx) {
    for (const { id, type, before, differences } of cx.changes('AWS::IAM::Role', 'AWS::IAM::User')) {
      const difference = before && differences.find(({ path }) => path[0] === 'PermissionsBoundary');
      if (difference?.before === undefined) continue;
      const { before: old, after: now, certain, at, wasAt } = difference;
      const perhaps = certain ? '' : 'perhaps ';
      yield {
        text:
          now === undefined
            ? `${capital(called(type, id))} ${perhaps}loses its permissions boundary (${symbolic(old)}): everything that its policies allow counts.`
            : `${capital(called(type, id))} ${perhaps}gets another permissions boundary: ${symbolic(now)} instead of ${symbolic(old)}.`,
        resource: id,
        at: now === undefined ? undefined : at,
        wasAt,
      };
    }
  },
});
