import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulePages } from '../../scripts/rule-pages.ts';
import { rules } from '../../src/lint/rules/index.ts';

describe('the rules', () => {
  it('have unique ids in kebab case', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('each have a file, a test and a page under their id', () => {
    const missing = rules.flatMap(({ id }) =>
      [`src/lint/rules/${id}.ts`, `test/lint/rules/${id}.test.ts`, `docs/rules/${id}.md`].filter(
        (file) => !existsSync(file),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('are all listed: no file of a rule lies beside the list', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const files = readdirSync('src/lint/rules').map((file) => file.replace(/\.ts$/, ''));
    expect(files.filter((file) => file !== 'index' && !ids.has(file))).toEqual([]);
  });

  it('have pages that say what they say: npm run rule-docs', async () => {
    const pages = await rulePages();
    expect(readdirSync('docs/rules').filter((name) => !pages.has(name))).toEqual([]);
    const stale = [...pages].filter(([name, text]) => readFileSync(`docs/rules/${name}`, 'utf8') !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  it('have a test that makes them tell each of their messages', () => {
    const untold = rules.flatMap(({ id, messages }) => {
      const tests = ['rules', 'covered'].map((folder) => `test/lint/${folder}/${id}.test.ts`).filter(existsSync);
      const text = tests.map((file) => readFileSync(file, 'utf8')).join('');
      const ids = Object.keys(messages);
      return ids.filter((each) => !new RegExp(`['"]${each}['"]`).test(text)).map((each) => `${id}: ${each}`);
    });
    expect(untold).toEqual([]);
  });

  it('supersede what the transform or another rule can say', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const declared = files.flatMap((name) => [
      ...readFileSync(`src/${name}`, 'utf8').matchAll(/message\(\s*'([\w-]+)'/g),
    ]);
    const known = new Set([...declared.map(([, code]) => code), ...rules.map(({ id }) => id)]);
    expect(rules.flatMap(({ supersedes = [] }) => supersedes).filter((code) => !known.has(code))).toEqual([]);
  });

  it('have messages, a source and a description', () => {
    for (const rule of rules) {
      expect(Object.keys(rule.messages).length, rule.id).toBeGreaterThan(0);
      expect(rule.source, rule.id).toMatch(/\S/);
      expect(rule.description.length, rule.id).toBeGreaterThan(40);
    }
  });
});
