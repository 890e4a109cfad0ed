// Writes the reference of the compact spec, docs/spec, from the declarations of its keys. Usage: npm run spec-docs
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { specPages } from './spec-pages.ts';

mkdirSync('docs/spec', { recursive: true });
const pages = specPages();
for (const name of readdirSync('docs/spec')) if (!pages.some(({ file }) => file === name)) rmSync(`docs/spec/${name}`);
for (const { file, text } of pages) writeFileSync(`docs/spec/${file}`, text);
