// Writes docs/rules/<id>.md and docs/rules/README.md from what the rules and codes.ts declare, with the templates in templates/docs.
// Usage: node scripts/run-ts.mjs scripts/rule-docs.ts
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePages } from './rule-pages.ts';

const folder = 'docs/rules';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of await rulePages()) writeFileSync(join(folder, name), text);
