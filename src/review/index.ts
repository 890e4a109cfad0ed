import { authorizersOf } from '../diff/consequences/routes.ts';
import { loadSide } from '../diff/index.ts';
import { type Holder, holdersOf } from '../diff/permissions/holders.ts';
import type { Row } from '../diff/permissions/rows.ts';
import { type Side, sideOf } from '../diff/side.ts';
import { unfinished } from '../diff/unfinished.ts';
import { symbolic } from '../diff/words/shown.ts';
import { callsOf } from '../lint/facts/access/index.ts';
import { type Access, accessOf, hasResourcePolicy, keySchemes, needsKey } from '../lint/facts/apis/access.ts';
import { isClosed } from '../lint/facts/apis/closed-endpoints.ts';
import { type ApiRoute, apiRoutes } from '../lint/facts/apis/routes.ts';
import { addTo } from '../lint/facts/templates/grouping.ts';
import type { SpecLoader } from '../lint/specs.ts';
import { specsFrom } from '../lint/specs.ts';
import { argumentFaults, carriedOut } from '../model/options.ts';
import type { Cause } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { TemplateView } from '../model/rule.ts';
import { type Document, parse } from '../parse/index.ts';
import { toProblems } from '../report/problems.ts';
import type { ExpandOptions } from '../transform/index.ts';
import { type CallLine, callLines } from './calls.ts';
import { corsOfRoute } from './cors.ts';
import { urlLines } from './function-urls.ts';

/** What one role may do, and who acts with it. */
export interface Actor {
  /** The functions and state machines that act with it. */
  readonly users: readonly string[];
  readonly role: string;
  readonly rows: readonly Row[];
  /** Who may take the role. */
  readonly trusted: readonly string[];
}

/** One route of an API, or the URL of a function. */
export interface RouteLine {
  /** The API; the function whose URL it is. */
  readonly api: string;
  readonly route: string;
  /** What it calls: a function, or the type of its integration. */
  readonly calls: string;
  /**
   * `refused` where a function URL asks for nothing, but the function permits no call through it. Of a route that asks for
   * nothing: `closed` where not everybody reaches its API, `policy` where the policy of the API says who may call it.
   */
  readonly access: Access | 'refused' | 'closed' | 'policy';
  readonly authorizers: readonly string[];
  readonly scopes: readonly string[];
  readonly needsKey: boolean;
  /** The origins that browsers may call from; empty without CORS. */
  readonly origins: readonly string[];
  readonly at: Cause | undefined;
}

/** Who may do what in a template, and who may call what. */
export interface Review {
  readonly side: Side;
  readonly actors: readonly Actor[];
  /** Who may use queues, topics, buckets, keys … by their policies. */
  readonly shared: readonly { readonly id: string; readonly rows: readonly Row[] }[];
  readonly calls: readonly CallLine[];
  readonly routes: readonly RouteLine[];
}

export interface ReviewOptions extends ExpandOptions {
  /** How the extracted specifications are read. */
  readonly specs?: SpecLoader | undefined;
}

/** A review, absent where the template has errors, and what was found. */
export interface ReviewResult {
  readonly review?: Review;
  readonly problems: readonly Problem[];
}

/** Reviews one template. Where parameters that are not given have defaults, routes and calls are those of the defaults. Never throws on bad input. */
export const review = (template: string | Uint8Array, options: ReviewOptions = {}): ReviewResult =>
  carriedOut(
    options,
    argumentFaults({ input: template }),
    (usable, faults) => {
      const general = toProblems(faults, undefined);
      try {
        const result = reviewDocument(parse(template, usable.path), usable);
        return { ...result, problems: [...general, ...result.problems] };
      } catch (error) {
        return { problems: [...general, ...unfinished('review', usable.path, error)] };
      }
    },
    (faults) => ({ problems: toProblems(faults, undefined) }),
  );

/** As `review`, of a template that was read. */
export const reviewDocument = (document: Document, options: ReviewOptions): ReviewResult => {
  const specs = options.specs && specsFrom(options.specs);
  const { path: file, parameters, region } = options;
  const { side, problems } = loadSide(document, options, specs);
  if (!side) return { problems };
  const given = { file, parameters, region, withDefaults: true };
  return { review: reviewOf(sideOf(side.attempt, given, specs)), problems };
};

const reviewOf = (side: Side): Review => ({
  side,
  actors: actorsOf(side),
  shared: [...holdersOf(side).values()].filter(({ relation, rows }) => relation === 'resource' && rows.length > 0),
  calls: callLines(side),
  routes: [...routeLines(side), ...urlLines(side)],
});

const actorsOf = (side: Side): Actor[] => {
  const view = side.facts();
  const users = new Map<string, string[]>();
  for (const [type, property] of [
    ['AWS::Lambda::Function', 'Role'],
    ['AWS::StepFunctions::StateMachine', 'RoleArn'],
  ] as const) {
    for (const node of view.resources(type)) {
      const value = node.get(property);
      const role = view.target(value)?.id ?? symbolic(side.meaning.value(value ?? '') ?? '');
      addTo(users, role, node.id);
    }
  }
  const holders = holdersOf(side);
  const roles = new Set([...users.keys(), ...[...holders.values()].filter(isActor).map(({ id }) => id)]);
  return [...roles].map((role) => ({
    role,
    users: users.get(role) ?? [],
    rows: holders.get(`identity ${role}`)?.rows ?? [],
    trusted: [
      ...new Set(holders.get(`trust ${role}`)?.rows.map(({ principal }) => principal.replace(/^\w+:/, '')) ?? []),
    ],
  }));
};

/** Whether something acts by itself: a managed policy without holders does not. */
const isActor = ({ relation, type }: Holder): boolean => relation === 'identity' && type !== 'AWS::IAM::ManagedPolicy';

const routeLines = (side: Side): RouteLine[] => {
  const view = side.facts();
  const called = new Map(callsOf(view).map((call) => [call.at, call.target?.id]));
  const routes = apiRoutes(view);
  // Messages of a WebSocket come over a connection, and only that is authorized.
  const connecting = new Map(routes.filter(({ name }) => name === '$connect').map((route) => [route.api.id, route]));
  return routes
    .filter(({ method }) => method !== 'OPTIONS')
    .map((route) => {
      const guarded = connecting.get(route.api.id) ?? route;
      const asked = authorizersOf(guarded, view);
      const keys = keySchemes(guarded);
      const authorizers = [...asked.keys()].filter((each) => !keys.has(each));
      const { integration, api, name, at } = route;
      return {
        api: api.id,
        route: name,
        calls:
          (integration?.uriAt && called.get(integration.uriAt)) ?? integration?.type?.toLowerCase() ?? 'nothing known',
        access: accessOfRoute(guarded, view),
        authorizers,
        scopes: [...new Set([...asked.values()].flat())],
        needsKey: needsKey(guarded, view),
        origins: corsOfRoute(route, side),
        at,
      };
    });
};

const accessOfRoute = (route: ApiRoute, view: TemplateView): RouteLine['access'] => {
  const access = accessOf(route, view);
  if (access !== 'open') return access;
  if (isClosed(route.api, route.document, view)) return 'closed';
  return hasResourcePolicy(route) ? 'policy' : 'open';
};
