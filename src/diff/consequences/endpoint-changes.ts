import { apiBehind } from '../../lint/facts/apis/kind.ts';
import { functionBehind } from '../../lint/facts/functions/links.ts';
import { isFalse, isTrue } from '../../lint/facts/texts/scalar.ts';
import type { TemplateView } from '../../model/rule.ts';
import { get, getIn, isList, type Json, type JsonMap } from '../../model/tree.ts';
import { apiAddresses } from '../facts/api-addresses.ts';
import { isPrivate } from '../facts/private-api.ts';
import type { Row } from '../permissions/rows.ts';
import { isUnwritten } from '../permissions/without-policy.ts';
import { placeAt } from '../places.ts';
import type { Side } from '../side.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';
import { becauseOf } from './because.ts';
import { defineConsequence, type Found } from './consequence.ts';
import type { ChangeContext } from './context.ts';

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
  kinds: ['replaced', 'broken'],
  title: 'An API, function URL, distribution or login page gets a new address, or loses one',
  description:
    'The default address contains an id that is generated with the resource, and the name of a stage. Clients of the old address must be updated, unless they use a custom domain name. So must those of an address on a custom domain that no longer leads to its API, of a distribution that is switched off or loses an alias, and of another login domain of a user pool. A REST API that becomes private is no longer reached from the internet, and one that gets its first resource policy refuses whom that does not allow. One that is no longer private, of which the policy still names a VPC or VPC endpoint, is not reached from anywhere.',
  *find(cx) {
    for (const change of cx.changes(...addressed)) {
      if (change.fate !== 'replaced' || change.heldName) continue;
      yield {
        text: `${capital(called(change.type, change.formerId ?? change.id))} is ${change.certain ? '' : 'perhaps '}recreated${becauseOf(change)} and gets a new address: clients that use the old one stop working.`,
        resource: change.id,
        at: change.at,
      };
    }
    yield* stagesGone(cx);
    yield* endpointsOff(cx);
    yield* urlsGone(cx);
    yield* closedToInternet(cx);
    yield* closedByPolicy(cx);
    yield* closedToVpc(cx);
    yield* addressesGone(cx);
    yield* distributionsOff(cx);
    yield* loginDomainsGone(cx);
  },
});

/** Stages whose name an API no longer has. */
function* stagesGone(cx: ChangeContext) {
  const now = new Set([...stagesOf(cx, cx.after, cx.now)].map(({ api, name }) => `${api} ${name}`));
  for (const { api, name, id, type } of stagesOf(cx, cx.before, cx.old)) {
    const partner = cx.partner(api);
    if (partner === undefined || cx.change(partner)?.fate === 'replaced' || now.has(`${partner} ${name}`)) continue;
    const change = cx.change(cx.partner(id) ?? id);
    yield {
      text: `The stage '${name}' of ${called(type, partner)} is removed: clients that use its address stop working.`,
      resource: partner,
      at: change?.after ? change.at : undefined,
      wasAt: change?.after ? undefined : change?.at,
    };
  }
}

function* stagesOf(cx: ChangeContext, side: Side, facts: TemplateView) {
  for (const stage of facts.resources('AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage')) {
    const api = apiBehind(stage, facts);
    const name = get(cx.properties(side.resources.get(stage.id), side), 'StageName');
    if (api && name !== undefined) yield { api: api.id, type: api.type, id: stage.id, name: symbolic(name) };
  }
}

/** APIs whose default address is switched off. */
function* endpointsOff(cx: ChangeContext) {
  for (const change of cx.changes('AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api')) {
    if (!change.before || !change.after || change.fate === 'replaced') continue;
    const off = switchedOff(cx.properties(change.after));
    if (off === undefined || switchedOff(cx.properties(change.before, cx.before)) !== undefined) continue;
    yield {
      text: `The default address of ${called(change.type, change.id)} is switched off: clients that use it stop working.`,
      resource: change.id,
      at: placeAt(...off) ?? change.at,
    };
  }
}

/** Addresses on custom domains that no longer lead to an API. */
function* addressesGone(cx: ChangeContext): Generator<Found> {
  const now = apiAddresses(cx.after).map(({ address }) => address);
  for (const { address, api, mapping } of apiAddresses(cx.before)) {
    // The address of an API that goes is gone with it.
    if (now.includes(address) || (api && cx.partner(api.id) === undefined)) continue;
    const change = cx.change(cx.partner(mapping.id) ?? mapping.id);
    const difference = change?.differences.find(({ path }) =>
      /^(?:DomainName|BasePath|ApiMappingKey)$/.test(String(path[0])),
    );
    const perhaps = now.length > 0 && [address, ...now].some((each) => each.includes('${')) ? 'perhaps ' : '';
    const whose = api ? ` of ${called(api.type, cx.partner(api.id)!)}` : '';
    yield {
      text: `The address '${address}'${whose} ${perhaps}stops working: nothing leads from it to the API any more.`,
      kinds: ['broken'],
      resource: mapping.id,
      at: change?.after ? (difference?.at ?? change.at) : undefined,
      wasAt: change?.after ? difference?.wasAt : (change?.at ?? mapping.at),
    };
  }
}

/** Distributions that are switched off, or no longer answer for a domain name. */
function* distributionsOff(cx: ChangeContext): Generator<Found> {
  for (const change of cx.changes('AWS::CloudFront::Distribution')) {
    if (!change.before || !change.after || change.fate === 'replaced') continue;
    const [old, now] = [cx.properties(change.before, cx.before), cx.properties(change.after)].map((properties) =>
      get(properties, 'DistributionConfig'),
    );
    const place = (key: string) => {
      const difference = change.differences.find(({ path }) => path[1] === key);
      return {
        kinds: ['broken'] as const,
        resource: change.id,
        at: difference?.at ?? change.at,
        wasAt: difference?.wasAt,
      };
    };
    const subject = capital(called(change.type, change.id));
    if (isFalse(get(now, 'Enabled')) && !isFalse(get(old, 'Enabled')))
      yield { text: `${subject} is switched off: clients that use its addresses stop working.`, ...place('Enabled') };
    const [before, after] = [get(old, 'Aliases') ?? [], get(now, 'Aliases') ?? []];
    if (!isList(before) || !isList(after)) continue;
    const kept = after.map(symbolic);
    const lost = before.map(symbolic).filter((alias) => !kept.includes(alias));
    if (lost.length === 0) continue;
    const perhaps = kept.length > 0 && [...lost, ...kept].some((alias) => alias.includes('${')) ? 'perhaps ' : '';
    yield {
      text: `${subject} ${perhaps}no longer answers for ${enumerated(lost.map((alias) => `'${alias}'`))}: clients that use that address get an error.`,
      ...place('Aliases'),
    };
  }
}

/** Domains of the login pages of user pools that stay. */
function* loginDomainsGone(cx: ChangeContext): Generator<Found> {
  for (const change of cx.changes('AWS::Cognito::UserPoolDomain')) {
    const { before, after } = change;
    const pool = before && cx.old.target(getIn(before.body, 'Properties', 'UserPoolId'));
    if (!before || (pool && cx.partner(pool.id) === undefined)) continue;
    const [old, now] = [get(cx.properties(before, cx.before), 'Domain'), get(cx.properties(after), 'Domain')];
    if (old === undefined || (now !== undefined && symbolic(old) === symbolic(now))) continue;
    const difference = change.differences.find(({ path }) => path[0] === 'Domain');
    yield {
      text: `The login domain '${symbolic(old)}'${pool ? ` of ${called(pool.type, cx.partner(pool.id)!)}` : ''} ${difference?.certain === false ? 'perhaps ' : ''}stops working: clients that send users there must be updated.`,
      kinds: ['broken'],
      resource: change.id,
      at: after ? (difference?.at ?? change.at) : undefined,
      wasAt: after ? difference?.wasAt : change.at,
    };
  }
}

/** REST APIs that become private. */
function* closedToInternet(cx: ChangeContext): Generator<Found> {
  for (const change of cx.changes('AWS::ApiGateway::RestApi')) {
    if (!change.before || !change.after || change.fate === 'replaced') continue;
    if (isPrivate(cx.properties(change.before, cx.before)) || !isPrivate(cx.properties(change.after))) continue;
    const difference = change.differences.find(({ path }) => path[0] === 'EndpointConfiguration');
    yield {
      text: `${capital(called(change.type, change.id))} becomes private: clients on the internet can no longer call it, only those behind a VPC endpoint that its resource policy allows.`,
      kinds: ['broken'],
      resource: change.id,
      at: difference?.at ?? change.at,
    };
  }
}

/**
 * REST APIs that are no longer private, of which the policy asks for a VPC all the same.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-api-migration.html
 */
function* closedToVpc(cx: ChangeContext): Generator<Found> {
  for (const change of cx.changes('AWS::ApiGateway::RestApi')) {
    if (!change.before || !change.after || change.fate === 'replaced') continue;
    const now = cx.properties(change.after);
    if (!isPrivate(cx.properties(change.before, cx.before)) || isPrivate(now) || !asksForVpc(now)) continue;
    const difference = change.differences.find(({ path }) => path[0] === 'EndpointConfiguration');
    yield {
      text: `${capital(called(change.type, change.id))} is no longer private, but its resource policy still names a VPC or VPC endpoint: API Gateway refuses calls from outside and from within the VPC.`,
      cure: 'Remove from the policy what it says of VPCs and VPC endpoints, or keep the API private.',
      kinds: ['broken'],
      resource: change.id,
      at: difference?.at ?? change.at,
    };
  }
}

const asksForVpc = (properties: JsonMap): boolean =>
  /"aws:sourcevpce?"/i.test(
    JSON.stringify([get(properties, 'Policy'), getIn(properties, 'Body', 'x-amazon-apigateway-policy')]),
  );

/** REST APIs that were open to everybody and get a resource policy. */
function* closedByPolicy(cx: ChangeContext): Generator<Found> {
  for (const { id, relation, type, lost, narrowed } of cx.permissions) {
    const change = cx.change(id);
    if (relation !== 'resource' || type !== 'AWS::ApiGateway::RestApi' || !change) continue;
    const isOpen = lost.length === 0 && narrowed.every(({ to }) => to.some(isWholeApi));
    if (isOpen || ![...lost, ...narrowed.map(({ from }) => from)].some(isUnwritten)) continue;
    const difference = change.differences.find(({ path }) => path[0] === 'Policy' || path[0] === 'Body');
    yield {
      text: `${capital(called(type, id))} gets a resource policy: clients that it does not allow can no longer call it.`,
      kinds: ['broken'],
      resource: id,
      at: difference?.at ?? change.at,
    };
  }
}

/** Whether a row is about every method of its API, and always counts. */
const isWholeApi = ({ resource, condition, when }: Row): boolean =>
  (resource === '*' || resource === 'execute-api:/*') && condition === '' && when === '';

/** What switches the default address of an API off, and its key there. An OpenAPI 3 document says so of its servers. */
const switchedOff = (properties: JsonMap): readonly [Json | undefined, string] | undefined => {
  const body = get(properties, 'Body');
  const servers = get(body, 'servers');
  const inDocument = [body, ...(isList(servers) ? servers : [])].map(
    (each) => [get(each, 'x-amazon-apigateway-endpoint-configuration'), 'disableExecuteApiEndpoint'] as const,
  );
  const places = [[properties, 'DisableExecuteApiEndpoint'] as const, ...inDocument];
  return places.find(([map, key]) => isTrue(get(map, key)));
};

/** URLs that are removed from functions that stay. */
function* urlsGone(cx: ChangeContext) {
  for (const { id, before, after, at } of cx.changes('AWS::Lambda::Url')) {
    if (!before || after) continue;
    const fn = functionBehind(cx.old, cx.old.target(getIn(before.body, 'Properties', 'TargetFunctionArn')));
    if (!fn || cx.partner(fn.id) === undefined) continue;
    yield {
      text: `The URL of the function '${cx.partner(fn.id)}' is removed: clients that use it stop working.`,
      resource: id,
      at: undefined,
      wasAt: at,
    };
  }
}
