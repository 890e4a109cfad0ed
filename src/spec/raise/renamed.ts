import { shallowCopy } from '../../model/origin.ts';
import { get, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';

/** Event types of SAM that another one has taken the place of: what they become is the same. */
const newer: Readonly<Record<string, string>> = { CloudWatchEvent: 'EventBridgeRule' };

/** A template whose events have the newer of two names; undefined where none has another. */
export const renamed = (template: JsonMap): JsonMap | undefined => {
  const resources = get(template, 'Resources');
  if (!isMap(resources)) return undefined;
  const result = withEntries(resources, (body) =>
    withEntry(body, 'Properties', (properties) =>
      withEntry(properties, 'Events', (events) => withEntries(events, typed)),
    ),
  );
  if (result === resources) return undefined;
  const whole = shallowCopy(template);
  whole['Resources'] = result;
  return whole;
};

const typed = (event: Json): Json => {
  const type = get(event, 'Type');
  return isString(type) && Object.hasOwn(newer, type) ? withEntry(event, 'Type', () => newer[type]!) : event;
};

type Change = (value: Json) => Json;

/** A map with one entry changed; the map itself where nothing changes. */
const withEntry = (map: Json, key: string, change: Change): Json =>
  withEntries(map, (value, name) => (name === key ? change(value) : value));

const withEntries = (map: Json, change: (value: Json, name: string) => Json): Json => {
  if (!isMap(map)) return map;
  const changed = Object.keys(map).flatMap((name) => {
    const value = change(map[name]!, name);
    return value === map[name] ? [] : [[name, value] as const];
  });
  return changed.length === 0 ? map : Object.assign(shallowCopy(map), Object.fromEntries(changed));
};
