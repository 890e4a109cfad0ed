import { stamp, trace } from '../../model/origin.ts';
import { isList, type Json } from '../../model/tree.ts';
import type { Codec } from '../language/codec.ts';

/** One value for what SAM has as a list that holds one: `architecture: arm64`. */
export const single = (inner: Codec): Codec => ({
  says: inner.says,
  schema: () => inner.schema(),
  keys: inner.keys,
  read: (spot, cx) => {
    const value = inner.read(spot, cx);
    if (value === undefined) return undefined;
    const list: Json[] = [value];
    trace(list, 0, spot.at);
    return stamp(list, spot.at);
  },
  write: (value, cx) => (isList(value) && value.length === 1 ? inner.write(value[0]!, cx) : undefined),
});
