import { httpRouteSettings } from '../../model/channel.ts';
import { fnIf, noValue } from '../../model/intrinsics.ts';
import { carry, mergedFrom, place, shallowCopy } from '../../model/origin.ts';
import { get, getIn, isIntrinsic, isMap, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { HttpApiContext } from './index.ts';

/** The settings of single routes: those of `Globals`, of the API over them and of events over both. */
export const routeSettings = (cx: HttpApiContext): JsonMap | undefined => {
  const given = isMap(cx.props.RouteSettings) ? cx.props.RouteSettings : undefined;
  const contributions = cx.contributions(httpRouteSettings);
  if (contributions.length === 0) return given;
  const own = getIn(cx.lookup(cx.id)?.body, 'Properties', 'RouteSettings');
  const byRoute = new Map<string, JsonMap>();
  const all = given ? shallowCopy(given) : newMap();
  for (const { item, cause } of contributions) {
    const { route, settings, condition } = item;
    let merged = byRoute.get(route);
    if (merged === undefined) {
      const before = get(own, route);
      merged = isMap(before) ? shallowCopy(before) : newMap();
      byRoute.set(route, merged);
    }
    if (condition !== undefined) Object.assign(merged, fnIf(condition, settings, noValue()));
    else for (const name of Object.keys(settings)) carry(settings, name, merged);
    place(all, route, cause && { key: cause, value: cause });
  }
  // An intrinsic function in place of the API's settings hides those of `Globals`, unless an event adds settings.
  const below = (route: string): Json | undefined =>
    given && isIntrinsic(get(given, route)) ? get(mergedFrom(given)?.below, route) : get(given, route);
  for (const [route, settings] of byRoute) all[route] = overGlobals(below(route), settings);
  return all;
};

/** What `Globals` has for a route stays under the settings, unless an intrinsic function stands for them. */
const overGlobals = (below: ReturnType<typeof get>, settings: JsonMap): JsonMap => {
  if (!isMap(below) || isIntrinsic(below) || isIntrinsic(settings)) return settings;
  const merged = shallowCopy(below);
  for (const name of Object.keys(settings)) carry(settings, name, merged);
  return merged;
};
