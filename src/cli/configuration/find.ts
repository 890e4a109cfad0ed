import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const names = ['synth.config.yaml', 'synth.config.yml', 'synth.config.json'];

/** A configuration, and why its plugins are not run where they are not. */
export interface FoundConfig {
  readonly file: string;
  /** As the end of a sentence. */
  readonly distrust?: string | undefined;
}

/**
 * The configuration nearest to a folder: in it, or in one above it. One above the repository, or of another user, may
 * have been put there by somebody else: its plugins are not run.
 */
export const findConfig = (folder: string): FoundConfig | undefined => {
  let repository: string | undefined;
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = names.map((name) => join(at, name)).find((each) => existsSync(each));
    if (file !== undefined) return { file: relative('', file), distrust: distrustOf(file, repository) };
    if (repository === undefined && existsSync(join(at, '.git'))) repository = at;
    if (dirname(at) === at) return undefined;
  }
};

const distrustOf = (file: string, repository: string | undefined): string | undefined => {
  if (repository !== undefined) return `it is above the repository '${repository}'`;
  const user = process.getuid?.();
  return user === undefined || statSync(file).uid === user ? undefined : 'it belongs to another user';
};
