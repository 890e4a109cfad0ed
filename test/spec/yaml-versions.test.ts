import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileReader } from '../../src/files/reader.ts';
import { lower, raise } from '../../src/index.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { readByJsYaml, readUnder } from '../parse/other-parsers.ts';

const reader = fileReader('templates/orders');

/** The SAM of a compact file as text, and as other parsers hand it over. */
const agree = (text: string, name: string): void => {
  const { template, problems } = lower(text, { path: 'synth.yaml', reader });
  expect(
    problems.filter(({ level }) => level === 'error'),
    name,
  ).toEqual([]);
  for (const data of [readByJsYaml(text), readUnder('1.1', text), readUnder('1.2', text)]) {
    expect(lower(data as object, { reader }).template, name).toEqual(template);
  }
};

/** The whole files in the reference. */
const documented = readdirSync('docs/spec').flatMap((name) =>
  [...readFileSync(join('docs/spec', name), 'utf8').matchAll(/^```yaml\n((?:#[^\n]*\n)?synth: 1\n.*?)^```/gms)].map(
    ([, text], at) => [`${name} ${at + 1}`, text!] as const,
  ),
);

describe('a compact file means the same to parsers of YAML 1.1 and 1.2', () => {
  it('the example', () => agree(readFileSync('templates/orders/synth.yaml', 'utf8'), 'orders'));

  it('reads the reference', () => expect(documented.length).toBeGreaterThan(0));
  it.each(documented)('%s', (name, text) => agree(text, name));

  const { folder } = casesFolder();
  it('what SAM templates become', () => {
    let count = 0;
    for (const { name, template, faults } of readCases(folder)) {
      const { text } = faults ? {} : raise(template);
      if (text === undefined) continue;
      agree(text, name);
      count++;
    }
    expect(count).toBeGreaterThan(0);
  });
});
