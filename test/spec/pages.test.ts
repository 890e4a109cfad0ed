import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { specPages } from '../../scripts/spec-pages.ts';
import { schemaText } from '../../scripts/spec-schema-text.ts';

describe('what is made from the declarations of the compact spec', () => {
  it('is in the repository: the schema (npm run spec-schema)', () => {
    expect(readFileSync('schemas/synth.schema.json', 'utf8')).toBe(schemaText());
  });

  it('is in the repository: the reference (npm run spec-docs)', () => {
    const pages = new Map(specPages().map(({ file, text }) => [file, text]));
    expect(readdirSync('docs/spec').sort()).toEqual([...pages.keys()].sort());
    for (const [file, text] of pages) expect(readFileSync(`docs/spec/${file}`, 'utf8'), file).toBe(text);
  });
});
