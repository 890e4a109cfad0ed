import type { Cause } from '../../../model/origin.ts';
import type { Json, Step } from '../../../model/tree.ts';
import { placeIn } from './places.ts';

/** The way of a walk from a value down. Most walks find little, so places are looked up only where one asks. */
export class Trail {
  readonly #around: Cause | undefined;
  readonly #containers: Json[] = [];
  readonly #steps: Step[] = [];

  /** @param around the place of the value that the walk begins at */
  constructor(around: Cause | undefined) {
    this.#around = around;
  }

  enter(container: Json, step: Step): void {
    this.#containers.push(container);
    this.#steps.push(step);
  }

  leave(): void {
    this.#containers.pop();
    this.#steps.pop();
  }

  /** The place of what the walk has come to, or of the nearest thing around it that has one. */
  get place(): Cause | undefined {
    for (let depth = this.#steps.length - 1; depth >= 0; depth--) {
      const place = placeIn(this.#containers[depth], this.#steps[depth]!);
      if (place) return place;
    }
    return this.#around;
  }
}
