import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Output, Take, WrittenFile } from '../model/build-files.ts';
import { Unusable } from '../model/unusable.ts';
import { createHash, fileFingerprint } from './fingerprint.ts';
import { makeFolder } from './make-folder.ts';
import { look } from './open.ts';
import { realPath } from './real-path.ts';
import { clearScratchFiles, isRunning, scratchPrefix } from './scratch.ts';
import { whenStopped } from './stopped.ts';

/**
 * A folder that is made beside its place and renamed at the end, so that what was there before stays whole until then.
 * A folder that holds anything else than an earlier output is somebody else's, and is not replaced.
 */
export class OutputFolder implements Output {
  readonly #target: string;
  readonly #scratch: string;
  readonly #previous: string;
  readonly #isDone: () => void;

  /** @param replaceable the names that an earlier output has there; undefined without an earlier output */
  constructor(path: string, replaceable: ReadonlySet<string> | undefined) {
    this.#target = realPath(path);
    const [parent, name] = [dirname(this.#target), basename(this.#target)];
    const refusal = refusalOf(this.#target, replaceable);
    if (refusal !== undefined) throw new Unusable(path, `${refusal}, so it is not replaced`);
    makeFolder(parent);
    this.#scratch = join(parent, `${scratchPrefix}${process.pid}-new-${name}`);
    this.#previous = join(parent, `${scratchPrefix}${process.pid}-old-${name}`);
    rmSync(this.#scratch, { recursive: true, force: true });
    mkdirSync(this.#scratch);
    this.#isDone = whenStopped(() => this.abandon());
  }

  reuse(name: string, { bytes, sha256 }: WrittenFile): boolean {
    const from = join(this.#target, name);
    try {
      if (look(from).size !== bytes || fileFingerprint(from) !== sha256) return false;
    } catch {
      return false;
    }
    const to = this.#placeFor(name);
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
    return true;
  }

  async write(name: string, fill: (take: Take) => void | Promise<void>, isExecutable = false): Promise<WrittenFile> {
    const path = this.#placeFor(name);
    const file = openSync(path, 'wx', isExecutable ? 0o777 : 0o666);
    try {
      const sink = new Sink(file);
      await fill((bytes) => sink.take(bytes));
      return sink.end();
    } finally {
      closeSync(file);
    }
  }

  link(name: string, target: string): void {
    symlinkSync(target, this.#placeFor(name));
  }

  #placeFor(name: string): string {
    const path = join(this.#scratch, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  /** Puts the new folder in the place of the old one. */
  commit(): void {
    const isNew = !existsSync(this.#target);
    if (!isNew) renameSync(this.#target, this.#previous);
    try {
      renameSync(this.#scratch, this.#target);
    } catch (error) {
      if (!isNew) renameSync(this.#previous, this.#target);
      throw error;
    }
    this.#isDone();
    rmSync(this.#previous, { recursive: true, force: true });
  }

  /** Leaves everything as it was. */
  abandon(): void {
    this.#isDone();
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}

/** What tools put beside an output: locks of the CDK CLI, and what file managers keep. */
export const isBesideOutput = (name: string): boolean => /^(?:.*\.lock|\.DS_Store|Thumbs\.db)$/.test(name);

/** Why what is at a place may not be replaced. */
const refusalOf = (target: string, replaceable: ReadonlySet<string> | undefined): string | undefined => {
  if (!existsSync(target)) return undefined;
  const names = look(target).isDirectory() ? readdirSync(target).sort() : undefined;
  if (names?.length === 0) return undefined;
  if (names === undefined || replaceable === undefined) return 'it is not an output of synth';
  const other = names.find((name) => !replaceable.has(name) && !isBesideOutput(name)) ?? strayAsset(target, names);
  return other === undefined ? undefined : `it holds '${other}', which no build wrote`;
};

const assetFolder = 'assets';

/** What lies among the assets and is not called by a key, as each file there is. */
const strayAsset = (target: string, names: readonly string[]): string | undefined => {
  const folder = join(target, assetFolder);
  if (!names.includes(assetFolder) || !look(folder).isDirectory()) return undefined;
  const isStray = (name: string): boolean =>
    !isBesideOutput(name) && !(/^[0-9a-f]{64}(?:\.\w+)?$/.test(name) && look(join(folder, name)).isFile());
  const stray = readdirSync(folder).sort().find(isStray);
  return stray === undefined ? undefined : `${assetFolder}/${stray}`;
};

/** Clears up after runs that were killed. One of them may have been between its two renames. */
export const recoverOutput = (path: string): void => {
  const target = realPath(path);
  const [parent, name] = [dirname(target), basename(target)];
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) return;
  clearScratchFiles(parent);
  for (const each of readdirSync(parent)) {
    const [, run, which] =
      /^(\d+)-(new|old)-/.exec(each.startsWith(scratchPrefix) ? each.slice(scratchPrefix.length) : '') ?? [];
    if (run === undefined || !each.endsWith(`-${which}-${name}`) || isRunning(Number(run))) continue;
    if (which === 'old' && !existsSync(join(parent, name))) renameSync(join(parent, each), join(parent, name));
    else rmSync(join(parent, each), { recursive: true, force: true });
  }
};

/** Writes pieces of any size in large ones, and digests them. */
class Sink {
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(1 << 18);
  readonly #hash = createHash('sha256');
  #held = 0;
  #bytes = 0;

  constructor(file: number) {
    this.#file = file;
  }

  take(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    if (this.#held + bytes.length > this.#buffer.length) this.#flush();
    if (bytes.length >= this.#buffer.length) return writeAll(this.#file, bytes);
    this.#buffer.set(bytes, this.#held);
    this.#held += bytes.length;
  }

  end(): WrittenFile {
    this.#flush();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #flush(): void {
    writeAll(this.#file, this.#buffer.subarray(0, this.#held));
    this.#held = 0;
  }
}

const writeAll = (file: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
};
