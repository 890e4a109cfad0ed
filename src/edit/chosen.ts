import type { Edit } from './apply.ts';
import type { Operation } from './outcome.ts';
import type { Plan } from './plan.ts';

/** Plans that can be made together: none touches what another one does. */
export class Chosen {
  /** In the order of their places. */
  readonly #edits: Edit[] = [];
  readonly #touched = new Map<object, Set<string>>();
  readonly #removed = new Map<object, number>();

  /** Takes a plan where it goes with those taken before. */
  take({ edits, operations }: Plan): boolean {
    if (edits.some((edit) => this.#meets(edit)) || operations.some((operation) => this.#contradicts(operation))) {
      return false;
    }
    for (const edit of edits) this.#edits.splice(this.#indexFor(edit), 0, edit);
    for (const operation of operations) this.#note(operation);
    return true;
  }

  #meets(edit: Edit): boolean {
    const at = this.#indexFor(edit);
    return [this.#edits[at - 1], this.#edits[at]].some((other) => other !== undefined && meet(edit, other));
  }

  /** Where an edit belongs among those taken: they do not overlap, so only its neighbours can meet it. */
  #indexFor({ at: { start } }: Edit): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#edits[middle]!.at.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #contradicts(operation: Operation): boolean {
    const { container, kind } = operation;
    if (this.#touched.get(container)?.has(nameOf(operation))) return true;
    // The text of an empty container is another one; the last entry waits for the next pass.
    const removed = this.#removed.get(container) ?? 0;
    return kind === 'remove' && removed > 0 && removed + 1 === Object.keys(container).length;
  }

  #note(operation: Operation): void {
    const { container, kind } = operation;
    const touched = this.#touched.get(container) ?? new Set();
    this.#touched.set(container, touched.add(nameOf(operation)));
    if (kind === 'remove') this.#removed.set(container, (this.#removed.get(container) ?? 0) + 1);
  }
}

const nameOf = ({ kind, step }: Operation): string => `${kind === 'insert' ? 'before ' : ''}${step}`;

/** Whether two edits cannot both be made: they overlap, or begin at the same place. */
const meet = ({ at: left }: Edit, { at: right }: Edit): boolean =>
  left.start === right.start || (left.start < right.end && right.start < left.end);
