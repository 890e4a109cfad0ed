import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { builtSpecs } from '../../../bench/specs.ts';
import { lintOptions, optionsFor } from '../../../src/cli/lint-options.ts';
import { lint } from '../../../src/lint/lint.ts';
import type { Problem } from '../../../src/model/problem.ts';

/** The day for which the expected findings were collected: 2026-11-30. */
const now = Date.UTC(2026, 10, 30) / 1000;

/** What `synth lint --region us-east-1 --date 2026-11-30 --no-config` finds in a file; a crash counts as a finding. */
export const lintFile = (path: string): readonly Problem[] => {
  const options = {
    ...lintOptions({ region: 'us-east-1' }),
    ...optionsFor({ path, name: path, folder: dirname(path) }),
    specs: builtSpecs,
    now,
  };
  try {
    return lint(readFileSync(path), options).problems;
  } catch (error) {
    return [{ code: 'crashed', level: 'error', message: String(error) }];
  }
};

/** Everything but information. */
export const isLoud = ({ level }: Problem): boolean => level !== 'info';

export const describe = ({ file, line, column, level, code, message }: Problem): string =>
  `${file === undefined ? '' : `${file.split('/').slice(-2).join('/')}:`}${line ?? '-'}:${column ?? '-'} ${level} ${code}: ${message}`;

/** The folder of a shared corpus; says so and gives undefined where it is not at hand. */
export const corpus = (folder: string): string | undefined => {
  if (existsSync(folder)) return folder;
  console.log(`${folder} is not here, so there is nothing to score.\n0 passed, 0 failed`);
  return undefined;
};
