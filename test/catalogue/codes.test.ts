import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documented } from '../../src/cli/documented.ts';
import { rules } from '../../src/lint/rules/index.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`src/${name}`, 'utf8'));

/** The codes of all messages in src; a code must be a plain text there, so that it can be searched for. */
const declared = new Set(
  sources.flatMap((text) => [...text.matchAll(/= message\(\s*'([\w-]+)'/g)].map(([, code]) => code!)),
);

const codes = documented.flatMap((group) => Object.keys(group.codes));

describe('the catalogue of codes', () => {
  it('reads every message: none is declared in another way', () => {
    const calls = sources.flatMap((text) => text.match(/(?<!const |\.)\bmessage\((?!\s*'[\w-]+'|\))/g) ?? []);
    expect(calls).toEqual([]);
  });

  it('has every code that a message of src has, and no others', () => {
    const missing = [...declared].filter((code) => !codes.includes(code));
    expect(missing.sort()).toEqual([]);
    expect(codes.filter((code) => !declared.has(code))).toEqual([]);
  });

  it('has each code once, and rules have codes of their own', () => {
    const all = [...codes, ...rules.map(({ id }) => id)];
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
  });

  it('has codes in kebab case, a reason and a cure in whole sentences, and a source', () => {
    for (const [code, { title, why, cure, source }] of documented.flatMap((group) => Object.entries(group.codes))) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title, code).toMatch(/^\S.*[^.]$/);
      for (const text of [why, cure]) expect(text, code).toMatch(/^(?:synth|[A-Z`']).*[.!)]$/s);
      expect(source, code).toMatch(/\S/);
    }
  });
});
