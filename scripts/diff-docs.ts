// Writes docs/diff: the consequences, from their own data, and what `synth diff` says of ten commits made for it.
// Usage: node scripts/run-ts.mjs scripts/diff-docs.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tellHistory } from '../test/diff/history/run.ts';
import { diffPages } from './diff-pages.ts';

const folder = 'docs/diff';
rmSync(folder, { recursive: true, force: true });
for (const [name, text] of diffPages(tellHistory())) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
