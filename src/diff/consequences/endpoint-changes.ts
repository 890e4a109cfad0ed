import { called, capital } from '../words/nouns.ts';
import { becauseOf } from './because.ts';
import { defineConsequence } from './consequence.ts';

/** Types whose address contains an id that is generated with them. */
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
  title: 'An API, function URL or distribution gets a new address',
  description:
    'The default address contains an id that is generated with the resource. Clients of the old address must be updated, unless they use a custom domain name.',
  *find(cx) {
    for (const change of cx.changes(...addressed)) {
      if (change.fate !== 'replaced') continue;
      yield {
        text: `${capital(called(change.type, change.formerId ?? change.id))} is ${change.certain ? '' : 'perhaps '}recreated${becauseOf(change)} and gets a new address: clients that use the old one stop working.`,
        resource: change.id,
        at: change.at,
      };
    }
  },
});
