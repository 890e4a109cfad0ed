import { UsageError } from '../usage.ts';
import { git } from './git.ts';

/** The contents of a repository's files by their ids. They are read together, as far as it is known what is asked for. */
export class Blobs {
  readonly #repository: string;
  readonly #read = new Map<string, Uint8Array>();
  readonly #wanted = new Set<string>();

  constructor(repository: string) {
    this.#repository = repository;
  }

  willRead(ids: Iterable<string>): void {
    for (const id of ids) if (!this.#read.has(id)) this.#wanted.add(id);
  }

  read(id: string): Uint8Array {
    if (!this.#read.has(id)) {
      this.#wanted.add(id);
      this.#readWanted();
    }
    return this.#read.get(id)!;
  }

  #readWanted(): void {
    const ids = [...this.#wanted];
    this.#wanted.clear();
    const printed = git(this.#repository, ['cat-file', '--batch'], `${ids.join('\n')}\n`)!;
    let at = 0;
    for (const id of ids) {
      // `<id> blob <size>`, and after the content the end of a line.
      const end = printed.indexOf('\n', at);
      const [found, type, length] = end < 0 ? [] : printed.toString('latin1', at, end).split(' ');
      if (found !== id || type !== 'blob') {
        throw new UsageError(`git cat-file failed: the object '${id}' of the repository cannot be read.`);
      }
      const size = Number(length);
      this.#read.set(id, printed.subarray(end + 1, end + 1 + size));
      at = end + 2 + size;
    }
  }
}
