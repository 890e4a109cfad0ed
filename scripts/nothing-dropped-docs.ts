// Writes docs/nothing-dropped.md from the list of free-form places.
// Usage: node scripts/run-ts.mjs scripts/nothing-dropped-docs.ts
import { writeFileSync } from 'node:fs';
import { page } from './nothing-dropped-page.ts';

writeFileSync('docs/nothing-dropped.md', page());
