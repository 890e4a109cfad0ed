import { get, getIn, type JsonMap } from '../../model/tree.ts';
import { isPrivate } from '../facts/private-api.ts';
import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'api-exposed',
  level: 'warning',
  kinds: ['widened', 'public'],
  title: 'A REST API can be reached from more places',
  description:
    'The API is no longer private, so that it can be reached from the internet, or it has no resource policy any more. Who may call its routes is then only up to their authorizers.',
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
        yield {
          text: `${name} is no longer private: it can be reached from the internet.`,
          level: 'error',
          kinds: ['widened', 'public'],
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

const hasPolicy = (properties: JsonMap): boolean =>
  get(properties, 'Policy') !== undefined || getIn(properties, 'Body', 'x-amazon-apigateway-policy') !== undefined;
