import type { Cause } from '../../../model/origin.ts';
import type { Json, Step } from '../../../model/tree.ts';
import { placeIn } from './places.ts';

/** The way of a walk from a value down. Most walks find little, so places are looked up only where one asks. */
export class Trail {
  readonly #around: Trail | Cause | undefined;
  readonly #container: Json | undefined;
  readonly #step: Step;

  /**
   * @param around the place of the value that the walk begins at, or the way to the container
   * @param step the step into the container
   */
  constructor(around: Trail | Cause | undefined, container?: Json, step: Step = '') {
    this.#around = around;
    this.#container = container;
    this.#step = step;
  }

  /** The way on to what stands in a container. */
  below(container: Json, step: Step): Trail {
    return new Trail(this, container, step);
  }

  /** The place of what the walk has come to, or of the nearest thing around it that has one. */
  get place(): Cause | undefined {
    let trail: Trail = this;
    for (;;) {
      const place = placeIn(trail.#container, trail.#step);
      if (place) return place;
      const around: Trail | Cause | undefined = trail.#around;
      if (!(around instanceof Trail)) return around;
      trail = around;
    }
  }
}
