import { replaceEnclosed } from '../../../model/enclosed.ts';
import { append } from '../../../model/lists.ts';
import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { isIntrinsic, isMap, type Json, type Step } from '../../../model/tree.ts';
import { type Authorizer, apiAuthorizers } from '../apis/authorizers.ts';
import { type ApiRoute, apiRoutes } from '../apis/routes.ts';
import { type Choice, entryChoices } from '../templates/choices.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';
import { symbolicText } from '../texts/symbolic-text.ts';
import { certainFunction, type MeantFunction } from './function-meant.ts';
import { segment } from './glob.ts';
import { authorizerSeen, type CallPlace, callPlaces } from './places.ts';
import type { Sender } from './sender.ts';
import { type TaskTarget, taskTargets } from './task-calls.ts';

/** One place of the template that makes a service of AWS call something. */
export interface Call {
  readonly sender: Sender;
  /** What makes the call, as a message calls it: `a subscription`. */
  readonly what: string;
  /** The name or ARN of the called, and its place. */
  readonly to: Json;
  readonly at: Cause | undefined;
  /** The resource of the template that is called; the function where an alias or a version of it is. */
  readonly target: ResourceNode | undefined;
  /** Where that is a function: it, with the alias or version. */
  readonly called: MeantFunction | undefined;
  /** The roles it is called with; none where the policy of the called must let the service in. */
  readonly roles: readonly Choice[];
  /** Whether a role can be given, or even must be. */
  readonly role: 'never' | 'possible' | 'needed';
  /** The actions of which it needs one, where those of its type do not tell. */
  readonly actions?: readonly string[];
  /** Whether AWS tries the call when it makes the resource, and refuses that where it fails. */
  readonly isTried: boolean;
}

/** All calls that resources of the expanded template make, in the order of their kinds. */
export const callsOf = oncePerTemplate((view): readonly Call[] => [
  ...callsOfPlaces(view),
  ...apiRoutes(view).flatMap((route) => callsOfRoute(route, view)),
  ...apiAuthorizers(view).flatMap((authorizer) => callsOfAuthorizer(authorizer, view)),
  ...taskTargets(view).map((target) => callOfTask(target, view)),
]);

/** The calls by what is called. */
export const callsByTarget = oncePerTemplate((view): ReadonlyMap<ResourceNode, readonly Call[]> => {
  const found = new Map<ResourceNode, Call[]>();
  for (const call of callsOf(view)) if (call.target) addTo(found, call.target, call);
  return found;
});

const callsOfPlaces = (view: TemplateView): readonly Call[] => {
  const found: Call[] = [];
  for (const place of callPlaces) {
    for (const owner of view.resources(place.type)) append(found, callsAt(place, owner, view));
  }
  return found;
};

const callsAt = (place: CallPlace, owner: ResourceNode, view: TemplateView): Call[] => {
  const { service, toFunctions = service, what, rest, needsRole, isTried = false } = place;
  const role = needsRole ? 'needed' : place.role === undefined && place.ownRole === undefined ? 'never' : 'possible';
  const source = sourceAt(place, owner, view);
  return owner.all(...place.path).flatMap(({ value, at, path }) => {
    // A map that is not a function is a place with a longer path.
    if (isMap(value) && !isIntrinsic(value)) return [];
    const { target, called } = calledBy(value, view);
    const sender = { service: called ? toFunctions : service, source, rest, owner };
    const roles = rolesAt(place, owner, path, view);
    return [{ sender, what, to: value, at, target, called, roles, role, isTried }];
  });
};

const sourceAt = ({ source, functionRole }: CallPlace, owner: ResourceNode, view: TemplateView) => {
  if (functionRole !== undefined) return certainFunction(owner.get(functionRole), view)?.fn;
  return source === undefined ? owner : view.target(owner.get(source));
};

const rolesAt = (
  place: CallPlace,
  owner: ResourceNode,
  path: readonly Step[],
  view: TemplateView,
): readonly Choice[] => {
  const { role, ownRole, functionRole } = place;
  if (ownRole !== undefined) return owner.all(ownRole);
  if (functionRole !== undefined) return certainFunction(owner.get(functionRole), view)?.fn.all('Role') ?? [];
  return role === undefined ? [] : entryChoices(owner.get(...path.slice(0, -1)) as Json, role, owner.at);
};

const callsOfRoute = (route: ApiRoute, view: TemplateView): Call[] => {
  const { api, owner, integration, kind } = route;
  if (integration?.uri === undefined) return [];
  const { uri, uriAt: at, credentials: roles } = integration;
  const { target, called } = calledBy(uri, view);
  const sender = { service: 'apigateway', source: api, rest: pathSeen(route), owner };
  return [
    {
      sender,
      what: `a route of the ${kind} API`,
      to: uri,
      at,
      target,
      called,
      roles,
      role: 'possible',
      isTried: false,
    },
  ];
};

/** What stands behind the API in the ARN of a request: stage, method and path, with wildcards for what varies. */
const pathSeen = ({ name, method, kind }: ApiRoute): string => {
  if (kind === 'WebSocket' || name.startsWith('$')) return `/${segment}/${name}`;
  const written = name.slice(name.indexOf(' ') + 1).replaceAll('…', '*');
  const path = replaceEnclosed(written, '{', '}', (variable) => (variable.endsWith('+') ? '*' : segment));
  return `/${segment}/${method === 'ANY' ? segment : method}${path}`;
};

const callsOfAuthorizer = (authorizer: Authorizer, view: TemplateView): Call[] => {
  const { owner, kind } = authorizer;
  if (owner.type.endsWith('::Authorizer')) return [];
  const roles = authorizer.values('credentials');
  return authorizer.values('uri').map(({ value, at }) => {
    const sender = { service: 'apigateway', source: owner, rest: authorizerSeen, owner };
    return {
      sender,
      what: `an authorizer of the ${kind} API`,
      to: value,
      at,
      ...calledBy(value, view),
      roles,
      role: 'possible',
      isTried: false,
    };
  });
};

const callOfTask = ({ task, value, path }: TaskTarget, view: TemplateView): Call => {
  const { node: owner } = task.state.scope.definition;
  return {
    sender: { service: 'states', source: owner, owner },
    what: `the state '${task.state.name}'`,
    to: value,
    at: task.state.place(...path),
    ...calledBy(value, view),
    roles: owner.all('RoleArn'),
    role: 'needed',
    ...actionsOf(task),
    isTried: false,
  };
};

/** What a task does with a table is said by its own action. */
const actionsOf = ({ service, api }: TaskTarget['task']): Pick<Call, 'actions'> =>
  service === 'dynamodb' && /^[a-z]\w+$/.test(api ?? '')
    ? { actions: [`dynamodb:${api![0]!.toUpperCase()}${api!.slice(1)}`] }
    : {};

const calledBy = (value: Json, view: TemplateView): Pick<Call, 'target' | 'called'> => {
  const called = certainFunction(value, view);
  if (called) return { called, target: called.fn };
  const id = /^\$\{([A-Za-z0-9]+)(?:\.[A-Za-z0-9.]+)?\}$/.exec(symbolicText(value, view))?.[1];
  return { called, target: id === undefined ? undefined : view.resource(id) };
};
