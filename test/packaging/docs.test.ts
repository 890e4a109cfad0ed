import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTables } from '../../scripts/build-tables.ts';

test('docs/build.md has the lists of the code; `npm run build-docs` writes them', () => {
  const page = readFileSync('docs/build.md', 'utf8');
  expect(withTables(page)).toBe(page);
  expect(withTables(page.replace('| `AWS::Glue::Job` |', '| `AWS::Glue::Jobs` |'))).toBe(page);
  expect(page).toContain('`__pycache__`');
});
