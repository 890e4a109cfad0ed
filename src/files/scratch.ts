import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

// Files and folders that are only there while synth runs. Their names hold the number of the process, by which those of
// runs that were killed are known.

/** What the names of folders begin with in which an output is made. */
export const scratchPrefix = '.synth-build-';

const scratchFile = /^\.synth-write-(\d+)\.tmp$/;

/** The name of the file that is filled before it takes the place of another one. */
export const scratchFileName = (): string => `.synth-write-${process.pid}.tmp`;

/** Whether a file or folder is only there while synth runs. */
export const isScratch = (name: string): boolean => name.startsWith(scratchPrefix) || scratchFile.test(name);

export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
};

const cleared = new Set<string>();

/** Removes the files that runs left in a folder which were killed; once for each folder. */
export const clearScratchFiles = (folder: string): void => {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  for (const name of namesIn(folder)) {
    const [, run] = scratchFile.exec(name) ?? [];
    if (run === undefined || isRunning(Number(run))) continue;
    try {
      unlinkSync(join(folder, name));
    } catch {
      // A folder from which nothing can be removed keeps it; it counts for nothing.
    }
  }
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
