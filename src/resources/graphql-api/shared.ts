import { getAtt } from '../../model/intrinsics.ts';
import { type Cause, carry, entryOf, originOf, stamp } from '../../model/origin.ts';
import type { Attributes, ResourceContext } from '../../model/plugin.ts';
import { get, isMap, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { graphqlApiProperties } from './properties.ts';

export type GraphqlContext = ResourceContext<typeof graphqlApiProperties>;

/** A reference to the id of the API. */
export const apiId = (cx: GraphqlContext): JsonMap => getAtt(cx.id, 'ApiId');

/** An entry under one of the API's maps of parts. */
export interface Part {
  readonly key: string;
  readonly body: JsonMap;
  readonly cause: Cause | undefined;
}

/** The parts under a map, in the order in which they were written. */
export const partsOf = (parts: Json | null | undefined): Part[] =>
  isMap(parts)
    ? Object.keys(parts).flatMap((key) => {
        const body = parts[key];
        return isMap(body) ? [{ key, body, cause: entryOf(parts, key)?.key ?? originOf(body) }] : [];
      })
    : [];

/** Emits a resource that belongs to the API; it gets all attributes of the API unless others are given. */
export const emitPart = (
  cx: GraphqlContext,
  name: string,
  type: string,
  properties: JsonMap,
  cause: Cause | undefined,
  attributes: Attributes = cx.attributes,
): string => {
  const id = cx.id + name;
  cx.emit({ id, type: `AWS::AppSync::${type}`, properties, attributes, cause: cause ?? cx.cause });
  return id;
};

/** A copy of a map without entries that are null. */
export const present = (map: JsonMap): JsonMap => {
  const copy = newMap();
  for (const key of Object.keys(map)) carry(map, key, copy);
  return stamp(copy, originOf(map));
};

/** As `carry`, for a property that the transform reads as a text: numbers become texts. */
export const carryText = (from: JsonMap, name: string, to: JsonMap, toName = name): void => {
  carry(from, name, to, toName);
  const value = get(from, name);
  if (typeof value === 'number' || typeof value === 'boolean') to[toName] = String(value);
};

/** The place of an entry of a part, or of the part. */
export const placeIn = ({ body, cause }: Part, name: string): Cause | undefined =>
  entryOf(body, name)?.value ?? cause ?? originOf(body);
