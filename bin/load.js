// Loads a bundle of dist with the code that V8 compiled of it in an earlier run: most of the time of so short a process is
// compiling otherwise. The code lies in the user's folder for caches, one file for each bundle, command and build of Node.
// Node's own `enableCompileCache` keeps only what is compiled while a module is loaded, not what its functions come to.
const { createHash } = require('node:crypto');
const {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
const digestLength = 32;
/** So many runs add to the code of a part: the first ones may have ended early, with little compiled. */
const mostRuns = 3;
/** About 2 MB each. */
const mostFiles = 24;

/** Whether a file or folder is the user's. (Windows has no such numbers; the profile is the user's there.) */
const isOwn = ({ uid }) => !process.getuid || uid === process.getuid();
const isClosed = (stats) => isOwn(stats) && (process.platform === 'win32' || (stats.mode & 0o022) === 0);

/** The folder for compiled code; undefined where the user has none, as with `sudo`. */
const cacheFolder = () => {
  const { XDG_CACHE_HOME, LOCALAPPDATA, NODE_DISABLE_COMPILE_CACHE } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    const home = homedir();
    const caches = XDG_CACHE_HOME || LOCALAPPDATA || join(home, '.cache');
    return isOwn(statSync(home)) ? join(caches, 'sam-synth', 'code') : undefined;
  } catch {
    return undefined;
  }
};

const digestOf = (bytes) => createHash('sha256').update(bytes).digest();

/** Compiled code and how many runs it is from; undefined where it is missing, damaged or may be someone else's. */
const readCode = (file) => {
  let open;
  try {
    open = openSync(file, 'r');
    if (!isClosed(fstatSync(open))) return undefined;
    const bytes = readFileSync(open);
    const kept = bytes.subarray(digestLength);
    if (!digestOf(kept).equals(bytes.subarray(0, digestLength))) return undefined;
    return { runs: kept[0], code: kept.subarray(1) };
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) closeSync(open);
  }
};

/** Keeps compiled code. A folder that cannot be written to, or a full disk, only costs time. */
const writeCode = (folder, file, runs, code) => {
  const scratch = `${file}.${process.pid}`;
  const kept = Buffer.concat([Buffer.of(runs), code]);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isClosed(statSync(folder))) return;
    try {
      writeFileSync(scratch, Buffer.concat([digestOf(kept), kept]), { mode: 0o600, flag: 'wx' });
      renameSync(scratch, file);
    } finally {
      rmSync(scratch, { force: true });
    }
    removeOldest(folder);
  } catch {}
};

const removeOldest = (folder) => {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= mostFiles) return;
  const times = new Map(files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  files.sort((one, other) => times.get(one) - times.get(other));
  for (const file of files.slice(0, files.length - mostFiles)) rmSync(file, { force: true });
};

const readBundle = (file) => {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    process.stderr.write(`synth: '${file}' cannot be read (${error.code}). 'npm run build' makes it.\n`);
    return process.exit(2);
  }
};

/**
 * The exports of a bundle.
 * @param part what will be used of it: code is kept for each part on its own
 */
const load = (name, part) => {
  const file = join(dist, name);
  const source = readBundle(file);
  const folder = cacheFolder();
  const cache =
    folder &&
    join(
      folder,
      // Compiled code names the file that it is from, so each installation has its own.
      `${part}-${source.slice(2, 34)}-${digestOf(file).toString('hex').slice(0, 16)}-${process.version}-${process.platform}-${process.arch}`,
    );
  const known = cache && readCode(cache);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    cachedData: known?.code,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dist);
  const runs = known === undefined || script.cachedDataRejected ? 0 : known.runs;
  if (cache && runs < mostRuns)
    process.once('exit', (code) => code < 2 && writeCode(folder, cache, runs + 1, script.createCachedData()));
  return module.exports;
};

module.exports = { load };
