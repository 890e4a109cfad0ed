import { carryEvenNull, entryOf, orderedKeys, originOf, stamp } from '../../model/origin.ts';
import { intrinsicName, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import type { Codec, Reading, Writing } from '../language/codec.ts';
import { copyOf, type Draft, join } from '../language/draft.ts';
import { type Key, RaisedMap } from '../language/key.ts';
import { isSamKey, KeyTable, lowerKeys, type Synonyms, setBy } from '../language/keys.ts';
import { GivenTwice } from '../language/messages.ts';
import { anyOf, type JsonSchema } from '../language/schema.ts';
import type { Spot } from '../language/spot.ts';
import { withFunctions } from './functions.ts';
import { isOneGap } from './gaps.ts';
import { flag } from './scalars.ts';
import { wrong } from './wrong.ts';

/** A short form of a map: a text that opens into the long form, and the long form that has one. */
export interface Phrase {
  /** What would do, for messages. */
  readonly says: string;
  /** Texts in YAML, one for each form. */
  readonly examples: readonly string[];
  readonly schema: () => JsonSchema;
  /** The long form, with origins; undefined after a report. */
  open(spot: Spot, cx: Reading): JsonMap | undefined;
  /** An intrinsic function is a short form too. */
  readonly functions?: true;
  /** The short form of a long one; undefined where it needs its map. */
  close(map: JsonMap): Json | undefined;
}

interface RecordOptions {
  readonly synonyms?: Synonyms;
  readonly phrase?: Phrase;
}

/** The schema of a map with these keys, and SAM's own beside them. */
export const keysSchema = (keys: readonly Key[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(keys.map(({ key, schema, doc }) => [key, { ...schema(), markdownDescription: doc }])),
  patternProperties: { '^[A-Z]': {} },
  additionalProperties: false,
});

/** A map with keys of the language, and a phrase that is short for it where there is one. */
export const record = (says: string, keys: readonly Key[], { synonyms, phrase }: RecordOptions = {}): Codec => {
  const table = new KeyTable(keys, synonyms);
  const what = phrase === undefined ? `a map with ${orWords(table.names)}` : `${phrase.says}, or a map`;
  const open = phrase && ((spot: Spot, cx: Reading) => phrase.open(spot, cx));
  const codec = withFunctions({
    says: what,
    schema: () => (phrase === undefined ? keysSchema(keys) : anyOf(keysSchema(keys), phrase.schema())),
    read: (spot, cx) => {
      const map = isMap(spot.value) || phrase === undefined ? spot.value : open!(spot, cx);
      if (map === undefined) return undefined;
      if (!isMap(map)) return wrong(spot, what, cx);
      return readRecord(map, table, says, cx, spot);
    },
    write: (value, cx) => {
      if (!isMap(value)) return undefined;
      const map = writeRecord(value, table, cx);
      return map && (phrase?.close(map) ?? map);
    },
  });
  const isShort = ({ value }: Spot): boolean =>
    intrinsicName(value) !== undefined || (isString(value) && isOneGap(value));
  const readFunction = (spot: Spot, cx: Reading): Json | undefined => {
    const map = open!(spot, cx);
    return map && readRecord(map, table, says, cx, spot);
  };
  return {
    ...codec,
    read: (spot, cx) => (phrase?.functions && isShort(spot) ? readFunction(spot, cx) : codec.read(spot, cx)),
    open,
    keys,
    inner: (key) => table.get(key)?.codec,
  };
};

const orWords = (names: readonly string[]): string =>
  names.length > 6 ? `the keys ${names.slice(0, 6).join(', ')} …` : names.map((name) => `'${name}'`).join(', ');

const draftOf = (properties: JsonMap): Draft => ({ id: '', type: '', properties, attributes: newMap() });

const readRecord = (map: JsonMap, table: KeyTable, says: string, cx: Reading, spot: Spot): JsonMap => {
  const draft = draftOf(newMap());
  lowerKeys(map, table, draft, says, cx, (name, value) => {
    const entry = entryOf(map, name);
    if (!join(draft.properties, name, value, entry)) cx.report(GivenTwice(setBy(map, table, name), name), entry?.key);
  });
  return stamp(draft.properties, originOf(map) ?? spot.at);
};

const writeRecord = (value: JsonMap, table: KeyTable, cx: Writing): JsonMap | undefined => {
  const draft = copyOf(draftOf(value));
  const map = new RaisedMap(Object.keys(value));
  for (const key of table.keys) map.raise(key, draft, cx);
  for (const name of Object.keys(draft.properties)) {
    if (!isSamKey(name) || map.has(name)) return undefined;
    map.set(name, draft.properties[name]!, name, entryOf(draft.properties, name));
  }
  return map.finish(originOf(value));
};

/** A map from names of the author's to values of one kind. */
export const mapOf = (inner: Codec, says = `a map of names, each with ${inner.says}`): Codec => ({
  ...withFunctions({
    says,
    schema: () => ({ type: 'object', additionalProperties: inner.schema() }),
    read: (spot, cx) => {
      const { value } = spot;
      if (!isMap(value)) return wrong(spot, says, cx);
      const map = newMap();
      for (const key of orderedKeys(value)) {
        const read = inner.read(spot.below(key), cx);
        if (read === undefined) continue;
        carryEvenNull(value, key, map);
        map[key] = read;
      }
      return stamp(map, originOf(value));
    },
    write: (value, cx) => {
      if (!isMap(value)) return undefined;
      const map = newMap();
      for (const key of orderedKeys(value)) {
        const written = inner.write(value[key]!, cx);
        if (written === undefined) return undefined;
        carryEvenNull(value, key, map);
        map[key] = written;
      }
      return stamp(map, originOf(value));
    },
  }),
  keys: inner.keys,
  inner: () => inner,
});

/** `true` or `false`, or something else. */
export const flagOr = (other: Codec): Codec => {
  const switched = flag();
  return {
    ...other,
    says: `${switched.says}, or ${other.says}`,
    schema: () => anyOf(other.schema(), switched.schema()),
    read: (spot, cx) => (typeof spot.value === 'boolean' ? switched : other).read(spot, cx),
    write: (value, cx) => switched.write(value, cx) ?? other.write(value, cx),
  };
};

/** One of two forms, told apart by their kind: a scalar, or a map or list. */
export const scalarOr = (scalar: Codec, other: Codec): Codec => ({
  says: `${scalar.says}, or ${other.says}`,
  schema: () => anyOf(other.schema(), scalar.schema()),
  read: (spot, cx) => (isString(spot.value) || typeof spot.value !== 'object' ? scalar : other).read(spot, cx),
  write: (value, cx) => scalar.write(value, cx) ?? other.write(value, cx),
  keys: other.keys,
  inner: other.inner,
});
