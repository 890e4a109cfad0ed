import { nearest } from '../../model/nearest.ts';
import { entryOf, originOf, place, stamp } from '../../model/origin.ts';
import { isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { reference } from '../codecs/reference.ts';
import { to } from '../codecs/targets.ts';
import { wrong } from '../codecs/wrong.ts';
import type { Codec, Reading } from '../language/codec.ts';
import { UnknownKey } from '../language/messages.ts';
import type { Spot } from '../language/spot.ts';

/** What Lambda can be told of a source, by SAM's names in lower case with hyphens. */
const kinds = [
  'basic-auth',
  'vpc-subnet',
  'vpc-security-group',
  'sasl-scram-512-auth',
  'sasl-scram-256-auth',
  'virtual-host',
  'client-certificate-tls-auth',
  'server-root-ca-certificate',
];
const says = `a map with ${kinds.slice(0, 4).join(', ')} …, or a list of such maps`;

/** A secret of this file by its name; any other text as it stands. */
const value = reference({ ...to.secret('arn'), literal: true });

/** How a source is reached: SAM has a list of `{Type, URI}`. */
export const credentials: Codec = {
  says,
  schema: () => ({
    anyOf: [
      { type: 'object', properties: Object.fromEntries(kinds.map((kind) => [kind, { type: ['string', 'object'] }])) },
      { type: 'array', items: { type: 'object' } },
    ],
  }),
  read: (spot, cx) => {
    if (!isMap(spot.value) && !isList(spot.value)) return wrong(spot, says, cx);
    const list: Json[] = [];
    for (const item of spot.items) {
      if (!isMap(item.value)) return wrong(item, says, cx);
      if (Object.keys(item.value).every((key) => /^[A-Z]/.test(key))) list.push(item.value);
      else for (const kind of Object.keys(item.value)) readOne(item.below(kind), kind, list, cx);
    }
    return stamp(list, spot.at);
  },
  write: (configurations, cx) => {
    if (!isList(configurations) || configurations.length === 0) return undefined;
    const items: Json[] = [];
    for (const each of configurations) {
      const item = writeOne(each, cx);
      if (item === undefined) return configurations;
      items.push(item);
    }
    const together = newMap();
    for (const item of items as JsonMap[]) for (const kind of Object.keys(item)) together[kind] = item[kind]!;
    return stamp(Object.keys(together).length === items.length ? together : items, originOf(configurations));
  },
};

const readOne = (spot: Spot, kind: string, list: Json[], cx: Reading): void => {
  if (!kinds.includes(kind)) {
    const near = kinds.find((each) => each.startsWith(kind)) ?? nearest(kind, kinds);
    return cx.report(UnknownKey(kind, 'the credentials of an event', near, kinds), spot.keyAt);
  }
  const uri = value.read(spot, cx);
  if (uri === undefined) return;
  const configuration = newMap();
  configuration['Type'] = kind.toUpperCase().replaceAll('-', '_');
  configuration['URI'] = uri;
  for (const key of Object.keys(configuration)) place(configuration, key, entryOf(spot.holder, spot.step));
  list.push(stamp(configuration, spot.whole));
};

const writeOne = (configuration: Json, cx: { names: Reading['names'] }): JsonMap | undefined => {
  if (!isMap(configuration) || Object.keys(configuration).length !== 2) return undefined;
  const { Type: type, URI: uri } = configuration;
  const kind = isString(type) ? type.toLowerCase().replaceAll('_', '-') : '';
  const written = kinds.includes(kind) && uri !== undefined ? value.write(uri, cx) : undefined;
  if (written === undefined) return undefined;
  const map = newMap();
  map[kind] = written;
  place(map, kind, entryOf(configuration, 'URI'));
  return stamp(map, originOf(configuration));
};
