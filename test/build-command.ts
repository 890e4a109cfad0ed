import { existsSync } from 'node:fs';

/** Bundles the command before the tests, so that none of them runs an older one, and extracts what it checks against. */
export default async (): Promise<void> => {
  await import('../scripts/bundle.mjs' as string);
  if (!existsSync('dist/specs')) await import('../scripts/generate-specs.mjs' as string);
};
