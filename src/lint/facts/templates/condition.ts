import type { ResourceNode } from '../../../model/rule.ts';
import { isString } from '../../../model/tree.ts';

/** The condition that a resource depends on as a whole. */
export const conditionOf = ({ body: { Condition } }: ResourceNode): string | undefined =>
  isString(Condition) ? Condition : undefined;
