import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { fileReader } from '../../src/files/reader.ts';
import type { LintOptions } from '../../src/lint/lint.ts';
import { casesFolder } from '../conformance/cases.ts';

/** The templates that fixes are tried on: those of the conformance run, and of reports where they are at hand. */
export const templatesOf = (): string[] =>
  [
    casesFolder().folder,
    '../shared/reports/faults',
    '../shared/reports/expand',
    '../shared/reports/lint',
    '../shared/peer/input',
  ]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ya?ml|json)$/.test(name))
        .map((name) => join(folder, name)),
    )
    .filter((file) => /^\s*"?Resources"?\s*:|"Resources"/m.test(readFileSync(file, 'utf8')))
    .sort();

/** How a template of the reports is linted. */
export const optionsFor = (file: string): LintOptions => ({
  path: file,
  reader: fileReader(dirname(file)),
  specs: bundledSpecs,
  now: Date.UTC(2026, 10, 30) / 1000,
  resolveApplication: () => 'https://example.com/application.yaml',
});
