import { git } from './git.ts';
import { bytesOfName } from './names.ts';

const lineEnd = Buffer.from('\n');

/** The ids that git would give files as they lie in the folder of a repository: filters of theirs count. */
export class Hashes {
  readonly #repository: string;
  readonly #known = new Map<string, string>();

  constructor(repository: string) {
    this.#repository = repository;
  }

  of(paths: readonly string[]): ReadonlyMap<string, string> {
    const missing = paths.filter((path) => !this.#known.has(path));
    // Git takes a path for each line, and one in quotes as a text of C.
    const plain = missing.filter((path) => !/^"|[\r\n]/.test(path));
    if (plain.length > 0)
      this.#keep(
        plain,
        this.#hash(['--stdin-paths'], Buffer.concat(plain.flatMap((path) => [bytesOfName(path), lineEnd]))),
      );
    for (const path of missing) if (!this.#known.has(path)) this.#keep([path], this.#hash(['--', path], ''));
    return new Map(paths.map((path) => [path, this.#known.get(path)!]));
  }

  /** The id of a content, as it is. */
  ofContent(bytes: Uint8Array): string {
    return this.#hash(['--stdin'], bytes)[0]!;
  }

  #hash(args: readonly string[], input: string | Uint8Array): string[] {
    return git(this.#repository, ['hash-object', ...args], input)!
      .toString('latin1')
      .trim()
      .split('\n');
  }

  #keep(paths: readonly string[], ids: readonly string[]): void {
    paths.forEach((path, at) => {
      this.#known.set(path, ids[at]!);
    });
  }
}
