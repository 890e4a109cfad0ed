import type { Fault } from './reader.ts';

/** Thrown where a file or folder cannot be read. */
export class Unusable extends Error implements Fault {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`'${path}' cannot be read: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}
