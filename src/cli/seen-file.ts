import { realPath } from '../files/real-path.ts';
import { readFile } from './read-file.ts';
import { UsageError } from './usage.ts';

/** A file as it was when it was read, so that a change that is made meanwhile is not written over. */
export class SeenFile {
  readonly #path: string;
  readonly #bytes: Uint8Array;
  readonly #place: string;

  constructor(path: string, bytes: Uint8Array) {
    this.#path = path;
    this.#bytes = bytes;
    this.#place = realPath(path);
  }

  /** Throws a usage error where the path leads to another file, or the file holds something else. */
  demandUnchanged(): void {
    if (realPath(this.#path) === this.#place && Buffer.compare(readFile(this.#path), this.#bytes) === 0) return;
    throw new UsageError(
      `'${this.#path}' changed while it was checked, so its fixes were not written.`,
      'Run the command again.',
    );
  }
}
