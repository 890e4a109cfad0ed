// Bundles what is published: dist/index.js, the library for browsers; dist/node.js, the one for Node; dist/cli.cjs, the
// command; dist/lint.cjs, what only `synth lint` needs; dist/documented.cjs, the texts of `synth lint --explain`;
// dist/diff.cjs, what only `synth diff` and `synth review` need; dist/convert.cjs, dist/init.cjs and
// dist/snapshot.cjs likewise.
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

/** The library under Node: the same with a reader of files and the specifications at hand. */
const bundleNodeLibrary = () =>
  build({
    ...common,
    entryPoints: ['src/node.ts'],
    outfile: 'dist/node.js',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    sourcemap: true,
  });

/**
 * Modules of Node that are asked for at once but used late or never: commander starts a process only for commands that
 * are programs of their own (none is), and a script has `require` without asking for it.
 */
const standIns = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    const contents = {
      'node:child_process': 'module.exports = {};',
      'node:module': 'exports.createRequire = () => require;',
    };
    onResolve({ filter: /^node:(?:child_process|module)$/ }, ({ path }) => ({ path, namespace: 'stand-in' }));
    onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: contents[path] }));
  },
};

/** Bundles of their own, by the module that they begin with: what most runs of the command do not need. */
const separate = {
  'linting.ts': './lint.cjs',
  'documented.ts': './documented.cjs',
  'comparing.ts': './diff.cjs',
  'converting.ts': './convert.cjs',
  'starting.ts': './init.cjs',
  'snapshotting.ts': './snapshot.cjs',
};

const separateBundles = {
  name: 'separate-bundles',
  setup({ onResolve }) {
    onResolve(
      { filter: /\/(?:linting|documented|comparing|converting|starting|snapshotting)\.ts$/ },
      ({ kind, path }) =>
        kind === 'entry-point' ? undefined : { path: separate[path.split('/').at(-1)], external: true },
    );
  },
};

/**
 * The command. CommonJS because it starts faster than an ES module: no asynchronous loader, and `require('node:fs')`
 * leaves the streams behind its getters alone. ASCII because V8 then keeps the text in one byte per character.
 */
const bundleCommand = (entry, outfile) =>
  build({
    ...common,
    entryPoints: [entry],
    outfile,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'ascii',
    // The bundle runs as a script, in which `import()` has no loader.
    supported: { 'dynamic-import': false },
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [standIns, separateBundles],
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });

mkdirSync(dist, { recursive: true });
// A cache of other code must never be found beside the new one.
for (const name of readdirSync(dist)) if (name.endsWith('.cache')) rmSync(join(dist, name));
await Promise.all([
  bundleLibrary(),
  bundleNodeLibrary(),
  bundleCommand('src/cli/main.ts', 'dist/cli.cjs'),
  bundleCommand('./src/cli/linting.ts', 'dist/lint.cjs'),
  bundleCommand('./src/cli/documented.ts', 'dist/documented.cjs'),
  bundleCommand('./src/cli/comparing.ts', 'dist/diff.cjs'),
  bundleCommand('./src/cli/converting.ts', 'dist/convert.cjs'),
  bundleCommand('./src/cli/starting.ts', 'dist/init.cjs'),
  bundleCommand('./src/cli/snapshotting.ts', 'dist/snapshot.cjs'),
  bundleCommand('./src/files/packer.ts', 'dist/packer.cjs'),
]);
execFileSync(process.execPath, [join(root, 'scripts/warm-up.cjs')]);
