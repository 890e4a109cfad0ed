import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Bundles the command before the tests, so that none of them runs an older one, and extracts what it checks against.
 * @returns takes away the folder that the tests have in the place of the one for temporary files
 */
export default async (): Promise<() => void> => {
  await import('../scripts/bundle.mjs' as string);
  // On its own, because it takes its folder from the command line and asks Node where packages are.
  if (!existsSync('dist/specs')) execFileSync(process.execPath, ['scripts/generate-specs.mjs']);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'synth-tests-')));
  // Some tests run as somebody who may do less.
  chmodSync(folder, 0o777);
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
