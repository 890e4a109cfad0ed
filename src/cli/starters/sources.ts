import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sources } from '../../starters/index.ts';

/** Beside the bundle's folder; from the sources, in the repository. */
const folders = ['../templates/starters/', '../../../templates/starters/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** The sources of the starters that come with the package. */
export const bundledSources = (): Sources => {
  const folder = folders.find((each) => existsSync(each));
  if (folder === undefined) throw new Error(`The starters are missing: there is no '${folders[0]}'.`);
  return new Map(filesBelow(folder, '').map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
};

const filesBelow = (folder: string, path: string): string[] =>
  readdirSync(join(folder, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, inside) : [inside];
    });
