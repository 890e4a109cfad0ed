import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SpecLoader } from '../lint/specs.ts';

/** Beside the bundle; from the sources, where the build put them. A bundler may take the URL of the module away. */
const folders = (import.meta.url as string | undefined)
  ? ['./specs/', '../../dist/specs/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  : [];

/** Reads the extracted specifications that come with the package. */
export const bundledSpecs: SpecLoader = (file) => {
  for (const folder of folders) {
    const path = folder + file;
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  }
  return undefined;
};
