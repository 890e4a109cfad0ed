import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expand, type Reader } from '../../src/index.ts';
import { lint } from '../../src/lint/lint.ts';
import { expected } from './expected.ts';

const folder = 'test/bad-input/templates';
const files = readdirSync(folder).sort();

/** A folder without any file. */
const reader: Reader = { kind: () => undefined, text: () => undefined, fingerprint: () => undefined };

/** Templates without a text to underline. */
const nothingToShow = ['empty.yaml', 'utf16.yaml'];

it('every broken template is expected to be broken somewhere', () => {
  expect(Object.keys(expected)).toEqual(files);
  expect(files.length).toBeGreaterThanOrEqual(40);
});

it.each(files)('%s', (file) => {
  const { template, problems } = expand(readFileSync(join(folder, file)), { path: file, reader });
  const found = problems.map(({ line, level, code, logicalId, eventId }) =>
    [line, level === 'error' ? code : `${code} (${level})`, [logicalId, eventId].filter(Boolean).join('/')]
      .join(' ')
      .trim(),
  );
  expect(found).toEqual(expected[file]);
  const linted = lint(readFileSync(join(folder, file)), { path: file, reader }).problems;
  expect(linted.filter(({ code }) => code === 'internal-error')).toEqual([]);
  expect(template === undefined).toBe(problems.some(({ level }) => level === 'error'));
  for (const { file: where, message, line, column, endLine, endColumn } of problems) {
    expect(where).toBe(file);
    expect(message).toMatch(/[.?]$/);
    expect([line, column].every((number) => number! > 0)).toBe(true);
    expect(endLine! > line! || (endLine === line && endColumn! > column!) || nothingToShow.includes(file)).toBe(true);
  }
});
