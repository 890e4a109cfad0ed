import { existsSync, readFileSync } from 'node:fs';
import type { SpecLoader } from '../src/lint/specs.ts';

const folder = 'dist/specs/';

/** The specifications as the build wrote them: benchmarks and scores run from a bundle elsewhere, so they are not beside it. */
export const builtSpecs: SpecLoader = (file) => {
  if (!existsSync(folder)) throw new Error(`There is no ${folder}; run 'npm run build' first.`);
  const path = folder + file;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};
