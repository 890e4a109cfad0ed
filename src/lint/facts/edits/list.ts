import type { Side } from '../../../model/change.ts';
import { entryOf } from '../../../model/origin.ts';
import type { Fix } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';

/** A fix that adds an item at the head of a list, or at its end. */
export const insertItem = (list: readonly Json[], value: Json, side: Side = 'before'): Fix | undefined => {
  const beside = entryOf(list as Json[], side === 'before' ? 0 : list.length - 1)?.value;
  return beside && [{ kind: 'add-item', value, beside, side }];
};
