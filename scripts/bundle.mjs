// Bundles what is published: dist/index.js, the library, for Node and browsers; dist/cli.js, the command, in one file.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** yaml's ES modules: esbuild leaves out what is not used. Its main entry is CommonJS and would come in whole. */
const alias = { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) };

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  alias,
};

/** The library: readable, with a source map, no Node built-ins. */
export const bundleLibrary = (outfile = 'dist/index.js') =>
  build({ ...common, entryPoints: ['src/index.ts'], outfile, platform: 'browser', target: 'es2022', sourcemap: true });

/** The command. Minified because a short-lived process pays for every byte that V8 has to scan. */
export const bundleCommand = (outfile = 'dist/cli.js') =>
  build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile,
    platform: 'node',
    minify: true,
    // commander is CommonJS and asks for Node's built-ins with `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await Promise.all([bundleLibrary(), bundleCommand()]);
}
