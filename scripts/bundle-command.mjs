// Bundles the command, so that a run reads, compiles and evaluates only what it uses. esbuild splits the code into chunks,
// as ES modules; each becomes a function in one of the scripts of dist/command, together with what else the same commands
// need, and dist/cli.cjs links them. The scripts are CommonJS because that starts faster than ES modules: there is no
// asynchronous loader, and `require('node:fs')` leaves the streams behind its getters alone. They are ASCII because V8 then
// keeps a text in one byte per character.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { parseSync } from 'oxc-parser';

/** What a process is started for, or what is required. */
const entries = {
  main: 'src/cli/main.ts',
  node: 'src/node.ts',
  testing: 'src/testing.ts',
  expand: 'src/expand.ts',
};

/** Modules that are loaded when one of their functions is called for the first time: only some inputs need them. */
const onDemand = {
  /** The compact language: templates need none of it. */
  document: 'src/spec/document.ts',
  headings: 'src/spec/lower/headings.ts',
  stages: 'src/spec/lower/stages.ts',
};

/** The modules of the commands that run most: what several of them need is in a script of its own. */
const frequent = {
  start: 'src/cli/main.ts',
  expand: 'src/cli/commands/expand.ts',
  lint: 'src/cli/linting.ts',
  compare: 'src/cli/comparing.ts',
  compact: onDemand.document,
};

/**
 * Modules of Node that are asked for at once but used late or never: commander starts a process only for commands that
 * are programs of their own (none is), and a script has `require` without asking for it.
 */
const standIns = {
  name: 'stand-ins',
  setup({ onResolve, onLoad }) {
    const contents = {
      'node:child_process': 'module.exports = {};',
      'node:module': 'export const createRequire = () => require;',
    };
    onResolve({ filter: /^node:(?:child_process|module)$/ }, ({ path }) => ({ path, namespace: 'stand-in' }));
    onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: contents[path] }));
  },
};

/** The mark at an `import()` that is to be replaced by what loads the module at once. */
const atOnce = 'loadedAtOnce';

/** Functions of the same names in place of a module; they load it. Modules of the same folder get the module itself. */
const loadingOnDemand = (root) => ({
  name: 'on-demand',
  setup({ onResolve, onLoad }) {
    const files = new Set(Object.values(onDemand).map((file) => join(root, file)));
    onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir, kind }) => {
      const file = resolve(resolveDir, path);
      const isInside = resolveDir.startsWith(join(root, 'src/spec'));
      return files.has(file) && !isInside && kind === 'import-statement'
        ? { path: file, namespace: 'on-demand' }
        : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'on-demand' }, ({ path }) => ({
      contents: functionsOf(path)
        .map(
          (name) =>
            `export const ${name} = (...given) => ${atOnce}(import(${JSON.stringify(path)})).${name}(...given);`,
        )
        .join('\n'),
      resolveDir: root,
    }));
  },
});

/** The names of the functions that a module exports. Other exports cannot wait. */
const functionsOf = (file) => {
  const { program } = parseSync(file, readFileSync(file, 'utf8'), { sourceType: 'module' });
  return program.body.flatMap(({ type, declaration }) =>
    type === 'ExportNamedDeclaration' && declaration?.type === 'VariableDeclaration'
      ? declaration.declarations.flatMap(({ id, init }) => (init.type === 'ArrowFunctionExpression' ? [id.name] : []))
      : [],
  );
};

/**
 * Writes dist/cli.cjs and dist/command.
 * @param common what all bundles have in common
 * @returns the metafile of esbuild
 */
export const bundleCommand = async (common) => {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: entries,
    outdir: 'chunks',
    splitting: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'ascii',
    minifyIdentifiers: true,
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [standIns, loadingOnDemand(common.absWorkingDir)],
    define: { 'import.meta.url': 'moduleUrl' },
  });
  const dist = join(common.absWorkingDir, 'dist');
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const chunks = chunksOf(metafile);
  const scripts = scriptsOf(chunks);
  mkdirSync(join(dist, 'command'), { recursive: true });
  const digest = createHash('sha256');
  for (const [script, names] of scripts) {
    const parts = names.map((name) => `${JSON.stringify(name)}:${asFunction(name, texts.get(name))}`);
    const text = `module.exports={\n${parts.join(',\n')}\n};\n`;
    refuseOtherThanAscii(script, text);
    digest.update(text);
    writeFileSync(join(dist, 'command', `${script}.cjs`), text);
  }
  writeFileSync(join(dist, 'cli.cjs'), linker(scripts, chunks, digest.digest('hex').slice(0, 32)));
  return metafile;
};

/** Scripts are read as Latin-1; esbuild cannot escape what stands in regular expressions and tagged templates. */
const refuseOtherThanAscii = (script, text) => {
  const found = /.{0,40}[^\x00-\x7f]/.exec(text);
  if (found) throw new Error(`'${script}' would hold '${found[0]}': write the character as an escape, or in a string.`);
};

/** The chunks by name: the module that each begins with, where it was asked for by itself, and what it needs at once. */
const chunksOf = ({ outputs }) =>
  new Map(
    Object.entries(outputs).map(([path, { entryPoint, imports }]) => [
      basename(path),
      {
        entry: entryPoint,
        needs: imports
          .filter(({ kind, external }) => kind === 'import-statement' && !external)
          .map((each) => basename(each.path)),
      },
    ]),
  );

/** The chunks that one needs, and those that these need. */
const reachedFrom = (start, chunks) => {
  const reached = new Set([start]);
  for (const name of reached) for (const other of chunks.get(name).needs) reached.add(other);
  return reached;
};

/** Which chunks stand in which script. */
const scriptsOf = (chunks) => {
  const byEntry = new Map([...chunks].flatMap(([name, { entry }]) => (entry ? [[entry, name]] : [])));
  const usual = Object.entries(frequent).map(([name, entry]) => [name, reachedFrom(byEntry.get(entry), chunks)]);
  const others = [...byEntry].sort().map(([entry, name]) => [basename(entry, '.ts'), reachedFrom(name, chunks)]);
  const scripts = new Map();
  for (const chunk of [...chunks.keys()].sort()) {
    const users = usual.filter(([, reached]) => reached.has(chunk)).map(([name]) => name);
    // The start is part of every run.
    const script =
      users[0] === 'start'
        ? 'start'
        : users.join('-') || `other-${others.find(([, reached]) => reached.has(chunk))[0]}`;
    scripts.set(script, [...(scripts.get(script) ?? []), chunk]);
  }
  return scripts;
};

/** What a chunk calls for the exports of another one. */
const loader = 'exportsOfChunk';

/**
 * A chunk as a function that gives its exports. No chunk needs itself by way of others, and none assigns to what it
 * exports, so imports are plain constants.
 */
const asFunction = (name, text) => {
  if (text.includes(loader)) throw new Error(`${name} has a '${loader}' of its own`);
  const { program, module, errors } = parseSync(name, text, { sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`);
  const edits = [
    ...program.body.flatMap((statement) => {
      const change = changes[statement.type]?.(statement);
      return change === undefined ? [] : [{ ...statement, change }];
    }),
    ...module.dynamicImports.map(({ start, end, moduleRequest }) => {
      const asked = text.slice(moduleRequest.start, moduleRequest.end);
      const own = /^"(\..*)"$/.exec(asked)?.[1];
      const loaded = own ? required(own) : `require(${asked})`;
      const before = start - atOnce.length - 1;
      if (text.slice(before, start) === `${atOnce}(`) return { start: before, end: end + 1, change: loaded };
      // A script has no loader for `import()`.
      return { start, end, change: `Promise.resolve().then(()=>${loaded})` };
    }),
  ];
  let made = text;
  for (const { start, end, change } of edits.sort((one, other) => other.start - one.start))
    made = `${made.slice(0, start)}${change}${made.slice(end)}`;
  return `(${loader},moduleUrl)=>{"use strict";${made}}`;
};

/** What becomes of the statements of an ES module that a function cannot hold. esbuild makes no others. */
const changes = {
  ImportDeclaration: ({ specifiers, source }) => `${bindings(specifiers)}${required(source.value)};`,
  ExportNamedDeclaration: ({ specifiers }) =>
    `return{${specifiers.map(({ local, exported }) => `${exported.name}:${local.name}`).join()}};`,
};

const required = (path) =>
  path.startsWith('.') ? `${loader}(${JSON.stringify(basename(path))})` : `require(${JSON.stringify(path)})`;

/** `const{a:b}=`, or nothing where a module is only run. */
const bindings = (specifiers) => {
  if (specifiers.length === 0) return '';
  if (specifiers.every(({ type }) => type === 'ImportSpecifier'))
    return `const{${specifiers.map(({ imported, local }) => `${imported.name}:${local.name}`).join()}}=`;
  if (specifiers.length > 1)
    throw new Error('imports of a module as a whole and of its parts are not expected together');
  return `const ${specifiers[0].local.name}=`;
};

/**
 * The script that links the others: `linked(run)` gives what loads an entry, with `run` for what runs a script by name.
 * bin/load.js keeps compiled code under the digest.
 */
const linker = (scripts, chunks, digest) => {
  const places = Object.fromEntries([...scripts].flatMap(([script, names]) => names.map((name) => [name, script])));
  const byEntry = new Map([...chunks].map(([name, { entry }]) => [entry, name]));
  const heads = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, byEntry.get(entry)]));
  return `'use strict';
const places = ${JSON.stringify(places)};
const entries = ${JSON.stringify(heads)};
exports.digest = '${digest}';
exports.linked = (run) => {
  const moduleUrl = require('node:url').pathToFileURL(__filename).href;
  const scripts = {};
  const chunks = {};
  const load = (chunk) => {
    const script = places[chunk];
    return (chunks[chunk] ??= (scripts[script] ??= run(script))[chunk](load, moduleUrl));
  };
  return (entry) => load(entries[entry]);
};
let library;
exports.library = (entry) => (library ??= exports.linked((script) => require('./command/' + script + '.cjs')))(entry);
`;
};
