import { join } from 'node:path';
import type { Output, Take, WrittenFile } from '../model/build-files.ts';
import { fileFingerprint } from './fingerprint.ts';
import { look, readTextFile } from './open.ts';

/** An output that is compared with what a folder holds instead of being written. */
export class ComparedFolder implements Output {
  /** The files that are missing there or say something else. */
  readonly stale: string[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  reuse(name: string, { bytes, sha256 }: WrittenFile): boolean {
    const path = join(this.#folder, name);
    return quietly(() => look(path).size === bytes && fileFingerprint(path) === sha256) ?? false;
  }

  async write(name: string, fill: (take: Take) => void | Promise<void>): Promise<WrittenFile> {
    // What would have to be packaged is out of date whatever it holds.
    if (name.includes('/')) this.stale.push(name);
    else {
      const pieces: Uint8Array[] = [];
      await fill((bytes) => pieces.push(bytes.slice()));
      const text = Buffer.concat(pieces).toString('utf8');
      if (quietly(() => readTextFile(join(this.#folder, name))) !== text) this.stale.push(name);
    }
    return { bytes: 0, sha256: '' };
  }
}

const quietly = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
