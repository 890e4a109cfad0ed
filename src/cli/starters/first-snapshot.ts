import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../parse/index.ts';
import { inputOf } from '../inputs.ts';
import { keep } from '../snapshots/keep.ts';
import { snapshotPlace, usualFolder } from '../snapshots/places.ts';
import type { LaterFile } from './target.ts';

const fates = { written: 'created', updated: 'overwritten' } as const;

/**
 * The snapshot of a new project's template, so that the first change shows in it.
 * @param template its name in the folder of the project
 */
export const firstSnapshot = (folder: string, template: string, region: string): LaterFile => ({
  path: `${usualFolder}/${template}`,
  write() {
    const input = inputOf(join(folder, template));
    const kept = {
      input,
      stage: undefined,
      ...snapshotPlace(input, undefined, undefined),
      options: { region },
    };
    const { outcome } = keep(kept, parse(readFileSync(input.path), input.name), 'all', false);
    return outcome === 'written' || outcome === 'updated' ? fates[outcome] : 'unchanged';
  },
});
