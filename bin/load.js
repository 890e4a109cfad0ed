// Loads the command with the code that V8 compiled of it in an earlier run: most of the time of so short a process is
// compiling otherwise. The code lies in the user's folder for caches, one file for each build, command, installation and
// version of Node. Node's own `enableCompileCache` keeps only what is compiled while a module is loaded, not what its
// functions come to.
const {
  closeSync,
  existsSync,
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
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
/** So many runs add to the code of a command: the first ones may have ended early, with little compiled. */
const mostRuns = 3;
/** About 2 MB each. */
const mostFiles = 24;
/** V8 copies code that does not begin at a multiple of this. */
const alignment = 8;

/** A number that stands for a path in the names of files. */
const numberOf = (path) => {
  let number = path.length;
  for (let at = 0; at < path.length; at++) number = (Math.imul(number, 31) + path.charCodeAt(at)) | 0;
  return (number >>> 0).toString(16);
};

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

/** What is kept in a file: how many runs it is from, and the compiled code of scripts. */
const nothing = { runs: 0, codes: new Map() };

/** Reads what `writeKept` wrote; nothing where it is missing, damaged, of another installation, or may be someone else's. */
const readKept = (file) => {
  let open;
  try {
    open = openSync(file, 'r');
    if (!isClosed(fstatSync(open))) return nothing;
    const bytes = readFileSync(open);
    // V8 of Node 20 crashes on damaged code. To compare two copies takes less than any checksum of all bytes.
    const half = bytes.length / 2;
    if (!bytes.subarray(0, half).equals(bytes.subarray(half))) return nothing;
    const length = bytes.readUInt32LE();
    let at = align(4 + length);
    const head = JSON.parse(bytes.toString('utf8', 4, 4 + length));
    // Compiled code names the files that it is from.
    if (head.dist !== dist) return nothing;
    const codes = new Map();
    for (const [script, length] of head.scripts) {
      codes.set(script, bytes.subarray(at, at + length));
      at = align(at + length);
    }
    return { runs: head.runs, codes };
  } catch {
    return nothing;
  } finally {
    if (open !== undefined) closeSync(open);
  }
};

const align = (length) => Math.ceil(length / alignment) * alignment;

/** Twice the same: the length of the head, the head as JSON, and the code of each script. */
const asBytes = ({ runs, codes }) => {
  const scripts = [...codes].map(([script, code]) => [script, code.length]);
  const head = Buffer.from(JSON.stringify({ dist, runs, scripts }));
  const parts = [Buffer.concat([Buffer.alloc(4), head]), ...codes.values()];
  const bytes = Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(align(part.length) - part.length)]));
  bytes.writeUInt32LE(head.length);
  return Buffer.concat([bytes, bytes]);
};

/** Makes a folder and those above it. Node's `recursive` never ends where a file system takes no folders, as that below /proc. */
const makeFolder = (folder) => {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
};

/** Keeps compiled code. A folder that cannot be written to, or a full disk, only costs time. */
const writeKept = (folder, file, kept) => {
  const scratch = `${file}.${process.pid}`;
  try {
    makeFolder(folder);
    if (!isClosed(statSync(folder))) return;
    try {
      writeFileSync(scratch, asBytes(kept), { mode: 0o600, flag: 'wx' });
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

/** What `read` gives of a file of the build. */
const built = (file, read) => {
  try {
    return read(file);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND' && error.syscall === undefined) throw error;
    process.stderr.write(`synth: '${file}' cannot be read (${error.code}). 'npm run build' makes it.\n`);
    return process.exit(2);
  }
};

/**
 * The entry of the command.
 * @param part what will be used of it: code is kept for each part on its own
 */
const load = (part) => {
  const { digest, linked } = built(join(dist, 'cli.cjs'), require);
  const folder = cacheFolder();
  const file =
    folder &&
    join(folder, `${part}-${digest}-${numberOf(dist)}-${process.version}-${process.platform}-${process.arch}`);
  const kept = file ? readKept(file) : nothing;
  const scripts = new Map();
  let isComplete = kept.runs >= mostRuns;
  const run = (name) => {
    const path = join(dist, 'command', `${name}.cjs`);
    const source = built(path, (each) => readFileSync(each, 'latin1'));
    const cachedData = kept.codes.get(name);
    const script = new Script(`(function (module, require) {${source}\n})`, { filename: path, cachedData });
    if (!cachedData || script.cachedDataRejected) isComplete = false;
    scripts.set(name, script);
    const module = { exports: {} };
    script.runInThisContext()(module, require);
    return module.exports;
  };
  if (file)
    process.once('exit', (code) => {
      if (isComplete || code >= 2) return;
      const codes = new Map(kept.codes);
      for (const [name, script] of scripts) codes.set(name, script.createCachedData());
      writeKept(folder, file, { runs: kept.runs + 1, codes });
    });
  return linked(run)('main');
};

module.exports = { load };
