import { parentPort } from 'node:worker_threads';
import { deflate } from '../packaging/deflate.ts';

/** What a thread that packs is sent. */
export interface Job {
  readonly id: number;
  readonly bytes: Uint8Array;
}

parentPort?.on('message', ({ id, bytes }: Job) => {
  const packed = deflate(bytes);
  parentPort!.postMessage({ id, packed }, [packed.bytes.buffer as ArrayBuffer]);
});
