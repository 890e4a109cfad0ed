import { chmodSync, copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entry } from '../files/listing.ts';

/** Copies what counts of a folder into another one. */
export const copyEntries = (entries: readonly Entry[], to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const { path, absolute, kind, target } of entries) {
    const place = join(to, path);
    mkdirSync(dirname(place), { recursive: true });
    if (target !== undefined) symlinkSync(target, place);
    else {
      copyFileSync(absolute, place);
      chmodSync(place, kind === 'executable' ? 0o755 : 0o644);
    }
  }
};
