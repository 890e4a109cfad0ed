import { entryOf } from '../../model/origin.ts';
import { getIn, isMap } from '../../model/tree.ts';
import { placeAt } from '../places.ts';
import type { ChangeContext } from './context.ts';
import type { Route } from './routes.ts';
import { type WrittenAt, writtenChange } from './written-change.ts';

/** Properties of a method or route that say who may call it. */
const guards: ReadonlySet<string> = new Set([
  'AuthorizationType',
  'AuthorizerId',
  'AuthorizationScopes',
  'ApiKeyRequired',
]);

/** Where that changes which a route asks of its callers: at its event, at its API, in `Globals` or in a document. */
export const guardChange = ({ route, api }: Route, cx: ChangeContext): WrittenAt => {
  const { owner, operation } = route;
  const own = operation ? undefined : cx.change(owner.id)?.differences.find(({ path }) => guards.has(String(path[0])));
  if (own) return { at: own.after === undefined ? undefined : own.at, wasAt: own.wasAt };
  const old = cx.former(api!) ?? api!;
  return (
    eventChange(route.at, cx) ??
    writtenChange(cx, ['Resources', old, 'Properties', 'Auth'], ['Resources', api!, 'Properties', 'Auth']) ??
    globalsChange(route.api.type, cx) ?? { at: documentPlace(route) ?? route.at, wasAt: undefined }
  );
};

/** In the event that makes the route. */
const eventChange = (at: Route['route']['at'], cx: ChangeContext): WrittenAt | undefined => {
  for (const [id, { properties }] of cx.after.attempt.resources) {
    const events = getIn(properties, 'Events');
    if (at === undefined || !isMap(events)) continue;
    for (const name of Object.keys(events)) {
      const key = entryOf(events, name)?.key;
      if (key?.source !== at.source || key.start !== at.start) continue;
      const path = (owner: string) => ['Resources', owner, 'Properties', 'Events', name, 'Properties', 'Auth'];
      return writtenChange(cx, path(cx.former(id) ?? id), path(id));
    }
  }
  return undefined;
};

const globalsChange = (type: string, cx: ChangeContext): WrittenAt | undefined =>
  writtenChange(cx, ['Globals', type === 'AWS::ApiGateway::RestApi' ? 'Api' : 'HttpApi', 'Auth']);

/** In a document that the template holds. */
const documentPlace = ({ operation }: Route['route']) => operation && placeAt(operation.body, 'security');
