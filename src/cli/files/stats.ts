import { type Stats, statSync } from 'node:fs';
import { isMissing } from '../../files/reason.ts';
import { systemReason, UsageError } from '../usage.ts';

/** What is at a path, links followed; undefined where nothing exists or access is denied. */
export const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

/**
 * Whether something is at a path, links followed.
 * @throws UsageError where that cannot be seen, as in a folder without permission
 */
export const isThere = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (isMissing(error)) return false;
    throw new UsageError(`'${path}' cannot be read: ${systemReason(error)}.`);
  }
};
