import { basename, dirname, join } from 'node:path';
import { realPath } from '../files/real-path.ts';
import { isWithin } from '../files/within.ts';
import { UsageError } from './usage.ts';

/** Refuses a path whose links lead out of the folder that it belongs to: what lies there is not the command's to change. */
export const refuseLeadingOut = (folder: string, path: string): void => {
  const root = realPath(folder);
  const places = [join(realPath(dirname(path)), basename(path)), realPath(path)];
  const outside = places.find((place) => !isWithin(root, place));
  if (outside !== undefined)
    throw new UsageError(`'${path}' leads out of the folder '${folder}', to '${outside}'.`, 'Remove the link first.');
};
