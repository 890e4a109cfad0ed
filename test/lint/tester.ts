import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { RuleTester } from '../../src/lint/rule-tester.ts';
import type { SpecLoader } from '../../src/lint/specs.ts';

const folder = 'dist/specs';
if (!existsSync(folder)) execFileSync('node', ['scripts/generate-specs.mjs', folder], { stdio: 'ignore' });

/** Reads the extracted specifications; they are generated once where they are missing. */
export const specs: SpecLoader = (file) => {
  const path = join(folder, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

/** For rule tests under vitest. */
export const tester = new RuleTester({ describe, it }, specs);
