import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { inGroups } from '../model/counted.ts';
import type { ArchiveEntry, LeftOut, Listing } from '../model/reader.ts';
import { Unusable } from '../model/unusable.ts';
import { type DockerRules, dockerRules } from './docker-ignore.ts';
import { IgnoreRules, ignoreFile } from './ignore.ts';
import { note } from './noted.ts';
import { look, readTextFile } from './open.ts';
import { isMissing, otherKind, systemReason } from './reason.ts';
import { slashed } from './slashed.ts';

/** An entry of an archive, and the file that it is made from. */
export interface Entry extends ArchiveEntry {
  readonly absolute: string;
}

/** What makes a file the same under every name that it has. */
export interface FileIdentity {
  readonly dev: number;
  readonly ino: number;
}

/** What decides on the contents of an archive beside the files. */
export interface ListingOptions {
  /** The folder whose `.synthignore` holds for everything below it: that of the template. */
  readonly top: string;
  /** Whether a file or folder is an output of synth. */
  readonly isOutput?: ((absolute: string, file: FileIdentity) => boolean) | undefined;
  /** Whether links may lead out of the folder; yes when not given. */
  readonly outsideLinks?: boolean | undefined;
  /** Where the folder is that of an image: its Dockerfile, from the folder. Then a `.dockerignore` counts, too. */
  readonly dockerfile?: string | undefined;
}

/** More files than any archive takes, against folders such as `/` that would be read for hours. */
const maximumEntries = 1_000_000;

/** A folder that is still to be read. */
interface Open {
  /** In the archive: empty, or with a slash at the end. */
  readonly path: string;
  readonly absolute: string;
  readonly rules: IgnoreRules;
  /** The real paths of the folders outside that links led to on the way here. */
  readonly followed: readonly string[];
}

/** Lists what a file or folder gives an archive. Throws what a file or folder that cannot be read gives. */
export const list = (absolute: string, options: ListingOptions): Listing<Entry> => {
  const stats = look(absolute);
  if (!stats.isFile()) return new Lister(realpathSync(absolute), options).list();
  return { entries: [fileEntry(basename(absolute), absolute, stats)], leftOut: [] };
};

const fileEntry = (path: string, absolute: string, { mode, size }: Stats): Entry => {
  note(absolute);
  return { path, absolute, kind: (mode & 0o100) === 0 ? 'file' : 'executable', size };
};

const ofSynth = 'an output of synth';

/** Whether a folder with these names is an output of `synth build`, whatever it is called. */
const areOfOutput = (names: readonly string[]): boolean =>
  ['synth.json', 'manifest.json', 'assets'].every((name) => names.includes(name)) &&
  ['.template.json', '.assets.json'].every((ending) => names.some((name) => name.endsWith(ending)));

class Lister {
  readonly #root: string;
  readonly #options: ListingOptions;
  /** What comes before paths of the archive in those that rules are tested with. */
  readonly #below: string;
  readonly #rules: IgnoreRules;
  readonly #docker: DockerRules | undefined;
  readonly #entries: Entry[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #open: Open[] = [];

  constructor(root: string, options: ListingOptions) {
    this.#root = root;
    this.#options = options;
    const top = realpathSync(options.top);
    const isBelow = isInside(root, top) && root !== top;
    this.#below = isBelow ? `${slashed(relative(top, root))}/` : '';
    this.#docker = options.dockerfile === undefined ? undefined : dockerRules(root, options.dockerfile);
    this.#rules = isBelow ? rulesBetween(top, this.#below) : IgnoreRules.none;
  }

  list(): Listing<Entry> {
    this.#open.push({ path: '', absolute: this.#root, rules: this.#rules, followed: [] });
    for (let folder = this.#open.pop(); folder !== undefined; folder = this.#open.pop()) this.#read(folder);
    return { entries: inOrder(this.#entries), leftOut: inOrder(this.#leftOut) };
  }

  #read(folder: Open): void {
    note(folder.absolute);
    const names = readdirSync(folder.absolute);
    if (folder.path !== '' && areOfOutput(names)) {
      this.#leftOut.push({ path: folder.path, by: ofSynth });
      return;
    }
    const rules = names.includes(ignoreFile)
      ? folder.rules.and(this.#below + folder.path, readTextFile(join(folder.absolute, ignoreFile)))
      : folder.rules;
    for (const name of names) this.#add(name, { ...folder, rules });
    if (this.#entries.length > maximumEntries) {
      throw new Unusable(this.#root, `it holds more than ${inGroups(maximumEntries)} files`);
    }
  }

  #add(name: string, folder: Open): void {
    const path = folder.path + name;
    const absolute = join(folder.absolute, name);
    const stats = entryAt(absolute);
    const shown = stats.isDirectory() ? `${path}/` : path;
    const by =
      folder.rules.leavesOut(this.#below + shown, name) ??
      this.#docker?.leavesOut(shown) ??
      this.#isOutput(absolute, stats);
    if (by !== undefined) this.#leftOut.push({ path: shown, by });
    else if (stats.isSymbolicLink()) this.#addLink(path, absolute, folder);
    else this.#addReal(path, absolute, stats, folder);
  }

  #isOutput(absolute: string, stats: Stats): string | undefined {
    return this.#options.isOutput?.(absolute, stats) ? ofSynth : undefined;
  }

  #addReal(path: string, absolute: string, stats: Stats, { rules, followed }: Open): void {
    if (stats.isDirectory()) this.#open.push({ path: `${path}/`, absolute, rules, followed });
    else if (stats.isFile()) this.#entries.push(fileEntry(path, absolute, stats));
    else throw new Unusable(absolute, otherKind(stats));
  }

  /** A link inside the folder stays a link; what one leads to outside is taken in its place. Docker follows none. */
  #addLink(path: string, absolute: string, folder: Open): void {
    const written = readlinkSync(absolute);
    const target = resolve(dirname(absolute), written);
    const isInner = isInside(target, this.#root);
    const stats = isInner && this.#options.dockerfile !== undefined ? undefined : behind(absolute);
    if (isInner) {
      const text = slashed(relative(dirname(absolute), target)) || '.';
      this.#entries.push({ path, absolute, kind: 'link', size: Buffer.byteLength(text), target: text });
      return;
    }
    if (this.#options.outsideLinks === false)
      throw new Unusable(absolute, `it is a link out of the folder, to '${written}'`);
    if (stats === undefined) throw new Unusable(absolute, `it is a link to '${written}', which does not exist`);
    if (!stats.isDirectory() && !stats.isFile()) throw new Unusable(absolute, otherKind(stats));
    const real = realpathSync(absolute);
    if (folder.followed.includes(real)) throw new Unusable(absolute, 'its symbolic links go round in a circle');
    this.#addReal(path, real, stats, { ...folder, followed: [...folder.followed, real] });
  }
}

/** What a name in a folder is. */
const entryAt = (absolute: string): Stats => {
  try {
    return lstatSync(absolute);
  } catch (error) {
    // Node puts this character in the place of what it cannot read of a name, which then names nothing.
    if (isMissing(error) && absolute.includes('\ufffd')) throw new Unusable(absolute, 'its name is not UTF-8');
    throw error;
  }
};

/** What a link leads to; undefined for a broken link. */
const behind = (link: string): Stats | undefined => {
  try {
    return statSync(link);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new Unusable(link, systemReason(error));
  }
};

/** The rules of the folders from the top down to the one above a folder. */
const rulesBetween = (top: string, below: string): IgnoreRules => {
  let rules = IgnoreRules.none;
  const parts = below.split('/').slice(0, -1);
  parts.forEach((_, depth) => {
    const folder = parts
      .slice(0, depth)
      .map((part) => `${part}/`)
      .join('');
    const file = join(top, folder, ignoreFile);
    if (existsSync(file)) rules = rules.and(folder, readTextFile(file));
  });
  return rules;
};

const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** The same on every machine, whatever order the file system lists names in. */
const inOrder = <T extends { readonly path: string }>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, bytes: Buffer.from(item.path) }))
    .sort((left, right) => Buffer.compare(left.bytes, right.bytes))
    .map(({ item }) => item);
