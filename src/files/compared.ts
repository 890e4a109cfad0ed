import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Output, Take, WrittenFile } from '../model/build-files.ts';
import { createHash, fileFingerprint } from './fingerprint.ts';
import { look, withFile } from './open.ts';
import { isBesideOutput } from './output.ts';
import { slashed } from './slashed.ts';

/** An output that is compared with what a folder holds instead of being written. */
export class ComparedFolder implements Output {
  /** The files that are missing there or say something else. */
  readonly stale: string[] = [];
  readonly #expected = new Set<string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  reuse(name: string, { bytes, sha256 }: WrittenFile): boolean {
    this.#expected.add(name);
    const path = join(this.#folder, name);
    return quietly(() => look(path).size === bytes && fileFingerprint(path) === sha256) ?? false;
  }

  async write(name: string, fill: (take: Take) => void | Promise<void>): Promise<WrittenFile> {
    this.#expected.add(name);
    // What would have to be packaged is out of date whatever it holds.
    if (name.startsWith('assets/')) {
      this.stale.push(name);
      return { bytes: 0, sha256: '' };
    }
    const pieces: Uint8Array[] = [];
    await fill((bytes) => pieces.push(bytes.slice()));
    const wanted = Buffer.concat(pieces);
    const there = quietly(() => withFile(join(this.#folder, name), ({ descriptor }) => readFileSync(descriptor)));
    if (!there?.equals(wanted)) this.stale.push(name);
    return { bytes: wanted.length, sha256: createHash('sha256').update(wanted).digest('hex') };
  }

  link(name: string, target: string): void {
    this.#expected.add(name);
    if (quietly(() => readlinkSync(join(this.#folder, name))) !== target) this.stale.push(name);
  }

  /** The files of the folder that the output does not have, in the order of their names. */
  others(): string[] {
    const names = quietly(() => readdirSync(this.#folder, { recursive: true, encoding: 'utf8' })) ?? [];
    return names
      .filter((name) => !isBesideOutput(name) && !lstatSync(join(this.#folder, name)).isDirectory())
      .map((name) => slashed(name))
      .filter((name) => !this.#expected.has(name))
      .sort();
  }
}

const quietly = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
