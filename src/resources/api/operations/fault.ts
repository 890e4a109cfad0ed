import type { Cause } from '../../../model/origin.ts';
import type { Message } from '../../../model/problem.ts';

/** Thrown for a fault of an event: it is reported, and the rest of the event is skipped. */
export class Fault {
  readonly message: Message;
  readonly at: Cause | undefined;

  constructor(found: Message, at: Cause | undefined) {
    this.message = found;
    this.at = at;
  }
}
