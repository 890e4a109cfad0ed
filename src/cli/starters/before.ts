import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { missingFolders } from '../../files/make-folder.ts';
import { writeFile } from '../write-file.ts';

/** What was at some places before they were written to. */
export class Before {
  /** The outermost folders that were not there. */
  readonly #missing: ReadonlySet<string>;
  /** What the files had in them; undefined where there was none. */
  readonly #contents: ReadonlyMap<string, Uint8Array | undefined>;

  constructor(paths: readonly string[]) {
    const outermost = paths.map((path) => missingFolders(dirname(path))[0]);
    this.#missing = new Set(outermost.filter((folder) => folder !== undefined));
    this.#contents = new Map(paths.map((path) => [path, existsSync(path) ? readFileSync(path) : undefined]));
  }

  /** Puts everything back; gives the files with which that fails. New ones go first: the disk may be full. */
  restore(): string[] {
    const all = [...this.#contents];
    const isNew = ([, content]: (typeof all)[number]): boolean => content === undefined;
    const left = [...all.filter(isNew), ...all.filter((each) => !isNew(each))].filter(
      ([path, content]) =>
        !succeeds(() => (content === undefined ? rmSync(path, { force: true }) : put(path, content))),
    );
    for (const folder of this.#missing) succeeds(() => rmSync(folder, { recursive: true, force: true }));
    return left.map(([path]) => path);
  }
}

const put = (path: string, content: Uint8Array): void => {
  if (!readFileSync(resolve(path)).equals(content)) writeFile(path, content);
};

const succeeds = (act: () => void): boolean => {
  try {
    act();
    return true;
  } catch {
    return false;
  }
};
