import { Worker } from 'node:worker_threads';

export type Kind = 'expand' | 'lint';

/** What a run took the processor, in milliseconds; infinity where it had to be ended. */
interface Run {
  readonly time: number;
  /** What a plugin or a rule failed with. */
  readonly failed?: string | undefined;
}

/** Nothing here should take a hundredth of that. */
const patience = 60_000;

/** Measures in a thread of its own, which can be ended when it hangs. */
export class Stopwatch {
  #worker: Worker | undefined;

  async run(text: string, kind: Kind): Promise<Run> {
    // Node's options for the tests are not for what they test.
    this.#worker ??= new Worker(new URL('worker.mjs', import.meta.url), { execArgv: [] });
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        clearTimeout(timer);
        worker.off('message', answer);
        worker.off('error', fail);
      };
      const answer = (run: Run): void => {
        finish();
        resolve(run);
      };
      const fail = (error: Error): void => {
        finish();
        this.#worker = undefined;
        reject(error);
      };
      const timer = setTimeout(() => {
        answer({ time: Number.POSITIVE_INFINITY });
        void this.stop();
      }, patience);
      worker.on('message', answer);
      worker.on('error', fail);
      worker.postMessage({ text, kind });
    });
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
