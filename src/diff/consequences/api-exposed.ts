import { get, getIn, type JsonMap } from '../../model/tree.ts';
import { isPrivate } from '../facts/private-api.ts';
import { holdersOf } from '../permissions/holders.ts';
import type { Row } from '../permissions/rows.ts';
import type { Side } from '../side.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'api-exposed',
  level: 'warning',
  kinds: ['widened', 'public'],
  title: 'A REST API can be reached from more places',
  description:
    'The API is no longer private, so that it can be reached from the internet, or it has no resource policy any more. Who may call its routes is then only up to their authorizers. An API that is no longer private is an error, unless its resource policy still limits who can call it.',
  *find(cx) {
    for (const change of cx.changes('AWS::ApiGateway::RestApi')) {
      if (!change.before || !change.after) continue;
      const [old, now] = [cx.properties(change.before, cx.before), cx.properties(change.after)];
      const name = capital(called(change.type, change.id));
      const place = (key: string) => {
        const difference = change.differences.find(({ path }) => path[0] === key);
        return { resource: change.id, at: difference?.at ?? change.at, wasAt: difference?.wasAt };
      };
      if (isPrivate(old) && !isPrivate(now)) {
        const limited = isLimited(change.id, cx.after);
        yield {
          text: limited
            ? `${name} is no longer private: on the internet, only its resource policy limits who can call it.`
            : `${name} is no longer private: it can be reached from the internet.`,
          level: limited ? 'warning' : 'error',
          kinds: limited ? ['widened'] : ['widened', 'public'],
          ...place('EndpointConfiguration'),
        };
      }
      if (hasPolicy(old) && !hasPolicy(now)) {
        yield {
          text: `${name} has no resource policy any more: the policy no longer limits who can call it.`,
          kinds: ['widened'],
          ...place(get(old, 'Policy') === undefined ? 'Body' : 'Policy'),
        };
      }
    }
  },
});

/** Whether the policy of an API does not let everybody in. */
const isLimited = (id: string, side: Side): boolean => {
  const rows = holdersOf(side).get(`resource ${id}`)?.rows ?? [];
  const isOpen = ({ effect, principal, condition, when }: Row) =>
    effect === 'Allow' && principal === 'AWS:*' && condition === '' && when === '';
  return rows.length > 0 && (rows.some(({ effect }) => effect === 'Deny') || !rows.some(isOpen));
};

const hasPolicy = (properties: JsonMap): boolean =>
  get(properties, 'Policy') !== undefined || getIn(properties, 'Body', 'x-amazon-apigateway-policy') !== undefined;
