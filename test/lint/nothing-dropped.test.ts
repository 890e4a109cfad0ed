import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { page } from '../../scripts/nothing-dropped-page.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { isFreeForm } from './free-form-places.ts';
import { builtSpecs, mapsOf, Probe } from './unknown-keys.ts';

/** Of how many maps one is tried; all of them with `SYNTH_ALL_KEYS=1`. */
const every = process.env['SYNTH_ALL_KEYS'] ? 1 : 40;

const { folder, own } = casesFolder();
const templates = readCases(folder).filter(({ faults }) => !faults);

describe('an unknown key', () => {
  const missing = own
    ? 'the conformance cases are not there'
    : builtSpecs('cloudformation/aws-sqs.json')
      ? ''
      : 'run the build first';

  it.skipIf(missing !== '')(
    `is reported wherever it stands${missing && ` (skipped: ${missing})`}`,
    { timeout: 600_000 },
    () => {
      const dropped: string[] = [];
      let count = 0;
      let tried = 0;
      for (const { name, file, template } of templates) {
        const probe = new Probe(template, file);
        for (const path of mapsOf(probe.template)) {
          if (count++ % every !== 0) continue;
          tried++;
          if (!isFreeForm(probe.template, path) && !probe.isReported(path))
            dropped.push(`${name}: ${path.join('/') || 'the template'}`);
        }
      }
      expect(tried).toBeGreaterThan(100);
      expect(dropped).toEqual([]);
    },
  );

  it('may stand only where the page says so', () => {
    expect(readFileSync('docs/nothing-dropped.md', 'utf8')).toBe(page());
  });
});
