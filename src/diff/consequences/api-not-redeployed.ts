import { apiBehind, apiKind } from '../../lint/facts/apis/kind.ts';
import { groupBy } from '../../lint/facts/templates/grouping.ts';
import { isTrue } from '../../lint/facts/texts/scalar.ts';
import type { Cause } from '../../model/origin.ts';
import type { ResourceNode } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import type { ResourceChange } from '../compare/changes.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';
import { type Changed, deletedUnder } from './deleted-under.ts';

/**
 * Properties of an API that take effect without a deployment.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html
 */
const immediate: ReadonlySet<string> = new Set(['Name', 'Description', 'Tags', 'CorsConfiguration', 'FailOnWarnings']);

/** Parts of an API that its deployments are made of. */
const parts: readonly string[] = [
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Model',
  'AWS::ApiGateway::RequestValidator',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::IntegrationResponse',
  'AWS::ApiGatewayV2::Model',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::RouteResponse',
];

export default defineConsequence({
  id: 'api-not-redeployed',
  level: 'warning',
  kinds: ['unmoved'],
  title: 'An API changes, but no deployment brings the change to its stage',
  description:
    'The stage of an API serves a deployment: a snapshot of the API at the time the deployment was created. If the change creates no new deployment and the stage does not deploy automatically, clients do not see the change. Where the deployment calls a function that the change deletes or recreates, its calls fail. SAM creates a deployment when the OpenAPI document of the API changes.',
  *find(cx) {
    const owned = new Map(
      partTypes.map((type) => [type, groupBy(cx.now.resources(type), (each) => apiBehind(each, cx.now))]),
    );
    const changed = groupBy(changedParts(cx), ({ api }) => api);
    for (const api of cx.now.resources('AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api')) {
      if (cx.former(api.id) === undefined || cx.change(api.id)?.fate === 'replaced') continue;
      if (!isDeployedByHand(api, (type) => owned.get(type)?.get(api) ?? [], cx)) continue;
      const [first, ...others] = undeployed(api, changed.get(api.id) ?? [], cx);
      if (!first) continue;
      const deleted = deletedUnder(
        [first, ...others].flatMap(({ changed }) => changed),
        cx,
      );
      const names = enumerated([first, ...others].map(({ what }) => what));
      yield {
        text: `${capital(called(api.type, api.id))} is not redeployed: ${names} change${others.length > 0 ? '' : 's'}, but its stages keep serving the previous deployment${deleted === undefined ? '' : `. Its calls fail: it uses ${deleted}`}.`,
        cure: cureFor(api, owned.get('AWS::ApiGateway::Deployment')?.get(api) ?? [], cx),
        ...(deleted === undefined ? {} : { kinds: ['unmoved', 'broken'] as const }),
        resource: api.id,
        at: first.at,
      };
    }
  },
});

/** The id of a deployment that SAM makes is not the author's to choose. */
const cureFor = ({ type }: ResourceNode, deployments: readonly ResourceNode[], cx: ChangeContext): string => {
  if (type !== 'AWS::ApiGateway::RestApi')
    return "Set 'AutoDeploy: true' for its stage, or give its deployment another logical id.";
  const isGenerated = deployments.every(({ id }) => !cx.now.written(id));
  return `${isGenerated ? "Set 'AlwaysDeploy: true'" : 'Give its AWS::ApiGateway::Deployment another logical id'}, or deploy the API after the stack (aws apigateway create-deployment).`;
};

const partTypes = ['AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Deployment', 'AWS::ApiGatewayV2::Stage'];

/** Whether there is a deployment that was there before as it is now, and no stage that deploys by itself. */
const isDeployedByHand = (
  { id, type }: ResourceNode,
  own: (type: string) => readonly ResourceNode[],
  cx: ChangeContext,
): boolean => {
  if (isTrue(get(cx.after.attempt.resources.get(id)?.properties, 'AlwaysDeploy'))) return false;
  const stages = own('AWS::ApiGatewayV2::Stage');
  if (stages.some((stage) => isTrue(cx.now.resolve(stage.get('AutoDeploy'))))) return false;
  const deployments = own(`${type.split('::').slice(0, 2).join('::')}::Deployment`);
  return deployments.length > 0 && deployments.every(({ id }) => !isNew(cx.change(id)) && cx.former(id) !== undefined);
};

const isNew = (change: ResourceChange | undefined): boolean =>
  change !== undefined && ['added', 'succeeded', 'replaced'].includes(change.fate);

const endpoint = 'EndpointConfiguration';

/** Something that changes, and where. */
interface Part {
  readonly what: string;
  readonly at: Cause | undefined;
  readonly changed: readonly Changed[];
}

/** What changes in an API and its parts that only a deployment would bring to its clients. */
const undeployed = (api: ResourceNode, parts: readonly Part[], cx: ChangeContext): Part[] => {
  const change = cx.change(api.id);
  const own = [...(change?.because ?? []), ...(change?.differences ?? [])]
    .filter(({ path }) => !immediate.has(String(path[0])))
    .filter(({ path }) => apiKind(api) !== 'HTTP' || path[0] !== 'Body')
    // SAM says the type of the endpoint there a second time.
    .filter(({ path }, _, all) => path[0] !== 'Parameters' || !all.some((each) => each.path[0] === endpoint))
    .map(({ path, at }) => ({ what: `'${path[0]}'`, at, changed: [{ change: change!, paths: [path] }] }));
  return [...new Map([...own, ...parts].map((each) => [each.what, each])).values()];
};

/** The parts of APIs that change, with the id that the API has after the change. */
function* changedParts(cx: ChangeContext): Generator<Part & { readonly api: string | undefined }> {
  for (const change of cx.changes(...parts)) {
    const { id, fate, after, at, differences, because } = change;
    if (fate === 'attributes') continue;
    const facts = after ? cx.now : cx.old;
    const node = facts.resource(id);
    const owner = node && apiBehind(node, facts)?.id;
    const changed = [{ change, paths: [...differences, ...because].map(({ path }) => path) }];
    if (owner !== undefined) yield { what: `'${id}'`, at, changed, api: after ? owner : cx.partner(owner) };
  }
}
