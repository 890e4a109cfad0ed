import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { page } from '../../scripts/nothing-dropped-page.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';
import { isFreeForm } from './free-form-places.ts';
import { mapsOf, Probe } from './unknown-keys.ts';

const { folder, own } = casesFolder();
const templates = readCases(folder).filter(({ faults }) => !faults);

/** Of how many maps one is tried: of all of them with `SYNTH_ALL_KEYS=1`, or where only the project's own cases are. */
const every = own || process.env['SYNTH_ALL_KEYS'] ? 1 : 40;

describe('an unknown key', () => {
  it(`is reported wherever it stands (1 of ${every} maps in ${templates.length} templates)`, {
    timeout: 600_000,
  }, () => {
    const dropped: string[] = [];
    let count = 0;
    for (const { name, file, template } of templates) {
      const probe = new Probe(template, file);
      for (const path of mapsOf(probe.template)) {
        if (count++ % every !== 0 || isFreeForm(probe.template, path) || probe.isReported(path)) continue;
        dropped.push(`${name}: ${path.join('/') || 'the template'}`);
      }
    }
    expect(count).toBeGreaterThan(20);
    expect(dropped).toEqual([]);
  });

  it('may stand only where the page says so', () => {
    expect(readFileSync('docs/nothing-dropped.md', 'utf8')).toBe(page());
  });
});
