import { expect, test } from 'vitest';
import { expand, raise } from '../../src/index.ts';
import { casesFolder, readCases, regions } from '../conformance/cases.ts';

/** Every value of a tree with its JSON pointer. */
function* valuesOf(value: unknown, pointer = ''): Iterable<string> {
  yield pointer;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* valuesOf(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

const forms: readonly (readonly [string, (template: string) => string])[] = [
  ['template', (template) => template],
  ['compact spec', (template) => raise(template).text!],
];

test.each(forms)(
  'every value of every expanded %s is traced to a line of the file',
  (_, formOf) => {
    const lost: string[] = [];
    const vague: string[] = [];
    let values = 0;
    let exact = 0;
    for (const { name, template: sam, faults } of readCases(casesFolder().folder)) {
      if (faults) continue;
      const template = formOf(sam);
      const { template: expanded, sourceMap } = expand(template, {
        path: `${name}.yaml`,
        region: regions.aws,
        parameters: { param1: 'value1', param2: 'value2' },
        resolveApplication: () => 'https://example.com/template',
      });
      if (expanded === undefined) continue;
      const { entries, sources } = sourceMap()!;
      const lines = template.split('\n').length;
      if (sources.join() !== `${name}.yaml`) lost.push(`${name} has the sources ${sources.join()}`);
      for (const pointer of valuesOf(expanded)) {
        values++;
        const entry = entries[pointer];
        if (entry === undefined || entry.line < 1 || entry.endLine > lines) lost.push(`${name}${pointer}`);
        else if (entry.exact) exact++;
        else if (/^\/(?:Resources|Conditions|Outputs|Parameters)\/[^/]+$/.test(pointer))
          vague.push(`${name}${pointer}`);
      }
    }
    const share = Math.round((1000 * exact) / values) / 10;
    console.log(
      `${exact} of ${values} values (${share} %) have a place of their own, the others that of what they are part of`,
    );
    expect(lost).toEqual([]);
    // Every resource, condition, output and parameter has a place of its own.
    expect(vague).toEqual([]);
    expect(values).toBeGreaterThan(0);
  },
  120_000,
);
