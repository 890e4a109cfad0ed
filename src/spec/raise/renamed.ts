import { shallowCopy } from '../../model/origin.ts';
import { get, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';

/** Event types of SAM that another one has taken the place of: what they become is the same. */
const newer: Readonly<Record<string, string>> = { CloudWatchEvent: 'EventBridgeRule' };

/** Properties of SAM that take a place in S3 as a map, and as a text. */
const places: readonly string[] = ['CodeUri', 'ContentUri', 'DefinitionUri'];

/** `s3://bucket/key` for a place in S3; another value as it is. */
const asText = (place: Json): Json => {
  if (!isMap(place) || Object.keys(place).length !== 2) return place;
  const { Bucket: bucket, Key: key } = place;
  const isPlain = (part: Json | undefined): part is string => isString(part) && /^[\w./-]+$/.test(part);
  return isPlain(bucket) && isPlain(key) ? `s3://${bucket}/${key}` : place;
};

/** A template with the shorter of two names for the same: of events, of places in S3; undefined where none has another. */
export const renamed = (template: JsonMap): JsonMap | undefined => {
  const resources = get(template, 'Resources');
  if (!isMap(resources)) return undefined;
  const result = withEntries(resources, (body) =>
    withEntry(body, 'Properties', (properties) =>
      withEntries(properties, (value, name) => {
        if (name === 'Events') return withEntries(value, typed);
        return places.includes(name) ? asText(value) : value;
      }),
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
