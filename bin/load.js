// Loads the command's bundles: from the code that V8 compiled at build time where it was this very Node that did, which
// saves most of the start-up; else as modules, with the compile cache of newer Nodes.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');

const cacheOf = (name) => join(dist, `${name}.${process.version}-${process.platform}-${process.arch}.cache`);

/** Runs a bundle as a script, and gives its exports and the script. */
const runScript = (name, load, cachedData) => {
  const file = join(dist, name);
  const source = readFileSync(file, 'latin1');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData,
  });
  const module = { exports: {} };
  // One bundle may ask for another; all else that they ask for is Node's.
  const requireFrom = (wanted) => (wanted.startsWith('./') ? load(wanted.slice(2)) : require(wanted));
  script.runInThisContext()(module.exports, requireFrom, module, file, dist);
  return { exports: module.exports, script };
};

const readCache = (name) => {
  try {
    return readFileSync(cacheOf(name));
  } catch {
    return undefined;
  }
};

const loadModule = (name) => {
  try {
    require('node:module').enableCompileCache?.();
    return require(join(dist, name));
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    process.stderr.write(`synth: ${join(dist, name)} is missing. 'npm run build' makes it.\n`);
    process.exit(2);
  }
};

/** The exports of a bundle in dist. */
const load = (name) => {
  const cachedData = readCache(name);
  return cachedData === undefined ? loadModule(name) : runScript(name, load, cachedData).exports;
};

module.exports = { cacheOf, load, runScript };
