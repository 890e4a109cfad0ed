import { apiRoutes } from '../../model/channel.ts';
import { implicitApiIds } from '../../model/implicit-apis.ts';
import { isMap, isTruthy, type Json, type JsonMap } from '../../model/tree.ts';
import type { ApiContext } from './context.ts';

/** What an API says about authorization, with references to parameters resolved. */
export const authOf = (cx: ApiContext): JsonMap | undefined => {
  const auth = cx.resolve(cx.props.Auth ?? null);
  return isMap(auth) ? auth : undefined;
};

/** A setting of `Auth` that is on unless something else is written, null included. */
export const onUnlessWritten = (auth: JsonMap, name: string): boolean =>
  Object.hasOwn(auth, name) ? isTruthy(auth[name] as Json) : true;

/** Whether the API exists because of events that name none. */
export const isImplicit = (cx: ApiContext): boolean =>
  cx.id === implicitApiIds.rest && cx.contributions(apiRoutes).length > 0;
