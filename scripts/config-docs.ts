// Writes the table of docs/configuration.md from the schema of the configuration.
// Usage: node scripts/run-ts.mjs scripts/config-docs.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { withSettings } from './config-table.ts';

const file = 'docs/configuration.md';
writeFileSync(file, withSettings(readFileSync(file, 'utf8')));
