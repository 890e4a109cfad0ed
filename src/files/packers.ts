import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Deflated, deflate } from '../packaging/deflate.ts';
import type { Job } from './packer.ts';

/** So many bytes are packed faster than threads start. */
const small = 4_000_000;
const maximumThreads = 4;

/** What a thread runs: a file beside the command's bundle. Without it all is packed here. */
const script = fileURLToPath(new URL('packer.cjs', import.meta.url));

interface Pending {
  readonly done: (packed: Deflated) => void;
  readonly fail: (error: Error) => void;
}

/** Packs the bytes of files in as many threads as there are processors, once there is enough of it to do. */
export class Packers {
  readonly #pending = new Map<number, Pending>();
  #threads: Worker[] | undefined;
  #bytes = 0;
  #count = 0;

  /** Takes the bytes over. */
  readonly deflate = (bytes: Uint8Array): Promise<Deflated> => {
    this.#bytes += bytes.length;
    if (this.#bytes < small || !existsSync(script)) return Promise.resolve(deflate(bytes));
    this.#threads ??= Array.from({ length: Math.min(maximumThreads, availableParallelism()) }, () => this.#start());
    const job: Job = { id: this.#count++, bytes };
    this.#threads[job.id % this.#threads.length]!.postMessage(job, [bytes.buffer as ArrayBuffer]);
    return new Promise((done, fail) => this.#pending.set(job.id, { done, fail }));
  };

  async close(): Promise<void> {
    await Promise.all((this.#threads ?? []).map((thread) => thread.terminate()));
  }

  #start(): Worker {
    const thread = new Worker(script);
    thread.on('message', ({ id, packed }: { id: number; packed: Deflated }) => {
      this.#pending.get(id)!.done(packed);
      this.#pending.delete(id);
    });
    thread.on('error', (error) => {
      for (const { fail } of this.#pending.values()) fail(error);
    });
    return thread;
  }
}
