// Bundles what is published: dist/index.js, the library, for Node and browsers; dist/cli.cjs, the command, in one file.
// The declarations beside them are tsc's; `npm run build` makes both.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  legalComments: 'none',
  // yaml's ES modules: esbuild leaves out what is not used. Its main entry is CommonJS and would come in whole.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
};

/** The library: readable, no Node built-ins. */
const bundleLibrary = () =>
  build({
    ...common,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: true,
  });

/** commander asks for it at once, but only starts a process for commands that are programs of their own; none is. */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'child_process', namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * The command. CommonJS because it starts faster than an ES module: no asynchronous loader, and `require('node:fs')`
 * leaves the streams behind its getters alone. ASCII because V8 then keeps the text in one byte per character.
 */
const bundleCommand = () =>
  build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'ascii',
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [withoutChildProcess],
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });

mkdirSync(dist, { recursive: true });
// A cache of other code must never be found beside the new one.
for (const name of readdirSync(dist)) if (name.endsWith('.cache')) rmSync(join(dist, name));
await Promise.all([bundleLibrary(), bundleCommand()]);
execFileSync(process.execPath, [join(root, 'scripts/warm-up.cjs')]);
