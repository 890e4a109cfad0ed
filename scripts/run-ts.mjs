// Bundles a TypeScript entry point and runs it: no build step to remember. Usage: node scripts/run-ts.mjs entry.ts [args]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Below node_modules, so that what is not bundled is found from there. */
const caches = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));

export const runTypeScript = async (entry) => {
  mkdirSync(caches, { recursive: true });
  const folder = mkdtempSync(join(caches, 'run-'));
  const outfile = join(folder, 'main.mjs');
  try {
    await build({
      entryPoints: [resolve(entry)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // They come with programs, which they look for from their own places.
      external: ['esbuild', 'rolldown', 'playwright-core'],
      sourcemap: 'inline',
      logLevel: 'error',
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
    });
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [entry] = process.argv.splice(2, 1);
  await runTypeScript(entry);
}
