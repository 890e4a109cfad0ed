import { get, type JsonMap, sameData } from '../../model/tree.ts';
import { type ActionsOf, uncovered } from './covers.ts';
import { rowsOf } from './rows.ts';

/**
 * Whether two policy documents in their plainest form allow and deny the same: however statements are ordered and named,
 * actions divided among them, and repeated by wildcards.
 */
export const samePermissions = (before: JsonMap, after: JsonMap, actions: ActionsOf): boolean => {
  if (!sameData(get(before, 'Version'), get(after, 'Version'))) return false;
  const [left, right] = [rowsOf(before), rowsOf(after)];
  return uncovered(left, right, actions).length === 0 && uncovered(right, left, actions).length === 0;
};
