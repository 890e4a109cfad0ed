import { called, capital } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

/** Types whose address holds an id that is made anew with them. */
const addressed: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AppSync::GraphQLApi',
  'AWS::CloudFront::Distribution',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::Lambda::Url',
]);

export default defineConsequence({
  id: 'endpoint-changes',
  level: 'warning',
  kind: 'replaced',
  title: 'An API, function URL or distribution gets another address',
  description:
    'The default address holds an id that is made anew with the resource. Clients that have the old one must learn the new one, unless they come by a domain name of yours.',
  *find(cx) {
    for (const change of cx.changes(...addressed)) {
      if (change.fate !== 'replaced') continue;
      yield {
        text: `${capital(called(change.type, change.formerId ?? change.id))} is ${change.certain ? '' : 'perhaps '}made anew${becauseOf(change)} and gets another address: clients of the old one get no answer.`,
        resource: change.id,
        at: change.at,
      };
    }
  },
});
