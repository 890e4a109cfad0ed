import type { EventHost } from '../model/plugin.ts';
import { isString } from '../model/tree.ts';

/** The condition under which the host of an event exists; undefined where that is always. */
export const hostCondition = ({ inherited: { Condition } }: EventHost): string | undefined =>
  isString(Condition) ? Condition : undefined;
