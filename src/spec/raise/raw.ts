import { entryOf, originOf } from '../../model/origin.ts';
import { get, isMap, isString, type Json, type JsonMap, newMap, sameData } from '../../model/tree.ts';
import { tagList, tagMap } from '../codecs/tags.ts';
import { copyOf } from '../language/draft.ts';
import { RaisedMap } from '../language/key.ts';
import type { Names } from '../language/names.ts';
import { Spot } from '../language/spot.ts';
import { resourceAttributes } from '../lower/entry.ts';
import { Lowered } from '../lower/lowering.ts';
import { mapTags } from '../lower/map-tags.ts';
import { lowerRaw } from '../lower/raw.ts';
import { commonKeys } from '../sections/common.ts';
import { draftFrom } from './entry.ts';

/** A resource for the section `resources`: without the level of its properties where that says the same. */
export const raiseRaw = (body: Json, asIs: boolean, names: Names): Json => {
  if (asIs || !isMap(body)) return body;
  const flat = flattened(body, names);
  if (flat === undefined) return body;
  const cx = new Lowered(names, []);
  const holder = newMap();
  holder['Entry'] = flat;
  const again = lowerRaw('Entry', new Spot(holder, 'Entry'), cx);
  return sameData(again, body) ? flat : body;
};

const flattened = (body: JsonMap, names: Names): JsonMap | undefined => {
  const type = get(body, 'Type');
  const draft = draftFrom('', body);
  if (!isString(type) || draft === undefined) return undefined;
  const rest = copyOf(draft);
  const out = new RaisedMap(['Type', ...Object.keys(draft.attributes), ...Object.keys(draft.properties)]);
  out.set('type', type, 'Type', entryOf(body, 'Type'));
  for (const key of commonKeys) out.raise(key, rest, { names });
  const tags = rest.properties['Tags'];
  const written = tags === undefined ? undefined : (mapTags.has(type) ? tagMap : tagList).write(tags, { names });
  for (const name of Object.keys(rest.attributes))
    out.set(name, rest.attributes[name]!, name, entryOf(rest.attributes, name));
  for (const name of Object.keys(rest.properties)) {
    if (out.has(name) || resourceAttributes.has(name)) return undefined;
    const isTags = name === 'Tags' && written !== undefined;
    out.set(isTags ? 'tags' : name, isTags ? written : rest.properties[name]!, name, entryOf(rest.properties, name));
  }
  return out.finish(originOf(body));
};
