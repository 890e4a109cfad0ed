import { expect, test } from 'vitest';
import { type ExpandOptions, expand } from '../../src/index.ts';
import { parse } from '../../src/parse/index.ts';
import { transform } from '../../src/transform/index.ts';
import { casesFolder, readCases, regions } from '../conformance/cases.ts';

const options: ExpandOptions = {
  region: regions.aws,
  parameters: { param1: 'value1', param2: 'value2' },
  resolveApplication: () => 'https://example.com/template',
};

const cases = readCases(casesFolder().folder).filter(({ faults }) => faults === undefined);

test('expanding twice gives the same bytes, and expanding an expanded template changes nothing', () => {
  const changed: string[] = [];
  let expanded = 0;
  for (const { name, template } of cases) {
    const first = expand(template, options).template;
    if (first === undefined) continue;
    expanded++;
    const bytes = JSON.stringify(first);
    if (JSON.stringify(expand(template, options).template) !== bytes) changed.push(`${name}: differs when run twice`);
    const { template: again, problems } = expand(bytes, options);
    const errors = problems.filter(({ level }) => level === 'error');
    if (errors.length > 0) changed.push(`${name}: ${errors[0]!.message}`);
    else if (JSON.stringify(again) !== bytes) changed.push(`${name}: expanding the expansion changes it`);
  }
  expect(changed).toEqual([]);
  expect(expanded).toBeGreaterThan(0);
}, 120_000);

test('a document is as good for a second expansion as for the first', () => {
  const changed = cases.filter(({ template }) => {
    const document = parse(template);
    const [first, second] = [transform(document, options), transform(document, options)].map((result) =>
      JSON.stringify(result),
    );
    return first !== second;
  });
  expect(changed.map(({ name }) => name)).toEqual([]);
}, 120_000);
