import { carryEvenNull, entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { get, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { record } from '../codecs/records.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import type { Key } from '../language/key.ts';
import type { Synonyms } from '../language/keys.ts';
import type { Spot } from '../language/spot.ts';

export type Host = 'function' | 'machine';

/** One kind of event: a map that is known by a key. */
export interface EventForm {
  /** The key that tells it apart: `queue`. */
  readonly key: string;
  readonly type: string;
  readonly hosts: readonly Host[];
  readonly doc: string;
  readonly codec: Codec;
  readonly keys: readonly Key[];
  /** The id of an event that has none, from its content alone. */
  idOf(event: JsonMap): string;
  read(spot: Spot, event: JsonMap, host: Host, cx: Reading): JsonMap | undefined;
  /** The compact form of an event of SAM; undefined where it has none. */
  write(event: JsonMap, host: Host, cx: Writing): Json | undefined;
}

interface FormOptions {
  readonly key: string;
  readonly type: string;
  readonly hosts?: readonly Host[];
  readonly doc: string;
  readonly keys: readonly Key[];
  readonly synonyms?: Synonyms;
  /** The id where the content does not name anything. */
  readonly id: string;
}

/** The body of an event of SAM. */
export const eventBody = (type: string, properties: Json, spot: Spot): JsonMap => {
  const body = newMap();
  const entry = entryOf(spot.holder, spot.step);
  body['Type'] = type;
  body['Properties'] = properties;
  for (const key of ['Type', 'Properties']) place(body, key, entry);
  return stamp(body, spot.whole);
};

/** The properties of an event, where it has nothing but those. */
export const propertiesOf = (event: JsonMap): JsonMap | undefined => {
  const properties = get(event, 'Properties');
  return Object.keys(event).every((key) => key === 'Type' || key === 'Properties') && isMap(properties)
    ? properties
    : undefined;
};

/** A logical id made of a text: `orders-new` is `OrdersNew`. */
export const idFrom = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** The id after the name that a key gives; a fixed one where that is not a name. */
export const idAfter = (event: JsonMap, key: string, fallback: string): string => {
  const name = event[key];
  return isString(name) && /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : fallback;
};

/** A kind of event whose keys are its properties. */
export const eventForm = (options: FormOptions): EventForm => {
  const { key, type, hosts = ['function'], doc, keys, synonyms, id } = options;
  const codec = record(`a ${key} event`, keys, synonyms === undefined ? {} : { synonyms });
  return {
    key,
    type,
    hosts,
    doc,
    codec,
    keys,
    idOf: (event) => idAfter(event, key, id),
    read: (spot, _event, _host, cx) => {
      const properties = codec.read(spot, cx);
      return properties === undefined ? undefined : eventBody(type, properties, spot);
    },
    write: (event, _host, cx) => {
      const properties = propertiesOf(event);
      const written = properties && codec.write(properties, cx);
      if (!isMap(written) || !Object.hasOwn(written, key)) return undefined;
      return firstKey(written, key);
    },
  };
};

/** The same map with the key that tells it apart at its head. */
const firstKey = (map: JsonMap, key: string): JsonMap => {
  const out = newMap();
  carryEvenNull(map, key, out);
  for (const name of Object.keys(map)) if (name !== key) carryEvenNull(map, name, out);
  return stamp(out, originOf(map));
};
