import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// A call takes as many arguments as the stack holds, and a list of a template may have more items.
it('no list of any length is spread into arguments', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('cli'))
    .map((name) => join('src', name));
  expect(files.length).toBeGreaterThan(500);
  const spread = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\.(?:push|unshift|splice|max|min|fromCharCode)\([^(){}]*\.\.\..*/g)].map(
      ([found]) => `${file}: ${found}`,
    ),
  );
  // An entry's four offsets.
  expect(spread).toEqual(['src/parse/entries.ts: .push(...offsets);']);
});
