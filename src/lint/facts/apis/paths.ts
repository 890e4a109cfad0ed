import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import type { Step } from '../../../model/tree.ts';
import { eventAt } from '../events/sam-events.ts';
import { conditionOf } from '../templates/condition.ts';
import { addTo } from '../templates/grouping.ts';
import { elidedText } from '../texts/partial-text.ts';
import { apiDocuments, type PathItem } from './document.ts';
import { type ApiKind, apiBehind, apiKind } from './kind.ts';

/** Where a part of a route was written, and whose it is. */
export interface RoutePlace {
  readonly at: Cause | undefined;
  readonly logicalId: string;
  readonly eventId?: string;
}

/** A path of an API, with the keys that stand for its methods. */
export interface ApiPath extends RoutePlace {
  /** With `…` for what is known only at deploy time. */
  readonly path: string;
  readonly condition: string | undefined;
  readonly methods: readonly (RoutePlace & { readonly name: string })[];
}

/** The paths of one API: those of its document, or of its routes. */
export interface PathSet {
  readonly kind: ApiKind;
  readonly paths: readonly ApiPath[];
}

/** The paths of all APIs that have documents, those of events included. */
export const documentPaths = (cx: RuleContext): PathSet[] =>
  apiDocuments(cx).map(({ api, kind, paths }) => ({ kind, paths: paths.map((item) => pathOf(item, api, cx)) }));

const pathOf = ({ path, body, at, condition }: PathItem, api: ResourceNode, cx: RuleContext): ApiPath => ({
  path,
  condition,
  methods: Object.keys(body).map((name) => ({ name, ...placeOf(entryOf(body, name)?.key ?? at, 'Method', api, cx) })),
  ...placeOf(at, 'Path', api, cx),
});

/** Of what an event made, the place in the event; of everything else its own. */
const placeOf = (at: Cause | undefined, property: Step, api: ResourceNode, cx: RuleContext): RoutePlace => {
  const event = eventAt(at, cx);
  if (!event) return { at, logicalId: api.id };
  const { owner, id } = event;
  return { at: owner.place('Events', id, 'Properties', property), logicalId: owner.id, eventId: id };
};

/** `GET /items`, taken apart. */
const routeKey = /^(\S*) (.*)$/s;

/** The paths of routes of HTTP APIs that stand alone. `broken` are route keys of another form. */
export const routePaths = (cx: RuleContext): { sets: PathSet[]; broken: (RoutePlace & { key: string })[] } => {
  const byApi = new Map<ResourceNode, ApiPath[]>();
  const broken: (RoutePlace & { key: string })[] = [];
  for (const route of cx.resources('AWS::ApiGatewayV2::Route')) {
    const api = apiBehind(route, cx);
    if (!api || apiKind(api) !== 'HTTP') continue;
    const key = elidedText(route.get('RouteKey'), cx);
    if (key === undefined || key === '$default' || key.startsWith('…')) continue;
    const place = { at: route.place('RouteKey'), logicalId: route.id };
    const [, name, path] = routeKey.exec(key) ?? [];
    if (name === undefined || path === undefined) broken.push({ ...place, key });
    else {
      const methods = [{ ...place, name }];
      addTo(byApi, api, { ...place, path, condition: conditionOf(route), methods });
    }
  }
  return { sets: [...byApi.values()].map((paths) => ({ kind: 'HTTP', paths })), broken };
};
