import { append } from '../../../model/lists.ts';
import { nearest } from '../../../model/nearest.ts';
import { entryOf, place, stamp } from '../../../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../../model/tree.ts';
import { type Phrase, record } from '../../codecs/records.ts';
import { text, whole } from '../../codecs/scalars.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec, Reading, Writing } from '../../language/codec.ts';
import { type Draft, valueAt } from '../../language/draft.ts';
import { type Key, property, set } from '../../language/key.ts';
import { isSamKey } from '../../language/keys.ts';
import { UnknownKey } from '../../language/messages.ts';
import type { Joint } from '../../language/section.ts';
import { SplitByComma, splitTexts } from '../../language/split.ts';
import type { Spot } from '../../language/spot.ts';
import {
  attributeSays,
  type KeyAttribute,
  keySchema,
  namesOfSchema,
  parseAttribute,
  printAttribute,
} from '../../phrases/attributes.ts';
import { hasOnly, opened } from '../../phrases/phrase.ts';

const keySays = `${attributeSays}, or a list of a hash and a range key`;

/** The attributes of a key; undefined after a report. */
const readKey = (spot: Spot, cx: Reading): KeyAttribute[] | undefined => {
  const { items } = spot;
  const found = items.map(({ value, text: written }) =>
    written === undefined || !isString(value) ? undefined : parseAttribute(written),
  );
  if (found.length === 0 || found.length > 2 || found.includes(undefined)) return wrong(spot, keySays, cx);
  return found as KeyAttribute[];
};

/** Adds attributes to those that the table defines, each once. */
const define = (draft: Draft, attributes: readonly KeyAttribute[], spot: Spot, cx: Reading): void => {
  const present = valueAt(draft, 'AttributeDefinitions');
  const list: Json[] = isList(present) ? present : [];
  if (present === undefined) set(draft, 'AttributeDefinitions', stamp(list, spot.whole), spot, cx);
  for (const { name, type } of attributes) {
    if (list.some((each) => get(each, 'AttributeName') === name)) continue;
    list.push(stamp({ AttributeName: name, AttributeType: type }, spot.whole));
  }
};

/** The types of attributes by their names. */
const typesOf = (draft: Draft): ReadonlyMap<string, KeyAttribute['type']> | undefined => {
  const list = valueAt(draft, 'AttributeDefinitions');
  if (!isList(list)) return undefined;
  const types = new Map<string, KeyAttribute['type']>();
  for (const each of list) {
    const { AttributeName: name, AttributeType: type } = isMap(each) ? each : {};
    if (!isString(name) || (type !== 'S' && type !== 'N' && type !== 'B') || types.has(name)) return undefined;
    types.set(name, type);
  }
  return types;
};

const printKey = (names: readonly string[], types: ReadonlyMap<string, KeyAttribute['type']>): Json | undefined => {
  const attributes = names.map((name) => ({ name, type: types.get(name) }));
  if (attributes.some(({ type }) => type === undefined)) return undefined;
  const printed = (attributes as KeyAttribute[]).map(printAttribute);
  return printed.length === 1 ? printed[0]! : printed;
};

const keySchemaJson = { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] } as const;

export const keyKey: Key = {
  key: 'key',
  to: ['KeySchema', 'AttributeDefinitions'],
  doc: 'The primary key: one attribute, or a hash and a range key; text where no type is said.',
  examples: ['orderId', '[customer, date number]'],
  schema: () => keySchemaJson,
  lower: (spot, draft, cx) => {
    const attributes = readKey(spot, cx);
    if (attributes === undefined) return;
    set(draft, 'KeySchema', stamp<Json[]>(keySchema(attributes), spot.at), spot, cx);
    define(draft, attributes, spot, cx);
  },
  raise: () => undefined,
};

const capacityPhrase: Phrase = {
  says: "'on demand', or '5 read, 5 write'",
  examples: ['on demand', "'5 read, 5 write'"],
  schema: () => ({
    type: 'string',
    pattern: '^(on demand|\\d+ read, \\d+ write)$',
    patternErrorMessage: "Write 'on demand', or '5 read, 5 write'.",
  }),
  open: (spot, cx) => {
    const [, read, write] = /^(\d{1,7}) read, ?(\d{1,7}) write$/.exec(spot.text ?? '') ?? [];
    if (read === undefined) return wrong(spot, capacityPhrase.says, cx);
    return opened(spot, { read: Number(read), write: Number(write) });
  },
  close: (map) =>
    hasOnly(map, 'read', 'write') && Number.isSafeInteger(map['read']) && Number.isSafeInteger(map['write'])
      ? `${map['read']} read, ${map['write']} write`
      : undefined,
};
export const throughput = record(
  'a capacity',
  [
    property('read', 'ReadCapacityUnits', whole(), 'Reads in a second.', '5'),
    property('write', 'WriteCapacityUnits', whole(), 'Writes in a second.', '5'),
  ],
  { phrase: capacityPhrase },
);

/** How the table is paid for: by request, or by what is provisioned. */
export const capacityKey: Key = {
  key: 'capacity',
  to: ['BillingMode', 'ProvisionedThroughput'],
  doc: 'How it is paid for: `on demand`, which is what is taken without this key, or a provisioned capacity.',
  examples: ['on demand', "'5 read, 5 write'", '{read: 5, write: "${Writes}"}'],
  schema: () => throughput.schema(),
  codec: throughput,
  lower: (spot, draft, cx) => {
    if (spot.text === 'on demand') return set(draft, 'BillingMode', 'PAY_PER_REQUEST', spot, cx);
    const value = throughput.read(spot, cx);
    if (value !== undefined) set(draft, 'ProvisionedThroughput', value, spot, cx);
  },
  raise: (draft, cx) => {
    const capacity = valueAt(draft, 'ProvisionedThroughput');
    if (capacity === undefined || valueAt(draft, 'BillingMode') !== undefined) return undefined;
    const value = throughput.write(capacity, cx);
    return value === undefined ? undefined : { value, says: ['ProvisionedThroughput'] };
  },
};

const projectionPhrase: Phrase = {
  says: "'all', 'keys-only', or a list of attributes",
  examples: ['all', 'keys-only', '[total, status]'],
  schema: () => ({ anyOf: [{ type: 'array', items: { type: 'string' } }, { enum: ['all', 'keys-only'] }] }),
  open: (spot, cx) => {
    if (spot.text === 'all') return opened(spot, { type: 'ALL' });
    if (spot.text === 'keys-only') return opened(spot, { type: 'KEYS_ONLY' });
    return isList(spot.value)
      ? opened(spot, { type: 'INCLUDE', attributes: spot.value })
      : wrong(spot, projectionPhrase.says, cx, ['all', 'keys-only']);
  },
  close: (map) => {
    if (hasOnly(map, 'type'))
      return map['type'] === 'ALL' ? 'all' : map['type'] === 'KEYS_ONLY' ? 'keys-only' : undefined;
    return hasOnly(map, 'type', 'attributes') && map['type'] === 'INCLUDE' && isList(map['attributes'])
      ? map['attributes']
      : undefined;
  },
};
const projection: Codec = record(
  'a projection',
  [
    property('type', 'ProjectionType', text, 'ALL, KEYS_ONLY or INCLUDE.', 'ALL'),
    property(
      'attributes',
      'NonKeyAttributes',
      { says: 'a list of attributes', schema: () => ({}), read: (spot) => spot.value, write: (value) => value },
      'The attributes.',
      '[total]',
    ),
  ],
  { phrase: projectionPhrase },
);

/** Reports what is not a key of an index; false where anything is not. */
const hasIndexKeysOnly = (index: JsonMap, name: string, cx: Reading): boolean => {
  const split = splitTexts(index, (key) => indexKeys.includes(key));
  const faults = Object.keys(index).filter((key) => split.has(key) || !(indexKeys.includes(key) || isSamKey(key)));
  for (const key of faults) {
    const whole = split.get(key);
    if (whole === undefined)
      cx.report(UnknownKey(key, `the index '${name}'`, nearest(key, indexKeys), indexKeys), entryOf(index, key)?.key);
    else if (whole !== '') cx.report(SplitByComma(whole), entryOf(index, key)?.value);
  }
  return faults.length === 0;
};

const indexSchema = {
  type: 'object',
  additionalProperties: {
    anyOf: [
      {
        type: 'object',
        properties: {
          key: keySchemaJson,
          project: projection.schema(),
          capacity: throughput.schema(),
          local: { const: true },
        },
        patternProperties: { '^[A-Z]': {} },
        additionalProperties: false,
      },
      ...keySchemaJson.anyOf,
    ],
  },
} as const;

const indexKeys = ['key', 'project', 'capacity', 'local'];

export const indexesKey: Key = {
  key: 'indexes',
  to: ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes', 'AttributeDefinitions'],
  doc: 'Indexes by name: a key as for the table, or a map with `key`, `project`, `capacity`, and `local: true` for a local one. Everything is projected unless `project` says otherwise.',
  examples: [
    '{ByDate: [date number]}',
    '{ByStatus: {key: [status, date number], project: keys-only}, Newest: {key: [customer, date number], local: true}}',
  ],
  schema: () => indexSchema,
  lower: (spot, draft, cx) => {
    const { value } = spot;
    if (!isMap(value)) return wrong(spot, 'a map of indexes', cx);
    const lists: Record<string, Json[]> = {};
    for (const name of Object.keys(value)) {
      const each = spot.below(name);
      const long = isMap(each.value) ? each.value : undefined;
      if (long !== undefined && !hasIndexKeysOnly(long, name, cx)) continue;
      const attributes = readKey(long ? each.below('key') : each, cx);
      if (attributes === undefined) continue;
      const index: JsonMap = newMap();
      index['IndexName'] = name;
      index['KeySchema'] = keySchema(attributes);
      index['Projection'] =
        long && Object.hasOwn(long, 'project')
          ? (projection.read(each.below('project'), cx) ?? null)
          : { ProjectionType: 'ALL' };
      if (long && Object.hasOwn(long, 'capacity'))
        index['ProvisionedThroughput'] = throughput.read(each.below('capacity'), cx) ?? null;
      for (const key of Object.keys(long ?? {})) if (/^[A-Z]/.test(key)) index[key] = long![key]!;
      define(draft, attributes, each, cx);
      const list = long && long['local'] === true ? 'LocalSecondaryIndexes' : 'GlobalSecondaryIndexes';
      lists[list] ??= [];
      lists[list].push(stamp(index, each.whole));
    }
    for (const [name, list] of Object.entries(lists)) set(draft, name, stamp(list, spot.at), spot, cx);
  },
  raise: () => undefined,
};

/** Keys and indexes come back together: they share the definitions of attributes. */
export const raiseKeys = (draft: Draft, cx: Writing): Joint | undefined => {
  const types = typesOf(draft);
  const names = namesOfSchema(valueAt(draft, 'KeySchema'));
  if (types === undefined || names === undefined) return undefined;
  const used: string[] = [...names];
  const out = newMap();
  const key = printKey(names, types);
  if (key === undefined) return undefined;
  out['key'] = key;
  const indexes = newMap();
  for (const [list, local] of [
    ['GlobalSecondaryIndexes', false],
    ['LocalSecondaryIndexes', true],
  ] as const) {
    const given = valueAt(draft, list);
    if (given === undefined) continue;
    if (!isList(given) || given.length === 0) return undefined;
    for (const [at, index] of given.entries()) {
      const raised = isMap(index) ? raiseIndex(index, local, types, used, cx) : undefined;
      if (raised === undefined || Object.hasOwn(indexes, raised.name)) return undefined;
      indexes[raised.name] = raised.value;
      place(indexes, raised.name, entryOf(given, at));
    }
  }
  // The order in which attributes are defined is that in which keys name them first.
  const order = [...new Set(used)];
  if (order.join('\n') !== [...types.keys()].join('\n')) return undefined;
  if (Object.keys(indexes).length > 0) out['indexes'] = indexes;
  return { map: out, says: [...keyKey.to, ...indexesKey.to] };
};

const raiseIndex = (
  index: JsonMap,
  local: boolean,
  types: ReadonlyMap<string, KeyAttribute['type']>,
  used: string[],
  cx: Writing,
): { name: string; value: Json } | undefined => {
  const { IndexName: name, KeySchema: schema, Projection: projected, ProvisionedThroughput: capacity, ...rest } = index;
  const names = namesOfSchema(schema);
  const key = names && printKey(names, types);
  if (!isString(name) || key === undefined || projected === undefined || Object.keys(rest).length > 0) return undefined;
  append(used, names!);
  const project = projection.write(projected, cx);
  const provisioned = capacity === undefined ? undefined : throughput.write(capacity, cx);
  if (project === undefined || (capacity !== undefined && provisioned === undefined)) return undefined;
  if (project === 'all' && provisioned === undefined && !local) return { name, value: key };
  const value = newMap();
  value['key'] = key;
  if (project !== 'all') value['project'] = project;
  if (provisioned !== undefined) value['capacity'] = provisioned;
  if (local) value['local'] = true;
  return { name, value };
};
