import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { checkSync, type Diagnostics } from 'recheck';
import { describe, expect, it } from 'vitest';

interface Found {
  /** `file:line` */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** A node of a syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[jt]s$/.test(name))
  .map((name) => join('src', name));

/** The regular expressions of a file, and the places of those that are only made while it runs. */
const expressionsOf = (file: string): { found: Found[]; made: string[] } => {
  const text = readFileSync(file, 'utf8');
  const found: Found[] = [];
  const made: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (!isNode(value)) return;
    const place = () => `${file}:${text.slice(0, value.start).split('\n').length}`;
    const { pattern, flags } = (value['regex'] ?? {}) as { pattern?: string; flags?: string };
    if (value.type === 'Literal' && pattern !== undefined)
      found.push({ place: place(), source: pattern, flags: flags! });
    const callee = value['callee'];
    if (isNode(callee) && callee['name'] === 'RegExp') {
      const [source, given] = (value['arguments'] as Node[]).map((argument) => argument['value']);
      if (typeof source === 'string')
        found.push({ place: place(), source, flags: typeof given === 'string' ? given : '' });
      else made.push(place());
    }
    for (const field of Object.values(value)) look(field);
  };
  look(parseSync(file, text).program);
  return { found, made };
};

const all = files.map(expressionsOf);
const distinct = new Map(all.flatMap(({ found }) => found).map((each) => [`/${each.source}/${each.flags}`, each]));

const reasonOf = (result: Diagnostics): string => {
  if (result.status === 'vulnerable') return `${result.complexity.summary} for ${result.attack.pattern}`;
  return result.status === 'unknown' ? result.error.kind : '';
};

describe('regular expressions', () => {
  it('are looked for in all of src', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(distinct.size).toBeGreaterThan(200);
  });

  it('are not made of texts while synth runs', () => {
    const files = all.flatMap(({ made }) => made).map((place) => place.replace(/:\d+$/, ''));
    // A pattern of the author's is read in the first, and one class of characters of it at a time is asked about one
    // character. The second compiles the patterns of published schemas, and holds only short texts against them.
    expect(files.sort()).toEqual(['src/lint/facts/values/pattern.ts', 'src/model/pattern.ts']);
  });

  it.each([...distinct])(
    '%s takes time in proportion to the text',
    { timeout: 120_000 },
    (_, { place, source, flags }) => {
      // Whether the places of groups are noted (`d`) does not matter, and is not known to the checker.
      const result = checkSync(source, flags.replace('d', ''), { timeout: 60_000 });
      expect(`${result.status}: ${reasonOf(result)}`, place).toBe('safe: ');
    },
  );
});
