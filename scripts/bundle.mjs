// Bundles what is published: the library, an ES module for each entry with shared chunks beside it; dist/cli.cjs and
// dist/command, the command, which has the library for CommonJS in it, too; dist/packer.cjs, what the command's threads run;
// and the licences of what is bundled. `npm run build` makes all of it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleCommand } from './bundle-command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** What `exports` of package.json names. */
const entries = { index: 'src/index.ts', node: 'src/node.ts', testing: 'src/testing.ts', expand: 'src/expand.ts' };

/** Parts of the library that are chunks of their own, so that a bundler takes only those that are used. */
const parts = {
  explain: 'src/explain.ts',
  lint: 'src/lint/lint.ts',
  fix: 'src/lint/fix.ts',
  diff: 'src/diff/index.ts',
  review: 'src/review/index.ts',
  lower: 'src/lower.ts',
  raise: 'src/raise.ts',
  appspec: 'src/appspec.ts',
};

const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
  // yaml's ES modules: esbuild leaves out what is not used. Its main entry is CommonJS and would come in whole.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
};

/** Packages in CommonJS ask for Node's modules by their plain names; an ES module has no `require` for that. */
const builtIns = {
  name: 'built-ins',
  setup({ onResolve, onLoad }) {
    const plain = builtinModules.filter((name) => /^[a-z_]+$/.test(name)).join('|');
    onResolve({ filter: new RegExp(`^(?:${plain})$`) }, ({ path }) => ({ path, namespace: 'built-in' }));
    onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({ contents: `export * from 'node:${path}';` }));
  },
};

/** The entries that run in a browser, too. */
const forBrowsers = ['index', 'expand'];

/** The files that a bundle asks for, and those that these ask for. */
const reachedFrom = (files, { outputs }) => {
  const reached = new Set(files);
  for (const file of reached) {
    for (const { path } of outputs[file].imports) if (path in outputs) reached.add(path);
  }
  return reached;
};

/** The library, readable. What runs in a browser may not ask for Node's modules. */
const bundleLibrary = async () => {
  rmSync(join(dist, 'chunks'), { recursive: true, force: true });
  const inChunks = Object.fromEntries(Object.entries(parts).map(([name, file]) => [`chunks/${name}`, file]));
  const { metafile } = await build({
    ...common,
    entryPoints: { ...entries, ...inChunks },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    platform: 'browser',
    external: ['node:*'],
    plugins: [builtIns],
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
  });
  const entriesForBrowsers = forBrowsers.map((name) => `dist/${name}.js`);
  for (const file of reachedFrom(entriesForBrowsers, metafile)) {
    const imports = metafile.outputs[file].imports.filter(({ path }) => path.startsWith('node:'));
    if (imports.length > 0) throw new Error(`${file} imports ${imports.map(({ path }) => path).join(', ')}`);
  }
  return metafile;
};

/** What the command's threads run. */
const bundlePacker = async () => {
  const { metafile } = await build({
    ...common,
    entryPoints: ['src/files/packer.ts'],
    outfile: 'dist/packer.cjs',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'ascii',
    minifyIdentifiers: true,
    minifySyntax: true,
    minifyWhitespace: true,
  });
  return metafile;
};

/** The library for `require`: the code is in the scripts of the command, and runs only where it is asked for. */
const writeCommonJs = () => {
  for (const name of ['node', 'testing', 'expand'])
    writeFileSync(join(dist, `${name}.cjs`), `module.exports = require('./cli.cjs').library('${name}');\n`);
};

/** The licences of all packages of which there is code in the bundles; they ask for that. */
const writeLicences = (metafiles) => {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const packages = new Set(
    inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const texts = [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
    if (file === undefined) throw new Error(`${folder} has no licence`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
  });
  const head = 'The bundles in this folder contain code of these packages.\n';
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), [head, ...texts].join(`\n${'-'.repeat(80)}\n\n`));
};

mkdirSync(dist, { recursive: true });
const metafiles = await Promise.all([bundleLibrary(), bundleCommand(common), bundlePacker()]);
writeCommonJs();
writeLicences(metafiles);
