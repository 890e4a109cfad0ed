// Loads dist/cli.cjs, with the code that V8 compiled at build time where it was this very Node that compiled it.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '..', 'dist', 'cli.cjs');
const cache = `${bundle}.${process.version}-${process.platform}-${process.arch}.cache`;

const read = (file) => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

exports.bundle = bundle;
exports.cache = cache;

/** The exports of the command's bundle, and its script, from which the build makes the cache. */
exports.load = () => {
  const source = read(bundle)?.toString('latin1');
  if (source === undefined) {
    process.stderr.write(`synth: ${bundle} is missing. 'npm run build' makes it.\n`);
    process.exit(2);
  }
  // What V8 cannot use (another version, other flags) it compiles anew.
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: bundle,
    cachedData: read(cache),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return { ...module.exports, script };
};
