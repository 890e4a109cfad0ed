import { apiBehind, apiKind } from '../../lint/facts/apis/kind.ts';
import { isTrue } from '../../lint/facts/texts/scalar.ts';
import type { ResourceNode } from '../../model/rule.ts';
import type { ResourceChange } from '../compare/changes.ts';
import { called, capital, enumerated } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';
import type { ChangeContext } from './context.ts';

/** Properties of an API that take effect without a deployment. */
const immediate: ReadonlySet<string> = new Set([
  'Name',
  'Description',
  'Tags',
  'EndpointConfiguration',
  'CorsConfiguration',
  'FailOnWarnings',
]);

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
  kind: 'unmoved',
  title: 'An API changes, but no deployment brings the change to its stage',
  description:
    'The stage of an API serves a deployment: a copy of the API as it was when the deployment was made. Where the change makes no new deployment, and the stage does not deploy by itself, clients see nothing of it. SAM makes one when the document of the API changes.',
  *find(cx) {
    for (const api of cx.now.resources('AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api')) {
      if (cx.former(api.id) === undefined || cx.change(api.id)?.fate === 'replaced') continue;
      if (!isDeployedByHand(api, cx)) continue;
      const [first, ...others] = undeployed(api, cx);
      if (!first) continue;
      const names = enumerated([first, ...others].map(({ what }) => what));
      yield {
        text: `${capital(called(api.type, api.id))} is not deployed anew: ${names} changes, and its stages go on serving what was deployed before.`,
        cure:
          api.type === 'AWS::ApiGateway::RestApi'
            ? 'Give its AWS::ApiGateway::Deployment another logical id, or deploy the API after the stack (aws apigateway create-deployment).'
            : "Set 'AutoDeploy: true' for its stage, or give its deployment another logical id.",
        resource: api.id,
        at: first.at,
      };
    }
  },
});

/** Whether there is a deployment that was there before as it is now, and no stage that deploys by itself. */
const isDeployedByHand = (api: ResourceNode, cx: ChangeContext): boolean => {
  const rest = api.type === 'AWS::ApiGateway::RestApi';
  const types = rest ? 'AWS::ApiGateway' : 'AWS::ApiGatewayV2';
  const own = (type: string) => cx.now.resources(`${types}::${type}`).filter((each) => apiBehind(each, cx.now) === api);
  if (!rest && own('Stage').some((stage) => isTrue(cx.now.resolve(stage.get('AutoDeploy'))))) return false;
  const deployments = own('Deployment');
  return deployments.length > 0 && deployments.every(({ id }) => !isNew(cx.change(id)) && cx.former(id) !== undefined);
};

const isNew = (change: ResourceChange | undefined): boolean =>
  change !== undefined && ['added', 'succeeded', 'replaced'].includes(change.fate);

/** What changes in an API and its parts that only a deployment would bring to its clients. */
const undeployed = (api: ResourceNode, cx: ChangeContext) => {
  const found = (cx.change(api.id)?.differences ?? [])
    .filter(({ path }) => !immediate.has(String(path[0])))
    .filter(({ path }) => apiKind(api) !== 'HTTP' || path[0] !== 'Body')
    .map(({ path, at }) => ({ what: `'${path[0]}'`, at }));
  for (const change of cx.changes(...parts)) {
    if (change.fate === 'attributes') continue;
    const [node, facts] = change.after ? [cx.now.resource(change.id), cx.now] : [cx.old.resource(change.id), cx.old];
    const owner = node && apiBehind(node, facts)?.id;
    if (owner !== undefined && (change.after ? owner : cx.partner(owner)) === api.id) {
      found.push({ what: `'${change.id}'`, at: change.at });
    }
  }
  return [...new Map(found.map((each) => [each.what, each])).values()];
};
