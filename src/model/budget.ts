/**
 * How much may be made in one go: functions that use each other can make far more than a template holds. Once it is
 * spent, everything else is refused too, so that the answer is the same on every machine.
 */
export class Budget {
  #left: number;

  constructor(limit: number) {
    this.#left = limit;
  }

  /** What can still be made; less than nothing once that did not suffice. */
  get left(): number {
    return this.#left;
  }

  /** Takes something from the budget; false when it does not suffice, now and from then on. */
  spend(amount: number): boolean {
    this.#left = amount > this.#left ? -1 : this.#left - amount;
    return this.#left >= 0;
  }
}
