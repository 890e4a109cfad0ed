// Writes the tables of docs/build.md from the lists in the code.
// Usage: node scripts/run-ts.mjs scripts/build-docs.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './build-tables.ts';

const file = 'docs/build.md';
writeFileSync(file, withTables(readFileSync(file, 'utf8')));
