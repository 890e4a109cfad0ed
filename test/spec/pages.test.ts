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

  it('asks for no command that only this repository has', () => {
    for (const { file, text } of specPages()) expect(text, file).not.toContain('npm run');
  });

  it('says of a key that has the name of a common one what it sets', () => {
    const pages = new Map(specPages().map(({ file, text }) => [file, text]));
    expect(pages.get('machines.md')).toContain('| `kind` | `Type` |');
    expect(pages.get('tables.md')).not.toContain('| `kind` |');
  });

  it('offers attributes of resources only', () => {
    for (const { file, text } of specPages())
      expect(text.includes('can ask for'), file).toBe(
        !/^(?:README|events|parameters|outputs)\.md$/.test(file) && text.includes('can ask for'),
      );
  });
});
