import { shallowCopy } from '../model/origin.ts';
import { get, intrinsicName, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';

/** Which properties a later transform takes only as values, not as functions. */
export interface EarlyValues {
  ofResource(type: string, property: string): boolean;
  ofEvent(hostType: string, eventType: string, property: string): boolean;
  ofGlobals(section: string, property: string): boolean;
}

/**
 * A resource in which the functions of such properties are replaced, as far as their values are known: a transform that
 * comes later in the list takes what this one made.
 */
export const withEarlyValues = (body: JsonMap, early: EarlyValues, scope: Scope): JsonMap => {
  const type = get(body, 'Type');
  if (!isString(type)) return body;
  return changed(body, 'Properties', (properties) => {
    const own = valuesIn(properties, (name) => early.ofResource(type, name), scope);
    return changed(own, 'Events', (events) => {
      let result = events;
      for (const id of Object.keys(events)) {
        const eventType = get(events[id], 'Type');
        if (!isString(eventType)) continue;
        result = changed(result, id, (event) =>
          changed(event, 'Properties', (values) =>
            valuesIn(values, (name) => early.ofEvent(type, eventType, name), scope),
          ),
        );
      }
      return result;
    });
  });
};

/** The same for `Globals`: what stands there is taken as if it stood in each resource. */
export const withEarlyGlobals = (globals: JsonMap, early: EarlyValues, scope: Scope): JsonMap => {
  let result = globals;
  for (const section of Object.keys(globals)) {
    result = changed(result, section, (values) => valuesIn(values, (name) => early.ofGlobals(section, name), scope));
  }
  return result;
};

/** A map with one entry changed, where that is a map; itself where nothing changes. */
const changed = (map: JsonMap, key: string, change: (inner: JsonMap) => JsonMap): JsonMap => {
  const inner = get(map, key);
  if (!isMap(inner)) return map;
  const after = change(inner);
  if (after === inner) return map;
  const copy = shallowCopy(map);
  copy[key] = after;
  return copy;
};

const valuesIn = (properties: JsonMap, isEarly: (name: string) => boolean, scope: Scope): JsonMap => {
  let copy: JsonMap | undefined;
  for (const name of Object.keys(properties)) {
    const value = properties[name]!;
    if (intrinsicName(value) === undefined || !isEarly(name)) continue;
    const known: Json | undefined = evaluate(value, scope);
    if (known === undefined) continue;
    copy ??= shallowCopy(properties);
    copy[name] = known;
  }
  return copy ?? properties;
};
