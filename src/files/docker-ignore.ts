import { existsSync } from 'node:fs';
import { join } from 'node:path';
import dockerignore from '@balena/dockerignore';
import { readTextFile } from './open.ts';
import { slashed } from './slashed.ts';

/** What a `.dockerignore` says of the folder of an image. */
export interface DockerRules {
  /**
   * The file that leaves a file or folder out; undefined where it stays.
   * @param path from the folder of the image, with a slash at the end when it is a folder
   */
  leavesOut(path: string): string | undefined;
}

/**
 * The rules for the folder of an image; undefined without any. Those for one Dockerfile come before those for all, and what
 * the build itself needs is never left out.
 */
export const dockerRules = (folder: string, dockerfile: string): DockerRules | undefined => {
  const file = [`${dockerfile}.dockerignore`, '.dockerignore'].find((name) => existsSync(join(folder, name)));
  if (file === undefined) return undefined;
  const patterns = readTextFile(join(folder, file)).split(/\r?\n/);
  const rules = dockerignore.default({ ignorecase: false }).add(patterns);
  const needed = new Set([dockerfile, file].map((path) => slashed(join(path))));
  const isAround = (path: string): boolean => [...needed].some((each) => each.startsWith(path));
  // What is left out as a folder may hold what is taken back.
  const takesBack = patterns.some((pattern) => pattern.trim().startsWith('!'));
  return {
    leavesOut: (path) => {
      if (needed.has(path)) return undefined;
      if (path.endsWith('/') && (takesBack || isAround(path))) return undefined;
      return rules.ignores(path.replace(/\/$/, '')) ? file : undefined;
    },
  };
};
