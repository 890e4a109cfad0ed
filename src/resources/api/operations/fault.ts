import type { Cause } from '../../../model/origin.ts';
import type { Message } from '../../../model/problem.ts';

/** Thrown for what is wrong with an event: it is told, and the rest of the event is given up. */
export class Fault {
  readonly message: Message;
  readonly at: Cause | undefined;

  constructor(found: Message, at: Cause | undefined) {
    this.message = found;
    this.at = at;
  }
}
