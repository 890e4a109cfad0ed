import { get, isList, type JsonMap, sameData } from '../../model/tree.ts';
import { type ActionsOf, covered } from './covers.ts';
import { rowsOf } from './rows.ts';

/** More pairs of rows are not compared: such policies are the same only where their texts are. */
const mostPairs = 250_000;

/**
 * Whether two policy documents in their plainest form allow and deny the same: however statements are ordered and named,
 * actions divided among them, and repeated by wildcards.
 */
export const samePermissions = (before: JsonMap, after: JsonMap, actions: ActionsOf): boolean => {
  if (!sameData(get(before, 'Version'), get(after, 'Version'))) return false;
  const sizes = [before, after].map(sizeOf) as [number, number];
  if (sizes[0] * sizes[1] > mostPairs) return false;
  const [left, right] = [rowsOf(before), rowsOf(after)];
  return left.every((row) => covered(row, right, actions)) && right.every((row) => covered(row, left, actions));
};

/** How many rows a document has, without making them. */
const sizeOf = (policy: JsonMap): number => {
  const statements = get(policy, 'Statement');
  const count = (value: unknown): number => (Array.isArray(value) ? value.length : 1);
  return isList(statements)
    ? statements.reduce<number>((sum, each) => sum + count(get(each, 'Action')) * count(get(each, 'Resource')), 0)
    : 0;
};
