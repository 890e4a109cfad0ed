import { allOf, anyOf } from '../lint/facts/access/answer.ts';
import { arnPattern, takesIn } from '../lint/facts/access/arn.ts';
import { type Call, callsOf } from '../lint/facts/access/calls.ts';
import { functionMeant } from '../lint/facts/access/function-meant.ts';
import { permissionOf } from '../lint/facts/access/permission.ts';
import { roleReaches } from '../lint/facts/access/reaches.ts';
import { roleBehind, roleTrusts } from '../lint/facts/access/role.ts';
import { sendActions } from '../lint/facts/access/send-actions.ts';
import type { Grants } from '../lint/facts/access/sender.ts';
import { apiBehind } from '../lint/facts/apis/kind.ts';
import { symbolicText } from '../lint/facts/texts/symbolic-text.ts';
import type { ResourceNode, TemplateView } from '../model/rule.ts';
import { isMap, isString, type Json } from '../model/tree.ts';
import { type Purpose, purposeOf, purposeOfSource, purposeOfSubtype } from './purposes.ts';
import { actionsOn } from './uses.ts';

const no: Grants = { answer: 'no', by: [] };
const unknown: Grants = { answer: 'unknown', by: [] };

/**
 * Whether a resource may use another one by roles that it hands to services, in calls whose target the template does not
 * name: integrations of an API with services of AWS, schedules for any action, data sources of a GraphQL API.
 */
export const handedCalls = (from: ResourceNode, to: ResourceNode, view: TemplateView): Grants => {
  const found = [
    ...callsOf(view)
      .filter(({ target, sender }) => !target && (sender.owner === from || sender.source === from))
      .map((call) => byUnnamed(call, to, view)),
    ...integrationsOf(from, view).map((integration) => {
      const purpose = purposeOfSubtype(view.resolve(integration.get('IntegrationSubtype')));
      return byRole(integration.get('CredentialsArn'), 'apigateway', purpose, to, view);
    }),
    ...dataSourcesOf(from, view).flatMap((source) => bySource(source, from, to, view)),
    ...(isUnread(from) && actionsOn(to).length > 0 ? [unknown] : []),
  ];
  return { answer: anyOf(found.map(({ answer }) => answer)), by: [...new Set(found.flatMap(({ by }) => by))] };
};

/** By a call that does not name what it calls. */
const byUnnamed = (call: Call, to: ResourceNode, view: TemplateView): Grants => {
  const { roles, sender } = call;
  const text = symbolicText(call.to, view);
  const purpose = purposeOf(text);
  if (!purpose && takesIn(arnPattern(call.to, view), to, view) === 'no') return no;
  if (purpose?.service === 'lambda' && functionMeant(call.to, view) === 'other') return no;
  if (roles.length > 0) return merged(roles.map(({ value }) => byRole(value, sender.service, purpose, to, view)));
  return relevant(purpose, to).length > 0 ? unknown : no;
};

/** By a role that a service takes for some purpose; for one that is not known, the role alone decides nothing. */
const byRole = (
  value: Json | undefined,
  service: string,
  purpose: Purpose | undefined,
  to: ResourceNode,
  view: TemplateView,
): Grants => {
  const actions = relevant(purpose, to);
  if (actions.length === 0) return no;
  const role = value === undefined ? undefined : roleBehind(value, view);
  if (!role) return unknown;
  const { answer, by } = roleReaches(role, actions, to, view);
  const allowed = allOf([answer, roleTrusts(role, service, view)]);
  const serves = purpose && mayServe(purpose, role, to, view) ? 'yes' : 'unknown';
  return { answer: allOf([allowed, serves]), by: allowed === 'no' ? [] : by };
};

/**
 * Whether a role allows what a purpose certainly needs. Which action a path of a queue or topic stands for says only the
 * request, which mostly sends: a role that only reads may not be enough.
 */
const mayServe = ({ action }: Purpose, role: ResourceNode, to: ResourceNode, view: TemplateView): boolean => {
  const sending = action === undefined ? sendActions(to.type) : [];
  return sending.length === 0 || roleReaches(role, sending, to, view).answer === 'yes';
};

/** The actions on a resource that serve a purpose. */
const relevant = (purpose: Purpose | undefined, to: ResourceNode): readonly string[] => {
  const all = actionsOn(to);
  if (!purpose) return all;
  const prefix = `${purpose.service}:`;
  if (!all.some((action) => action.startsWith(prefix))) return [];
  return purpose.action === undefined ? all.filter((action) => action.startsWith(prefix)) : [prefix + purpose.action];
};

const merged = (grants: readonly Grants[]): Grants => {
  // Of several roles by condition, only what all of them say is certain.
  const [first] = grants;
  return first && grants.every(({ answer }) => answer === first.answer) ? first : unknown;
};

/** Integrations of an HTTP API with a service of AWS, which have no URI. */
const integrationsOf = (from: ResourceNode, view: TemplateView): ResourceNode[] =>
  view
    .resources('AWS::ApiGatewayV2::Integration')
    .filter((each) => !each.lacks('IntegrationSubtype') && (each === from || apiBehind(each, view) === from));

/** The data sources of a GraphQL API, or the one that is asked about. */
const dataSourcesOf = (from: ResourceNode, view: TemplateView): ResourceNode[] =>
  view.resources('AWS::AppSync::DataSource').filter((each) => each === from || view.target(each.get('ApiId')) === from);

/** By the calls of a data source, and by its role: resolvers may name other tables than their data source. */
const bySource = (source: ResourceNode, from: ResourceNode, to: ResourceNode, view: TemplateView): Grants[] => {
  const calls =
    source === from ? [] : callsOf(view).filter((call) => call.sender.owner === source && call.target === to);
  const type = view.resolve(source.get('Type'));
  const purpose = isString(type) ? purposeOfSource(type) : undefined;
  const isCall = purpose?.service === 'lambda' || purpose?.service === 'events';
  const roles = isCall ? [] : source.all('ServiceRoleArn');
  return [
    ...calls.map((call) => permissionOf(call, view)),
    ...roles.map(({ value }) => byRole(value, 'appsync', purpose, to, view)),
  ];
};

/** Whether an API has a document that is not in the template, or not as it stands there. */
const isUnread = (from: ResourceNode): boolean => {
  if (!/^AWS::ApiGateway(?:V2::Api|::RestApi)$/.test(from.type)) return false;
  const body = from.get('Body');
  return !from.lacks('BodyS3Location') || (body !== undefined && (!isMap(body) || hasFunction(body)));
};

const hasFunction = (body: Json): boolean =>
  isMap(body) && (Object.keys(body).some((key) => key.startsWith('Fn::')) || hasFunctionIn(body['paths']));

const hasFunctionIn = (paths: Json | undefined): boolean =>
  isMap(paths) && Object.keys(paths).some((key) => key.startsWith('Fn::'));
