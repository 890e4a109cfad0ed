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
      const size = Number(printed.toString('latin1', at, end).split(' ')[2]);
      this.#read.set(id, printed.subarray(end + 1, end + 1 + size));
      at = end + 2 + size;
    }
  }
}
