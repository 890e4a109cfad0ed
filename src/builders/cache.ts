import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { whenStopped } from '../files/stopped.ts';

/** Where what builders keep lies: in the user's folder for caches. */
export const cacheFolder = (): string => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'sam-synth', 'builds');
};

/**
 * A folder of the cache. It is made beside its place and renamed, so that another run never sees half of it.
 * @param make fills a new folder
 */
export const cachedFolder = async (
  cache: string,
  digest: string,
  make: (folder: string) => Promise<void>,
): Promise<string> => {
  const place = join(cache, digest);
  if (existsSync(place)) return place;
  makeFolder(cache);
  const scratch = mkdtempSync(join(cache, 'new-'));
  const remove = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  const isDone = whenStopped(remove);
  try {
    await make(scratch);
    renameSync(scratch, place);
  } catch (error) {
    remove();
    // Another run was faster.
    if (!existsSync(place)) throw error;
  } finally {
    isDone();
  }
  return place;
};
