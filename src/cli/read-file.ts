import { faultOf, readSmallFile } from '../files/open.ts';
import { UsageError } from './usage.ts';

/**
 * The bytes of a file that the user named. A pipe or a device is refused at once, for reading it may never end.
 * @param what what the file is to the command, for the message: `The parameter file`
 * @param hintFor what to do instead
 */
export const readFile = (path: string, what?: string, hintFor?: () => string | undefined): Uint8Array => {
  try {
    return readSmallFile(path);
  } catch (error) {
    const named = what === undefined ? `'${path}'` : `${what} '${path}'`;
    throw new UsageError(`${named} cannot be read: ${faultOf(error, path).reason}.`, hintFor?.());
  }
};
