import { carry, entryOf, orderedKeys, place, stamp } from './origin.ts';
import { type Json, type JsonMap, newMap } from './tree.ts';

/** A tag map as CloudFormation's list of `{Key, Value}`; a null value becomes the empty text. Origins are kept. In the order of `keys`. */
export const tagList = (tags: JsonMap, keys: readonly string[] = orderedKeys(tags)): Json[] =>
  keys.map((key) => {
    const tag = newMap();
    tag['Key'] = key;
    tag['Value'] = '';
    carry(tags, key, tag, 'Value');
    const entry = entryOf(tags, key);
    place(tag, 'Key', entry && { key: entry.key, value: entry.key });
    return stamp(tag, entry?.key);
  });
