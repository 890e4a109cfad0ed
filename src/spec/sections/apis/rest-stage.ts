import { shallowCopy, stamp } from '../../../model/origin.ts';
import { isList, isMap, isString } from '../../../model/tree.ts';
import { record } from '../../codecs/records.ts';
import { decimal, whole } from '../../codecs/scalars.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';
import { valueAt } from '../../language/draft.ts';
import { type Key, property, set } from '../../language/key.ts';

const limits = record('limits of all methods', [
  property('rate', 'ThrottlingRateLimit', decimal, 'Requests in a second.', '50'),
  property('burst', 'ThrottlingBurstLimit', whole(), 'Requests at a time.', '100'),
]);

/** Settings of all methods of a stage: SAM has a list with one item that is for every path and method. */
export const everyMethod: Codec = {
  ...limits,
  read: (spot, cx) => {
    const value = limits.read(spot, cx);
    if (!isMap(value)) return value;
    const item = shallowCopy(value);
    item['ResourcePath'] = '/*';
    item['HttpMethod'] = '*';
    return stamp([item], spot.at);
  },
  write: (value, cx) => {
    const [item] = isList(value) && value.length === 1 ? value : [];
    if (!isMap(item) || item['ResourcePath'] !== '/*' || item['HttpMethod'] !== '*') return undefined;
    const rest = shallowCopy(item);
    delete rest['ResourcePath'];
    delete rest['HttpMethod'];
    return limits.write(rest, cx);
  },
};

const cacheSays = "'true', 'false', or a size such as 0.5GB";

/** Whether there is a cache, and its size. The sizes are those that API Gateway has. */
export const cacheKey: Key = {
  key: 'cache',
  to: ['CacheClusterEnabled', 'CacheClusterSize'],
  doc: 'Whether responses are cached, or the size of the cache in GB.',
  examples: ['true', '0.5GB'],
  schema: () => ({ type: ['boolean', 'number', 'string'] }),
  lower: (spot, draft, cx) => {
    if (typeof spot.value === 'boolean') return set(draft, 'CacheClusterEnabled', spot.value, spot, cx);
    const [, size] = /^(\d{1,3}(?:\.\d{1,2})?)(?:GB)?$/.exec(spot.text ?? '') ?? [];
    if (size === undefined) return wrong(spot, cacheSays, cx);
    set(draft, 'CacheClusterEnabled', true, spot, cx);
    set(draft, 'CacheClusterSize', size, spot, cx);
  },
  raise: (draft) => {
    const [enabled, size] = [valueAt(draft, 'CacheClusterEnabled'), valueAt(draft, 'CacheClusterSize')];
    if (typeof enabled !== 'boolean') return undefined;
    return enabled && isString(size) && /^\d{1,3}(?:\.\d{1,2})?$/.test(size)
      ? { value: `${size}GB`, says: ['CacheClusterEnabled', 'CacheClusterSize'] }
      : { value: enabled, says: ['CacheClusterEnabled'] };
  },
};
