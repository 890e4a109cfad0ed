import { type Cause, entryOf } from '../../../model/origin.ts';
import { isFunctionName, isList, isMap, type Json, type JsonMap, type Step } from '../../../model/tree.ts';
import { placeIn } from './places.ts';

/**
 * Every value of a tree in a row, each container before what is in it. Rules that look at all values go along the row:
 * a walk of its own for each of them takes several times as long. The root is at the position 0.
 */
export class Preorder {
  readonly values: Json[] = [];
  /** The step from the container to each value; of the root an empty text. */
  readonly steps: Step[] = [];
  /** The position of the container of each value; of the root -1. */
  readonly parents: number[] = [];
  /** The position behind all that is in each value. */
  readonly ends: number[] = [];

  constructor(root: Json) {
    this.#add(root, '', -1);
  }

  #add(value: Json, step: Step, parent: number): void {
    const at = this.values.push(value) - 1;
    this.steps.push(step);
    this.parents.push(parent);
    this.ends.push(at + 1);
    if (typeof value !== 'object' || value === null) return;
    if (isList(value)) for (let index = 0; index < value.length; index++) this.#add(value[index]!, index, at);
    else for (const key in value) this.#add(value[key]!, key, at);
    this.ends[at] = this.values.length;
  }

  /** The position of an entry of a container; undefined if the container has no such entry. */
  entryIn(container: number, step: Step): number | undefined {
    for (let at = container + 1; at < this.ends[container]!; at = this.ends[at]!) {
      if (this.steps[at] === step) return at;
    }
    return undefined;
  }

  /** The positions of the entries of a container. */
  entriesOf(container: number | undefined): number[] {
    const entries: number[] = [];
    if (container === undefined) return entries;
    for (let at = container + 1; at < this.ends[container]!; at = this.ends[at]!) entries.push(at);
    return entries;
  }

  /** The steps from the root to a value. */
  pathOf(at: number): Step[] {
    const path: Step[] = [];
    for (let each = at; each > 0; each = this.parents[each]!) path.push(this.steps[each]!);
    return path.reverse();
  }

  /**
   * The place of a value, or of the nearest thing around it that has one.
   * @param last how far around it is looked: up to this position
   * @param around the place where nothing up to there has one
   */
  placeOf(at: number, last = 1, around?: Cause): Cause | undefined {
    for (let each = at; each >= last && each > 0; each = this.parents[each]!) {
      const place = placeIn(this.values[this.parents[each]!], this.steps[each]!);
      if (place) return place;
    }
    return around;
  }

  /** The place where a value was written as an entry, or the nearest entry around it. */
  entryPlaceOf(at: number): Cause | undefined {
    for (let each = at; each > 0; each = this.parents[each]!) {
      const place = entryOf(this.values[this.parents[each]!], this.steps[each]!)?.value;
      if (place) return place;
    }
    return undefined;
  }

  /** Whether a value is the only one in its map. */
  isAlone(at: number): boolean {
    const parent = this.parents[at]!;
    return parent >= 0 && this.ends[parent] === this.ends[at] && parent + 1 === at && isMap(this.values[parent]);
  }

  /** Whether a value is an intrinsic function. */
  isFunction(at: number): boolean {
    const inner = at + 1;
    return inner < this.ends[at]! && this.isAlone(inner) && isFunctionName(String(this.steps[inner]));
  }

  /** The logical ID of the resource that a value is in. */
  resourceOf(at: number): string | undefined {
    const [section, id] = this.pathOf(at);
    return section === 'Resources' && id !== undefined ? String(id) : undefined;
  }
}

const cache = new WeakMap<JsonMap, Preorder>();

/** The values of a template in a row; made once for all rules that ask. */
export const preorderOf = (template: JsonMap): Preorder => {
  let known = cache.get(template);
  if (!known) {
    known = new Preorder(template);
    cache.set(template, known);
  }
  return known;
};
