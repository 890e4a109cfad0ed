import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Bundles the command before the tests, so that none of them runs an older one, and extracts what it checks against. */
export default async (): Promise<void> => {
  await import('../scripts/bundle.mjs' as string);
  // On its own, because it takes its folder from the command line and asks Node where packages are.
  if (!existsSync('dist/specs')) execFileSync(process.execPath, ['scripts/generate-specs.mjs']);
};
